// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the invitation room, applied: the invitation, and what its workspace counts of them.

#include "charter/machines/invitation/rules.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

struct invitation_events {
  static void on(realm& world, const invitation::sent& what, const stamp& when) {
    invitation::state made;
    made.workspace = what.workspace;
    made.user = what.user;
    made.invited_by = what.invited_by;
    if (what.role) made.role = world.rules->find_role(*what.role);
    made.until = what.until;
    made.sent_at = when.at;
    made.to = invitation::addressee{what.key.value_or(""), what.email};
    world.invitations.add(std::move(made), what.key.value_or(""));
    auto& workspace = world.workspaces.edit(what.workspace);
    workspace.invitations.push_back(what.invitation);
    ++workspace.open_invitations;
    if (workspace.sealed()) ++workspace.awaited;
    if (what.user)
      world.users.edit(*what.user).invitations.push_back(what.invitation);
    else
      world.held_invitations.edit(ascii_lower(what.email)).push_back(what.invitation);
    remember_end(world, what.invitation, what.until);
  }
  static void on(realm& world, const invitation::accepted& what, const stamp&) {
    change(world, what.invitation, [&](invitation::state& it) { invitation::machine::apply(it, what); });
    auto& workspace = world.workspaces.edit(what.workspace);
    if (workspace.awaited > 0) --workspace.awaited;
  }
  static void on(realm& world, const invitation::declined& what, const stamp&) {
    change(world, what.invitation, [&](invitation::state& it) { invitation::machine::apply(it, what); });
  }
  static void on(realm& world, const invitation::revoked& what, const stamp&) {
    change(world, what.invitation, [&](invitation::state& it) { invitation::machine::apply(it, what); });
  }
  static void on(realm& world, const invitation::reissued& what, const stamp& when) {
    change(world, what.invitation,
           [&](invitation::state& it) { invitation::machine::apply(it, what, when.at); });
    remember_end(world, what.invitation, what.until);
  }
  static void on(realm& world, const invitation::claimed& what, const stamp&) {
    invitation::machine::apply(world.invitations.edit(what.invitation), what);
    world.users.edit(what.user).invitations.push_back(what.invitation);
    world.held_invitations.erase(ascii_lower(world.invitations[what.invitation].to->email));
  }
  static void on(realm& world, const invitations::voided& what, const stamp&) {
    const auto all = world.workspaces[what.workspace].invitations;
    for (const auto each : all)
      change(world, each, [&](invitation::state& it) { invitation::machine::apply(it, what); });
  }
  static void on(realm& world, const invitations::expired& what, const stamp& when) {
    while (world.due_invitations.any_until(when.at)) {
      const auto due = world.due_invitations.pop();
      if (is_due(world, due))
        change(world, invitation_id{due.first},
               [&](invitation::state& it) { invitation::machine::apply(it, what); });
    }
  }

  /// Whether the entry still speaks of a pending invitation with that end.
  static bool is_due(const realm& world, const due_entry& due) {
    const auto& it = world.invitations[invitation_id{due.first}];
    return it.status == invitation::status::pending && it.until == due.until;
  }

 private:
  template <class Edit>
  static void change(realm& world, invitation_id which, Edit&& edit) {
    auto& it = world.invitations.edit(which);
    const bool was_open = it.status == invitation::status::pending;
    edit(it);
    const bool is_open = it.status == invitation::status::pending;
    if (was_open == is_open) return;
    auto& open = world.workspaces.edit(it.workspace).open_invitations;
    is_open ? ++open : --open;
  }
  static void remember_end(realm& world, invitation_id which, std::optional<instant> until) {
    if (until) world.due_invitations.push({*until, which.value, 0, {}});
  }
};

}  // namespace charter::inline v0
