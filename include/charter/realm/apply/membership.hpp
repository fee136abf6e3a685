// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the membership room, applied: rows begin, change, end, and places in groups go with them.

#include "charter/machines/membership/rules.hpp"
#include "charter/machines/settings/rules.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

struct membership_events {
  static void on(realm& world, const workspace::member_added& what, const stamp&) {
    if (!world.find_row(what.workspace, what.user))
      world.users.edit(what.user).workspaces.push_back(what.workspace);
    auto& it = world.workspaces.edit(what.workspace);
    world.member_rows.set({what.workspace, what.user}, static_cast<std::uint32_t>(it.members.size()));
    it.members.push_back({what.user, role_named(world, what.role), what.until});
    ++it.listed;
    ++it.review_revision;
    remember_end(world, what.workspace, what.user, what.until);
  }
  static void on(realm& world, const workspace::member_removed& what, const stamp&) {
    end(world, what.workspace, what.user);
  }
  static void on(realm& world, const workspace::member_left& what, const stamp&) {
    end(world, what.workspace, what.user);
  }
  static void on(realm& world, const workspace::role_changed& what, const stamp&) {
    membership::machine::apply(edit_row(world, what.workspace, what.user), what,
                               role_named(world, what.role));
    remember_end(world, what.workspace, what.user, what.until);
  }
  static void on(realm& world, const memberships::ended& what, const stamp& when) {
    if (!what.user) return end_due(world, when.at);
    const auto touched = world.users[*what.user].workspaces;
    for (const auto workspace : touched) {
      const auto& it = world.workspaces[workspace];
      if (what.organization && !what.everywhere && it.owner != *what.organization) continue;
      if (!world.find_row(workspace, *what.user)->listed(when.at)) continue;
      if (!it.sealed())
        end(world, workspace, *what.user);
      else if (what.organization)
        membership::machine::suspend(edit_row(world, workspace, *what.user), *what.organization);
      ++world.workspaces.edit(workspace).review_revision;
    }
  }

  /// Sealed rows count again when their user joins that organization again (D26).
  static void reinstate(realm& world, user_id user, organization_id by) {
    const auto touched = world.users[user].workspaces;
    for (const auto workspace : touched)
      if (world.find_row(workspace, user)->suspended_by == by) {
        membership::machine::reinstate(edit_row(world, workspace, user), by);
        ++world.workspaces.edit(workspace).review_revision;
      }
  }
  /// What changes about a user may change every review it has a say in.
  static void touch_reviews(realm& world, user_id user) {
    const auto touched = world.users[user].workspaces;
    for (const auto workspace : touched) ++world.workspaces.edit(workspace).review_revision;
  }
  /// The row whose end the entry still speaks of; null if it was moved or ended another way.
  static const membership::row* due_row(const realm& world, const due_entry& due) {
    const auto* row = world.find_row(workspace_id{due.first}, user_id{due.second});
    return row && !row->ended && row->until == due.until ? row : nullptr;
  }

 private:
  static std::optional<role_index> role_named(const realm& world, const std::optional<std::string>& name) {
    return name ? world.rules->find_role(*name) : std::nullopt;
  }
  static membership::row& edit_row(realm& world, workspace_id workspace, user_id user) {
    return world.workspaces.edit(workspace).members.edit(*world.member_rows.find({workspace, user}));
  }
  static void end(realm& world, workspace_id workspace, user_id user) {
    membership::machine::end(edit_row(world, workspace, user));
    auto& it = world.workspaces.edit(workspace);
    --it.listed;
    ++it.review_revision;
    if (settings::machine::names(*it.policies, user))
      it.policies.change([&](workspace::policies& p) { settings::machine::forget(p, user); });
  }
  static void end_due(realm& world, instant at) {
    while (world.due_memberships.any_until(at)) {
      const auto due = world.due_memberships.pop();
      if (due_row(world, due)) end(world, workspace_id{due.first}, user_id{due.second});
    }
  }
  static void remember_end(realm& world, workspace_id workspace, user_id user, std::optional<instant> until) {
    if (until) world.due_memberships.push({*until, workspace.value, user.value, {}});
  }
};

}  // namespace charter::inline v0
