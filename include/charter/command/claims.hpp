// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An address gets its account: the invitations held for it become that user's (D37).

#include "charter/command/joining.hpp"
#include "charter/command/people.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

/// Whether the invitation, taken up now, would begin a membership that the rules allow.
inline bool may_begin(turn& t, invitation_id which, user_id user) {
  const auto& it = t.world.invitations[which];
  const auto& workspace = t.world.workspaces[it.workspace];
  if (it.status != invitation::status::pending || workspace.archived()) return false;
  if (people::check_eligible(t, {user, it.to->email}, workspace.owner)) return false;
  const auto limit = t.book().limits.members_per_workspace;
  return !limit || workspace.listed < *limit;
}

/// Claims every invitation held for the new account's address; where the rulebook says `accept`, takes them
/// up. What may not begin stays open; the account begins all the same.
inline void claim_invitations(turn& t, user_id user) {
  const auto* held = t.world.held_invitations.find(ascii_lower(t.world.users[user].profile->email));
  if (!held) return;
  const auto all = *held;
  for (const auto each : all) {
    t.emit(invitation::claimed{each, t.world.invitations[each].workspace, user});
    if (t.book().membership.on_account_created == rules::on_account_created::accept &&
        may_begin(t, each, user))
      joining::accept(t, each, user);
  }
}

}  // namespace charter::inline v0
