// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a person comes in: a membership begins, an invitation is sent or taken up.

#include <optional>
#include <string>

#include "charter/base/instant.hpp"
#include "charter/command/limits.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0::joining {

inline std::optional<std::string> name_of(const turn& t, std::optional<role_index> role) {
  return role ? std::optional(t.world.rules->role(*role).name) : std::nullopt;
}

/// Begins a membership. The second listed member of an active workspace ends the single-party exemption
/// (D25).
inline void add_member(turn& t, workspace_id workspace, user_id user, std::optional<role_index> role,
                       std::optional<instant> until) {
  const bool was_active = t.world.workspaces[workspace].status == workspace::status::active;
  t.emit(workspace::member_added{workspace, user, name_of(t, role), until});
  if (was_active && t.world.workspaces[workspace].listed == 2 && kind_of(t.world, workspace).approval)
    t.warn("single_party_ended");
}

/// When an invitation ends: as asked, else by the rulebook's time to live, else never (D05).
inline std::optional<instant> end_of_invitation(const turn& t, std::optional<instant> asked) {
  if (asked) return asked;
  const auto& ttl = t.book().membership.invitation_ttl;
  return ttl ? std::optional(t.now + *parse_duration(*ttl)) : std::nullopt;
}

inline void send_invitation(turn& t, workspace_id workspace, std::optional<user_id> user,
                            const std::string& email, std::optional<role_index> role,
                            std::optional<instant> until, const std::optional<std::string>& key) {
  const auto by = t.by.is_user() ? std::optional(t.by.user) : std::nullopt;
  t.emit(invitation::sent{t.world.invitations.next(), key, workspace, user, email, name_of(t, role),
                          end_of_invitation(t, until), by});
}

/// Takes up an invitation: the membership begins, and the last acceptance activates a sealed workspace
/// (R002).
inline void accept(turn& t, invitation_id which, user_id user) {
  const auto& it = t.world.invitations[which];
  const auto workspace = it.workspace;
  const auto role = it.role;
  t.emit(invitation::accepted{which, workspace, user});
  add_member(t, workspace, user, role, {});
  const auto& there = t.world.workspaces[workspace];
  if (there.status == workspace::status::pending && there.awaited == 0)
    t.emit(workspace::activated{workspace, "invitation.accepted"});
}

}  // namespace charter::inline v0::joining
