// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reviews as they stand: computed from decisions, current members and the policy in force, never stored
/// (D14).

#include "charter/realm/members.hpp"
#include "charter/realm/realm.hpp"
#include "charter/rules/approval.hpp"

namespace charter::inline v0 {

inline const rules::kind_definition& kind_of(const realm& world, workspace_id workspace) {
  return world.rules->kind(world.workspaces[workspace].kind);
}

/// What was chosen, or the rulebook's default.
inline approval::policy approval_in_force(const realm& world, workspace_id workspace) {
  const auto& chosen = world.workspaces[workspace].policies->approval;
  return chosen ? *chosen : approval::policy{world.book().approval.default_, {}, {}};
}
inline runs::policy run_policy_in_force(const realm& world, workspace_id workspace) {
  const auto& chosen = world.workspaces[workspace].policies->run;
  return chosen ? *chosen : runs::policy{world.book().run_policy.default_, {}};
}

/// How the job's review stands. Cost: O(members x decisions).
inline approval::standing standing_of(const realm& world, const job::state& job, instant at) {
  const auto policy = approval_in_force(world, job.workspace);
  const auto members = voters(world, job.workspace, at);
  std::vector<approval::ballot> ballots;
  for (const auto& each : *job.decisions)
    if (each.revision == job.revision) ballots.push_back({each.user, each.decision, each.automatic});
  return approval::evaluate({policy, world.book().approval, members, ballots, job.creator});
}

/// The status a person sees: a review that is satisfied, and not held, shows as approved.
inline job::status shown_status(const realm& world, const job::state& job, instant at) {
  if (job.status != job::status::in_review || job.held) return job.status;
  return standing_of(world, job, at).satisfied ? job::status::approved : job::status::in_review;
}

/// What the condition `approved` asks; met where the kind asks for no approval.
inline bool is_approved(const realm& world, const job::state& job, instant at) {
  return !kind_of(world, job.workspace).approval || shown_status(world, job, at) == job::status::approved;
}

}  // namespace charter::inline v0
