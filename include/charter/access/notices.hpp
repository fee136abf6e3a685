// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who is told what (vocabulary, section 8, Notices go to): derived from each event as it is folded in.

#include <algorithm>
#include <optional>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Puts the notices of one event, just applied, into the mailboxes. One of a kind a person and event; the
/// actor gets its own only when a workspace becomes active.
class notifier {
 public:
  notifier(realm& world, const stamp& when) : world_(world), when_(when) {}

  void notify(const event& what) {
    visit_event(what, [&](const auto& one) { on(one); });
  }
  void notify_platform() {
    world_.platform_mail.rows.push_back(make(notice::kind::organization_without_admin, {}, {}));
  }

 private:
  using kind = notice::kind;

  template <class Event>
  void on(const Event&) {}

  void on(const invitation::sent& what) { tell_invitee(kind::invited, what.invitation); }
  void on(const invitation::reissued& what) { tell_invitee(kind::invitation_reissued, what.invitation); }
  void on(const invitation::accepted& what) {
    tell_all(kind::invitation_accepted, managers(what.workspace), what.workspace);
  }
  void on(const invitation::declined& what) {
    tell_all(kind::invitation_declined, managers(what.workspace), what.workspace);
  }
  void on(const workspace::member_added& what) { tell(kind::member_added, what.user, what.workspace); }
  void on(const workspace::member_removed& what) { tell(kind::member_removed, what.user, what.workspace); }
  void on(const workspace::role_changed& what) { tell(kind::role_changed, what.user, what.workspace); }
  void on(const workspace::activated& what) {
    for (const auto each : party(what.workspace)) put(kind::workspace_activated, each, what.workspace, {});
    tell_held(kind::workspace_activated, what.workspace);
  }
  void on(const workspace::archived& what) {
    tell_all(kind::workspace_archived, party(what.workspace), what.workspace);
    tell_held(kind::workspace_archived, what.workspace);
  }
  void on(const job::approval_requested& what) {
    const auto& job = world_.jobs[what.job];
    const auto standing = standing_of(world_, job, when_.at);
    if (standing.exempt) return;
    std::vector<user_id> asked;
    for (const auto& group : standing.groups)
      for (const auto each : group.may_approve)
        if (!(world_.book().approval.creator_approves && each == job.creator)) add(asked, each);
    tell_all(kind::review_requested, asked, job.workspace, what.job);
  }
  void on(const job::approved& what) { tell_creator(kind::job_approved, what.job); }
  void on(const job::rejected& what) { tell_creator(kind::job_rejected, what.job); }
  void on(const reviews::reevaluated& what) {
    std::vector<user_id> concerned, stuck;
    for (const auto each : world_.workspaces[what.workspace].jobs)
      if (world_.jobs[each].status == job::status::in_review) add(concerned, world_.jobs[each].creator);
    for (const auto each : what.unsatisfiable) add(stuck, world_.jobs[each].creator);
    for (const auto each : managers(what.workspace)) add(concerned, each), add(stuck, each);
    tell_all(kind::reviews_reevaluated, concerned, what.workspace);
    if (!what.unsatisfiable.empty()) tell_all(kind::quorum_unsatisfiable, stuck, what.workspace);
  }
  void on(const run::reported& what) {
    if (world_.runs[what.run].finished()) tell_finished(what.run);
  }
  void on(const run::cancelled& what) { tell_finished(what.run); }

  void tell_finished(run_id which) {
    const auto& run = world_.runs[which];
    std::vector<user_id> both{run.started_by};
    add(both, world_.jobs[run.job].creator);
    tell_all(kind::run_finished, both, run.workspace, run.job);
  }
  void tell_creator(kind what, job_id which) {
    tell(what, world_.jobs[which].creator, world_.jobs[which].workspace, which);
  }
  void tell_invitee(kind what, invitation_id which) {
    const auto& it = world_.invitations[which];
    if (it.user)
      tell(what, *it.user, it.workspace);
    else
      world_.held_mail.edit(ascii_lower(it.to->email)).rows.push_back(make(what, it.workspace, {}));
  }
  /// Open invitations held for addresses without an account.
  void tell_held(kind what, workspace_id where) {
    for (const auto each : world_.workspaces[where].invitations) {
      const auto& it = world_.invitations[each];
      if (!it.user && it.status == invitation::status::pending)
        world_.held_mail.edit(ascii_lower(it.to->email)).rows.push_back(make(what, where, {}));
    }
  }

  /// Members and open invitees.
  std::vector<user_id> party(workspace_id where) const {
    std::vector<user_id> out;
    for_each_listed(world_, where, when_.at, [&](const membership::row& row) { add(out, row.user); });
    for (const auto each : world_.workspaces[where].invitations) {
      const auto& it = world_.invitations[each];
      if (it.user && it.status == invitation::status::pending) add(out, *it.user);
    }
    return out;
  }
  /// Members who manage members there.
  std::vector<user_id> managers(workspace_id where) const {
    std::vector<user_id> out;
    for_each_listed(world_, where, when_.at, [&](const membership::row& row) {
      const bool manages =
          is_active(world_, row) &&
          judge_grants({world_, row.user, permissions::workspace_manage_members, when_.at, {}, where})
              .allowed();
      if (manages) add(out, row.user);
    });
    return out;
  }
  static void add(std::vector<user_id>& all, user_id one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }

  void tell_all(kind what, const std::vector<user_id>& people, workspace_id where,
                std::optional<job_id> job = {}) {
    for (const auto each : people) tell(what, each, where, job);
  }
  void tell(kind what, user_id to, workspace_id where, std::optional<job_id> job = {}) {
    if (!when_.by.is(to)) put(what, to, where, job);
  }
  void put(kind what, user_id to, workspace_id where, std::optional<job_id> job) {
    world_.mail.edit(to.value).rows.push_back(make(what, where, job));
  }
  notice::row make(kind what, std::optional<workspace_id> where, std::optional<job_id> job) const {
    return {what, where, job, when_.by, when_.at};
  }

  realm& world_;
  stamp when_;
};

}  // namespace charter::inline v0
