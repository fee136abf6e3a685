// SPDX-License-Identifier: Apache-2.0
// Goals about jobs and their review, and about the policies that reviews follow.
#include <set>

#include "charter/base/text.hpp"
#include "goal_lists.hpp"
#include "observed.hpp"

namespace charter::inline v0::analysis {

namespace {

using observed::any;
using observed::has;

/// What a person would see: in review, and not approved by enough.
bool is_open(const realm& world, job_id which) {
  return world.jobs[which].status == job::status::in_review &&
         (world.jobs[which].held || !observed::has_enough_approvals(world, which));
}

/// D17.
bool content_changed_in_review(const accepted_command& it) {
  return any<job::edited>(
      it, [&](const job::edited& e) { return it.before.jobs[e.job].status != job::status::draft; });
}
bool decided_twice(const accepted_command& it) {
  return any<job::decision_recorded>(it, [&](const job::decision_recorded& e) {
    const auto& all = *it.before.jobs[e.job].decisions;
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.user == e.user; }) &&
           it.before.jobs[e.job].status == job::status::in_review;
  });
}
bool decided_on_old_revision(const accepted_command& it) {
  return any<job::decision_recorded>(
      it, [&](const job::decision_recorded& e) { return e.revision != it.before.jobs[e.job].revision; });
}
bool decided_when_not_in_review(const accepted_command& it) {
  return any<job::decision_recorded>(
      it, [&](const job::decision_recorded& e) { return !e.automatic && !is_open(it.before, e.job); });
}
/// R143, D23: only a current member whom the policy names; D48: not the creator where creators are barred.
bool decided_by_outsider(const accepted_command& it) {
  return any<job::decision_recorded>(it, [&](const job::decision_recorded& e) {
    if (e.automatic) return false;
    const auto& job = it.before.jobs[e.job];
    if (!it.before.book().approval.creator_approves && job.creator == e.user) return true;
    if (!observed::is_member(it.before, job.workspace, e.user)) return true;
    const auto& chosen = it.before.workspaces[job.workspace].policies->approval;
    if (!chosen || chosen->mode == rules::approval_mode::all) return false;
    return std::none_of(chosen->groups->begin(), chosen->groups->end(),
                        [&](const approval::group& each) { return has(each.members, e.user); });
  });
}
/// D22.
bool silent_rejection(const accepted_command& it) {
  return any<job::decision_recorded>(it, [&](const job::decision_recorded& e) {
    return e.decision == approval::verdict::reject && is_blank(e.comment.value_or("")) &&
           observed::kind(it.before, it.before.jobs[e.job].workspace).reject_comment;
  });
}
/// R142: asked for what is no draft.
bool asked_again(const accepted_command& it) {
  return any<job::approval_requested>(it, [&](const job::approval_requested& e) {
    return it.before.jobs[e.job].status != job::status::draft;
  });
}
bool discarded_with_runs(const accepted_command& it) {
  return any<job::discarded>(it,
                             [&](const job::discarded& e) { return it.before.jobs[e.job].runs.size() > 0; });
}

/// D20, D21: what is saved can be met by the people who are there or invited.
bool unmeetable_policy(const accepted_command& it) {
  const auto is_bad = [&](workspace_id where, const approval::policy& policy) {
    if (policy.mode == rules::approval_mode::all) return false;
    if (!policy.groups || policy.groups->empty()) return true;
    const auto is_there = [&](user_id who) {
      const auto& invitations = it.after.workspaces[where].invitations;
      return observed::is_listed(it.after, where, who) ||
             std::any_of(invitations.begin(), invitations.end(),
                         [&](invitation_id each) { return it.after.invitations[each].user == who; });
    };
    std::set<user_id> everyone;
    std::int64_t seats = 0;
    for (const auto& group : *policy.groups) {
      const std::set<user_id> members(group.members.begin(), group.members.end());
      if (!std::all_of(members.begin(), members.end(), is_there)) return true;
      if (group.minimum < 1 || group.minimum > static_cast<std::int64_t>(members.size())) return true;
      everyone.insert(members.begin(), members.end());
      seats += group.minimum;
    }
    return it.before.book().approval.distinct_approvers && seats > static_cast<std::int64_t>(everyone.size());
  };
  return any<workspace::approval_policy_set>(
             it, [&](const auto& e) { return is_bad(e.workspace, e.approval_policy); }) ||
         any<workspace::created>(it, [&](const workspace::created& e) {
           return e.approval_policy && is_bad(e.workspace, *e.approval_policy);
         });
}
/// R031: more than one person, and nothing said of who approves.
bool parties_without_policy(const accepted_command& it) {
  return any<workspace::created>(it, [&](const workspace::created& e) {
    const auto& workspace = it.after.workspaces[e.workspace];
    return !e.approval_policy && observed::kind(it.after, e.workspace).approval &&
           (observed::listed(it.after, e.workspace) > 1 || workspace.invitations.size() > 0);
  });
}

}  // namespace

std::vector<goal> goals_about_reviews() {
  using enum area;
  return {
      {"asked_again", "Approval was asked for something that is no draft.", {jobs}, asked_again},
      {"content_changed_in_review",
       "What a job does was changed while people were deciding on it, or after they had.",
       {jobs},
       content_changed_in_review},
      {"decided_by_outsider",
       "A decision was taken by somebody whom the policy does not name.",
       {directory, membership, policies, jobs},
       decided_by_outsider},
      {"decided_on_old_revision",
       "A decision was taken on a revision that is not the current one.",
       {jobs},
       decided_on_old_revision},
      {"decided_twice", "Somebody decided twice on one revision.", {jobs}, decided_twice},
      {"decided_when_not_in_review",
       "A decision was taken on a job that nobody was to decide on.",
       {policies, jobs},
       decided_when_not_in_review},
      {"discarded_with_runs",
       "A job was discarded although it had been run.",
       {jobs, runs},
       discarded_with_runs},
      {"parties_without_policy",
       "A workspace of several people was created without saying who must approve.",
       {workspaces},
       parties_without_policy},
      {"silent_rejection",
       "A job was rejected without a word where the kind of workspace asks for one.",
       {jobs},
       silent_rejection},
      {"unmeetable_policy",
       "An approval policy was saved that the people there cannot meet.",
       {workspaces, membership, policies},
       unmeetable_policy},
  };
}

}  // namespace charter::inline v0::analysis
