// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The only place where one room's event moves another: archiving closes what is open, a removed dataset
/// cancels what waits for it, and whatever changes members, policies or integrations makes reviews be looked
/// at again.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "charter/command/turn.hpp"

namespace charter::inline v0 {

/// Watches the events of one command and adds what follows from them.
class consequence_search {
 public:
  consequence_search(turn& t, std::size_t from) : t_(t), from_(static_cast<std::ptrdiff_t>(from)) {}

  void follow(const event& what) {
    visit_event(what, [&](const auto& one) {
      cause_ = one.message_name;
      follow_one(one);
    });
  }

  /// To be called once all of the command's events were followed.
  void reevaluate() {
    for (const auto each : touched_) reevaluate(each);
  }

 private:
  std::string cause() const { return std::string(cause_); }

  template <class Event>
  void follow_one(const Event&) {}

  void follow_one(const workspace::archived& what) {
    const auto& it = t_.world.workspaces[what.workspace];
    if (it.credential_generation > 0)
      t_.emit(workspace::credential_revoked{what.workspace, std::int64_t{it.credential_generation}, cause()});
    if (it.open_invitations > 0) t_.emit(invitations::voided{what.workspace, cause()});
    if (std::any_of(it.runs.begin(), it.runs.end(),
                    [&](run_id each) { return !t_.world.runs[each].finished(); }))
      t_.emit(runs::cancelled{what.workspace, {}, cause()});
    const auto in_review = [&](job_id each) {
      return shown_status(t_.world, t_.world.jobs[each], t_.now) == job::status::in_review;
    };
    if (std::any_of(it.jobs.begin(), it.jobs.end(), in_review))
      t_.emit(jobs::closed{what.workspace, cause()});
  }
  void follow_one(const dataset::removed& what) {
    const auto waits = [&](run_id each) { return t_.world.runs[each].status == run::status::queued; };
    for (const auto job : t_.world.assets[what.dataset].used_by) {
      const auto& it = t_.world.jobs[job];
      if (run_events::uses(it, what.dataset) && std::any_of(it.runs.begin(), it.runs.end(), waits))
        return t_.emit(runs::cancelled{{}, what.dataset, cause()});
    }
  }
  void follow_one(const integration::updated& what) {
    if (!what.content_digest ||
        *what.content_digest == t_.before().assets[what.integration].details->content_digest)
      return;
    for (const auto job : t_.world.assets[what.integration].used_by) {
      const auto& it = t_.world.jobs[job];
      if (it.status != job::status::in_review || !run_events::uses(it, what.integration)) continue;
      restarted_.push_back(job);
      touch(it.workspace);
    }
  }
  void follow_one(const workspace::member_added& what) { touch(what.workspace); }
  void follow_one(const workspace::member_removed& what) { touch(what.workspace); }
  void follow_one(const workspace::member_left& what) { touch(what.workspace); }
  void follow_one(const workspace::approval_policy_set& what) { touch(what.workspace); }
  void follow_one(const user::deactivated& what) { touch_all_of(what.user); }
  void follow_one(const user::reactivated& what) { touch_all_of(what.user); }
  void follow_one(const user::removed& what) { touch_all_of(what.user); }
  void follow_one(const user::joined& what) { touch_all_of(what.user); }
  void follow_one(const memberships::ended& what) {
    if (what.user) return touch_all_of(*what.user);
    auto queue = t_.before().due_memberships;
    while (queue.any_until(t_.now)) touch(workspace_id{queue.pop().first});
  }

  void touch(workspace_id it) {
    if (std::find(touched_.begin(), touched_.end(), it) == touched_.end()) touched_.push_back(it);
    if (first_cause_.empty()) first_cause_ = cause_;
  }
  /// Of a user's workspaces only those whose member list reads differently now.
  void touch_all_of(user_id user) {
    for (const auto each : t_.world.users[user].workspaces)
      if (counted(t_.before(), each, user) != counted(t_.world, each, user)) touch(each);
  }
  bool counted(const realm& world, workspace_id where, user_id user) const {
    return member_row(world, where, user, world.now > t_.now ? world.now : t_.now) != nullptr;
  }

