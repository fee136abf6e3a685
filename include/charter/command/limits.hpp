// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Limits of the rulebook (D46): judged last, when the thing that would be one too many begins.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "charter/command/turn.hpp"

namespace charter::inline v0::limits {

inline objection check(std::optional<std::uint32_t> limit, std::uint32_t now_there, std::string_view name) {
  if (!limit || now_there <= *limit) return {};
  return refuse("limit_reached", "The rulebook allows " + std::to_string(*limit) + " here; make room first.")
      .with("limit", std::string(name));
}

inline objection check_users(const turn& t, organization_id where) {
  return check(t.book().limits.users_per_organization, t.world.organizations[where].users,
               "users_per_organization");
}
inline objection check_workspaces(const turn& t, organization_id where) {
  return check(t.book().limits.workspaces_per_organization, t.world.organizations[where].workspaces,
               "workspaces_per_organization");
}
inline objection check_members(const turn& t, workspace_id where) {
  return check(t.book().limits.members_per_workspace, t.world.workspaces[where].listed,
               "members_per_workspace");
}
inline objection check_invitations(const turn& t, workspace_id where) {
  return check(t.book().limits.open_invitations_per_workspace, t.world.workspaces[where].open_invitations,
               "open_invitations_per_workspace");
}

}  // namespace charter::inline v0::limits
