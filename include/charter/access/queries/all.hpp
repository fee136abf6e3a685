// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The only list of queries, in the order of the vocabulary.

#include <tuple>

#include "charter/access/queries/assets.hpp"
#include "charter/access/queries/candidates.hpp"
#include "charter/access/queries/invitations.hpp"
#include "charter/access/queries/jobs.hpp"
#include "charter/access/queries/log.hpp"
#include "charter/access/queries/members.hpp"
#include "charter/access/queries/notices.hpp"
#include "charter/access/queries/organizations.hpp"
#include "charter/access/queries/people.hpp"
#include "charter/access/queries/permissions.hpp"
#include "charter/access/queries/reviews.hpp"
#include "charter/access/queries/rights.hpp"
#include "charter/access/queries/rulebook.hpp"
#include "charter/access/queries/runs.hpp"
#include "charter/access/queries/workspace.hpp"
#include "charter/access/queries/workspaces.hpp"

namespace charter::inline v0::queries {

using all_queries = std::tuple<check, explain, get_workspace, list_workspaces, list_members, list_invitations,
                               list_my_invitations, list_notices, list_users, get_user, list_organizations,
                               list_guests, candidates, list_permissions, who_may, where_may, get_job,
                               list_jobs, review_status, get_run, list_runs, list_assets, list_data_policies,
                               list_attestations, event_log, audit_log, get_rulebook, lifecycle>;

}  // namespace charter::inline v0::queries
