// SPDX-License-Identifier: Apache-2.0
// Goals about runs and about the policies that say who may run.
#include "goal_lists.hpp"
#include "observed.hpp"

namespace charter::inline v0::analysis {

namespace {

using observed::any;
using observed::has;

/// R030, D14, D25.
bool run_without_approval(const accepted_command& it) {
  return any<run::started>(it, [&](const run::started& e) {
    const auto& job = it.before.jobs[e.job];
    if (!observed::kind(it.before, job.workspace).approval) return false;
    return job.status != job::status::in_review || job.held ||
           !observed::has_enough_approvals(it.before, e.job);
  });
}
/// R038-R041, D24. In some rulebooks the organization that owns a workspace works there without joining
/// (D10).
bool run_by_outsider(const accepted_command& it) {
  return any<run::started>(it, [&](const run::started& e) {
    const auto& job = it.before.jobs[e.job];
    if (!observed::is_member(it.before, job.workspace, e.started_by) &&
        !it.before.users[e.started_by].belongs_to(it.before.workspaces[job.workspace].owner))
      return true;
    if (!observed::kind(it.before, job.workspace).run_policy) return false;
    const auto& chosen = it.before.workspaces[job.workspace].policies->run;
    const auto mode = chosen ? chosen->mode : it.before.book().run_policy.default_;
    if (mode == rules::run_mode::creator) return job.creator != e.started_by;
    return mode == rules::run_mode::specific && !(chosen->users && has(*chosen->users, e.started_by));
  });
}
/// R152.
bool run_moves_after_end(const accepted_command& it) {
  return observed::any_of(it.before.runs, [&](run_id which) {
    const auto was = it.before.runs[which].status;
    const bool had_ended = was != run::status::queued && was != run::status::running;
    return had_ended && it.after.runs[which].status != was;
  });
}
bool user_reports_run(const accepted_command& it) { return it.by.is_user() && any<run::reported>(it); }

/// D24: an allow-list that names nobody.
bool empty_allow_list(const accepted_command& it) {
  return any<workspace::run_policy_set>(it, [](const workspace::run_policy_set& e) {
    return e.run_policy.mode == rules::run_mode::specific &&
           (!e.run_policy.users || e.run_policy.users->empty());
  });
}
/// R037.
bool run_policy_out_of_place(const accepted_command& it) {
  return any<workspace::run_policy_set>(it, [&](const workspace::run_policy_set& e) {
    return !observed::kind(it.after, e.workspace).run_policy;
  });
}
bool allow_list_of_strangers(const accepted_command& it) {
  return any<workspace::run_policy_set>(it, [&](const workspace::run_policy_set& e) {
    const auto users = e.run_policy.users.value_or(std::vector<user_id>{});
    return std::any_of(users.begin(), users.end(), [&](user_id who) {
      const auto& workspace = it.after.workspaces[e.workspace];
      return !observed::is_listed(it.after, e.workspace, who) &&
             std::none_of(workspace.invitations.begin(), workspace.invitations.end(),
                          [&](invitation_id each) { return it.after.invitations[each].user == who; });
    });
  });
}

}  // namespace

std::vector<goal> goals_about_runs() {
  using enum area;
  return {
      {"allow_list_of_strangers",
       "Somebody may run who is no member.",
       {policies, membership},
       allow_list_of_strangers},
      {"empty_allow_list", "A run policy was saved that names nobody.", {policies}, empty_allow_list},
      {"run_by_outsider",
       "A run was started by somebody whom the run policy does not name, or who is neither a member nor of "
       "the "
       "organization that owns the workspace.",
       {membership, policies, jobs, runs},
       run_by_outsider},
      {"run_moves_after_end", "A run moved on that had ended.", {jobs, runs}, run_moves_after_end},
      {"run_policy_out_of_place",
       "A run policy was saved where the kind of workspace has none.",
       {policies},
       run_policy_out_of_place},
      {"run_without_approval",
       "A run started of a job that not all had approved who must.",
       {membership, policies, jobs, runs},
       run_without_approval},
      {"user_reports_run",
       "Somebody told how a run goes, which is the host's to say.",
       {jobs, runs},
       user_reports_run},
  };
}

}  // namespace charter::inline v0::analysis
