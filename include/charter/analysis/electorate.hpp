// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who approves under which rules: all that an analysis of a quorum looks at, with or without a realm.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/result.hpp"
#include "charter/rules/approval.hpp"

namespace charter::inline v0 {

struct realm;

namespace analysis {

/// A listed member. Inactive ones count as listed but approve nothing (D26).
struct elector {
  user_id user;
  bool active = true;
  bool may_decide = true;  ///< holds `job.decide`; what was approved before counts without it
};

/// What a departure does to the list of members. `unlisted`: the person is off the list and out of every
/// group (open workspaces, D14, D40). `inactive`: it stays listed and keeps its places, but approves nothing
/// (sealed workspaces, D26).
enum class departure : std::uint8_t { unlisted, inactive };

/// Whoever is named twice, in the list or in a group, is taken once.
struct electorate {
  std::string about = {};  ///< how findings call it
  approval::policy in_force = {};
  rules::approval_rules rules = {};
  std::vector<elector> members = {};
  std::vector<approval::ballot> ballots = {};  ///< of the current revision; a person's first counts
  std::optional<user_id> creator = {};         ///< of the job; none: a job of nobody in particular
  bool held = false;                           ///< waits for one more decision (D15)
  departure on_leaving = departure::unlisted;
  bool policy_is_fixed = false;  ///< nobody can change it (D27)
  std::map<user_id, std::string> names = {};

  std::string name_of(user_id user) const;  ///< as in `names`, else the id
};

/// The members and the policy of a workspace, for a job of nobody in particular. While it is pending those
/// who were asked and have an account count as members, since nothing happens there before they are.
/// `at`: the realm's time if earlier. Fails: `not_found`, `nothing_to_approve` (archived, or a kind of work
/// that needs no approval). Cost: O(members and people of groups).
result<electorate> electorate_of(const realm& world, workspace_id workspace, instant at);

/// The same for a job in review, with its decisions and its creator, and who may decide on it. Fails: as
/// above; `not_in_review`.
result<electorate> electorate_of(const realm& world, job_id job, instant at);

}  // namespace analysis

}  // namespace charter::inline v0
