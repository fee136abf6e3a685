// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The guards of D12: an organization keeps an organization admin, a workspace keeps an admin.
/// They bind users; the operator, the host and the rulebook's exceptions pass with a warning.

#include <string_view>

#include "charter/access/holders.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0::last_admin {

namespace detail {

inline objection judge(turn& t, const rules::guard_rule& guard, std::string_view slug,
                       std::string_view message) {
  const bool excepted =
      !t.by.is_user() || holders::in_any_organization(t.before(), t.by.user, guard.except, t.now);
  if (!excepted) return refuse(slug, std::string(message));
  t.warn("without_admin");
  return {};
}

}  // namespace detail

/// Refused only if somebody held a role before the command and nobody does after it.
inline objection guard_organization(turn& t, organization_id where) {
  const auto& guard = t.book().guards.last_organization_admin;
  const auto has_one = [&](const realm& world) {
    return holders::organization_has_one(world, where, guard.roles, t.now);
  };
  if (guard.roles.empty() || !has_one(t.before()) || has_one(t.world)) return {};
  return detail::judge(t, guard, "last_organization_admin",
                       "The organization would be left without an administrator; appoint another first.");
}

inline objection guard_workspace(turn& t, workspace_id where) {
  const auto& guard = t.book().guards.last_workspace_admin;
  if (guard.roles.empty() || t.world.workspaces[where].archived()) return {};
  const auto has_one = [&](const realm& world) {
    return holders::workspace_has_one(world, where, guard.roles, t.now);
  };
  if (!has_one(t.before()) || has_one(t.world)) return {};
  return detail::judge(t, guard, "last_workspace_admin",
                       "The workspace would be left without an administrator; appoint another first.");
}

/// Everything that the user's going could leave without one.
inline objection guard_all_of(turn& t, user_id user) {
  for (const auto each : t.before().users[user].standing->organizations)
    if (auto no = guard_organization(t, each)) return no;
  for (const auto each : t.before().users[user].workspaces)
    if (auto no = guard_workspace(t, each)) return no;
  return {};
}

}  // namespace charter::inline v0::last_admin
