// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which words of the check index an event may change. Naming too many costs time, too few would be wrong: a
/// property test compares the index with `effective`.

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/base/each_id.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::index {

/// Collects for one realm after another, in the same memory.
class touched_words {
 public:
  /// Forgets what there was. REQUIRES: the events that follow have been applied to `world`, which stays.
  void begin(const realm& world) {
    world_ = &world;
    everything = false;
    users.clear(), workspaces.clear(), jobs.clear(), runs.clear(), rows.clear();
  }

  using row = std::pair<workspace_id, user_id>;
  std::vector<user_id> users;
  std::vector<workspace_id> workspaces;
  std::vector<job_id> jobs;
  std::vector<run_id> runs;
  std::vector<row> rows;
  bool everything = false;

  void add(const event& what) {
    visit_event(what, [&](const auto& one) {
      users_here_.clear();
      workspaces_here_.clear();
      for_each_id(one, [&](auto it) { take(it); });
      if constexpr (requires { look_further(one); }) look_further(one);
      for (const auto each : users_here_) users.push_back(each);
      for (const auto each : workspaces_here_) {
        workspaces.push_back(each);
        for (const auto user : users_here_) rows.push_back({each, user});
      }
    });
  }

  /// Whoever has, had or may have a row there.
  void add_everybody(workspace_id workspace) {
    for (const auto& each : world_->workspaces[workspace].members) rows.push_back({workspace, each.user});
    add_invitees(workspace);
    add_named(workspace);
  }
  /// Whoever may have a row there without being listed.
  void add_unlisted(workspace_id workspace) {
    if (world_->workspaces[workspace].status == workspace::status::pending) add_invitees(workspace);
    add_named(workspace);
  }

  void finish() {
    const auto once = [](auto& all) {
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
    };
    once(users), once(workspaces), once(jobs), once(runs), once(rows);
  }

 private:
  void take(user_id it) { users_here_.push_back(it); }
  void take(workspace_id it) { workspaces_here_.push_back(it); }
  void take(job_id it) {
    jobs.push_back(it);
    workspaces_here_.push_back(world_->jobs[it].workspace);
  }
  void take(run_id it) { runs.push_back(it); }
  void take(invitation_id it) { workspaces_here_.push_back(world_->invitations[it].workspace); }
  template <class Kind>
  void take(id<Kind>) {}

  void look_further(const realms::created&) { everything = true; }
  void look_further(const realms::rulebook_amended&) { everything = true; }
  // What happens to a user's account happens in every workspace of the user.
  void look_further(const user::joined& it) { everywhere(it.user); }
  void look_further(const user::signed_in& it) { everywhere(it.user); }
  void look_further(const user::deactivated& it) { everywhere(it.user); }
  void look_further(const user::reactivated& it) { everywhere(it.user); }
  void look_further(const user::removed& it) { everywhere(it.user); }
  void look_further(const roles::ended& it) {
    if (it.user) everywhere(*it.user);
  }
  void look_further(const memberships::ended& it) {
    if (it.user) everywhere(*it.user);
  }
  // Policies name people, and no longer name others.
  void look_further(const workspace::created& it) { add_everybody(it.workspace); }
  void look_further(const workspace::approval_policy_set& it) { add_everybody(it.workspace); }
  void look_further(const workspace::run_policy_set& it) { add_everybody(it.workspace); }
  void look_further(const workspace::activated& it) { add_everybody(it.workspace); }
  void look_further(const invitations::voided& it) { add_everybody(it.workspace); }
  void look_further(const jobs::closed& it) {
    for (const auto each : world_->workspaces[it.workspace].jobs) jobs.push_back(each);
  }

  void everywhere(user_id user) {
    for (const auto each : world_->users[user].workspaces) {
      workspaces.push_back(each);
      rows.push_back({each, user});
    }
  }

  void add_invitees(workspace_id workspace) {
    for (const auto each : world_->workspaces[workspace].invitations)
      if (const auto user = world_->invitations[each].user) rows.push_back({workspace, *user});
  }
  void add_named(workspace_id workspace) {
    const auto& policy = world_->workspaces[workspace].policies->run;
    if (policy && policy->users)
      for (const auto each : *policy->users) rows.push_back({workspace, each});
  }

  const realm* world_ = nullptr;
  std::vector<user_id> users_here_;
  std::vector<workspace_id> workspaces_here_;
};

}  // namespace charter::inline v0::index