  void reevaluate(workspace_id where) {
    const auto& it = t_.world.workspaces[where];
    if (it.archived() || !t_.was_there(where)) return;
    const auto& kind = kind_of(t_.world, where);
    reviews::reevaluated out{where, {}, {}, {}, std::string(first_cause_)};
    bool any = false;
    for (const auto each : it.jobs) {
      const auto& job = t_.world.jobs[each];
      if (job.status != job::status::in_review) continue;
      any = true;
      if (std::find(restarted_.begin(), restarted_.end(), each) != restarted_.end())
        out.restarted.push_back(each);
      else if (t_.is_measured())  // who joins beside others takes nothing away
        look_at(each, job, out);
    }
    if (any && kind.approval) t_.emit(out);
    if (t_.is_measured()) warn(where, kind, out);
  }
  void look_at(job_id which, const job::state& job, reviews::reevaluated& out) {
    const auto now = standing_of(t_.world, job, t_.now);
    if (!t_.was_there(which)) return;
    const auto then = standing_of(t_.before(), t_.before().jobs[which], t_.now);
    if (now.unsatisfiable && !then.unsatisfiable) out.unsatisfiable.push_back(which);
    if (!t_.book().approval.shrinking_completes && now.satisfied && !job.held && !then.satisfied &&
        only_shrank(job.workspace))
      out.held.push_back(which);
  }
  /// Whether the change took people away and did nothing else (D15).
  bool only_shrank(workspace_id where) const {
    const bool policy_stays = std::none_of(t_.events.begin() + from_, t_.events.end(), [](const event& each) {
      return name_of(each) == workspace::approval_policy_set::message_name;
    });
    const auto was_there = [&](const approval::voter& voter) {
      const auto* row = listed_row(t_.before(), where, voter.user, t_.now);
      return row && is_active(t_.before(), *row) >= voter.active;
    };
    const auto now = voters(t_.world, where, t_.now);
    return policy_stays && std::all_of(now.begin(), now.end(), was_there);
  }

  void warn(workspace_id where, const rules::kind_definition& kind, const reviews::reevaluated& found) {
    if (!found.unsatisfiable.empty() ||
        (kind.approval && !can_be_met(t_.world, where) && can_be_met(t_.before(), where)))
      t_.warn("quorum_unsatisfiable");
    if (kind.run_policy && has_empty_list(t_.world, where) && !has_empty_list(t_.before(), where))
      t_.warn("empty_allow_list");
  }
  /// Whether a job of nobody in particular could be approved by the members there are.
  bool can_be_met(const realm& world, workspace_id where) const {
    const auto policy = approval_in_force(world, where);
    const auto members = voters(world, where, t_.now);
    const std::vector<approval::ballot> none;
    const user_id nobody{0xffffffffU};
    return !approval::evaluate({policy, world.book().approval, members, none, nobody}).unsatisfiable;
  }
  static bool has_empty_list(const realm& world, workspace_id where) {
    const auto policy = run_policy_in_force(world, where);
    return policy.mode == rules::run_mode::specific && (!policy.users || policy.users->empty());
  }

  turn& t_;
  std::ptrdiff_t from_;  ///< where the present command's events begin; a batch has others before
  std::string_view cause_, first_cause_;  // names of events, in static storage
  std::vector<workspace_id> touched_;
  std::vector<job_id> restarted_;
};

/// Adds what follows from the events decided since `from`.
inline void decide_consequences(turn& t, std::size_t from) {
  consequence_search search(t, from);
  for (std::size_t i = from; i < t.events.size(); ++i) {
    const event what = t.events[i];  // emitting grows the list
    search.follow(what);
  }
  search.reevaluate();
}

}  // namespace charter::inline v0
