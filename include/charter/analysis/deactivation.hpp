// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What hangs on one person: all that would be touched if the account were deactivated.

#include <string>
#include <vector>

#include "charter/analysis/effects.hpp"
#include "charter/base/id.hpp"
#include "charter/base/result.hpp"
#include "charter/engine/receipt.hpp"
#include "charter/engine/view.hpp"

namespace charter::inline v0::analysis {

struct deactivation {
  struct organization_role {
    organization_id organization;
    std::string role;  ///< as assigned; default roles come with belonging
  };
  struct approval_group {
    workspace_id workspace;
    std::string group;
  };

  std::vector<workspace_id> memberships;   ///< listed there, in workspaces that are not archived
  std::vector<organization_role> roles;    ///< those whose end has not come
  std::vector<approval_group> groups;      ///< of approval policies in force
  std::vector<workspace_id> run_policies;  ///< those that name the person
  std::vector<asset_id> assets;            ///< created, not removed
  std::vector<job_id> jobs;                ///< created, under review
  receipt done;                            ///< what the operator would be told: `without_admin` and the like
  /// Rights, reviews and findings: `review_becomes_hopeless` for a quorum that breaks, `nobody_manages` for
  /// the last administrator of a place, which only the operator and the host may take away (D12).
  analysis::effects effects;
};

/// Decides `user.deactivate` on a copy of the realm, as the operator. Threads: any; pure.
/// Fails: `not_found`, and with the refusal: `nothing_to_change` for an account that is not active.
/// Cost: O(assets and jobs of the realm), and that of `effects_of`.
result<deactivation> touched_by_deactivation(const view& from, user_id user);

}  // namespace charter::inline v0::analysis
