// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who holds which of some named roles: for the last-admin guards and for who may give a role.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "charter/realm/members.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::holders {

inline bool names(const std::vector<std::string>& roles, std::string_view name) {
  return std::find(roles.begin(), roles.end(), name) != roles.end();
}

/// Whether the role, or one it inherits, is among the named ones.
inline bool is_one_of(const rule_set& rules, role_index held, const std::vector<std::string>& roles) {
  const auto all = rules.with_inherited(held);
  return std::any_of(all.begin(), all.end(),
                     [&](role_index each) { return names(roles, rules.role(each).name); });
}

/// Whether the user holds one of the roles in the organization (default roles included).
inline bool in_organization(const realm& world, user_id user, organization_id where,
                            const std::vector<std::string>& roles, instant at) {
  const auto& it = world.users[user];
  if (!it.belongs_to(where) || it.status != user::status::active) return false;
  for (const auto& each : it.standing->roles)
    if (each.organization == where && each.counts(at) && is_one_of(*world.rules, each.role, roles))
      return true;
  for (std::uint16_t i = 0; i < world.rules->role_count(); ++i)
    if (world.rules->role({i}).default_ && is_one_of(*world.rules, {i}, roles)) return true;
  return false;
}

inline bool in_any_organization(const realm& world, user_id user, const std::vector<std::string>& roles,
                                instant at) {
  const auto& all = world.users[user].standing->organizations;
  return std::any_of(all.begin(), all.end(),
                     [&](organization_id each) { return in_organization(world, user, each, roles, at); });
}

/// Whether the user is a current member there who holds one of the roles, by membership or in an
/// organization.
inline bool in_workspace(const realm& world, user_id user, workspace_id where,
                         const std::vector<std::string>& roles, instant at) {
  const auto* row = member_row(world, where, user, at);
  if (!row) return false;
  if (row->role && is_one_of(*world.rules, *row->role, roles)) return true;
  return in_any_organization(world, user, roles, at);
}

/// Whether the organization has somebody who holds one of the roles.
inline bool organization_has_one(const realm& world, organization_id where,
                                 const std::vector<std::string>& roles, instant at) {
  for (const auto each : world.organizations[where].joined)
    if (in_organization(world, each, where, roles, at)) return true;
  return false;
}
/// Whether the workspace has a current member who holds one of the roles.
inline bool workspace_has_one(const realm& world, workspace_id where, const std::vector<std::string>& roles,
                              instant at) {
  bool found = false;
  for_each_listed(world, where, at, [&](const membership::row& row) {
    found = found || in_workspace(world, row.user, where, roles, at);
  });
  return found;
}

}  // namespace charter::inline v0::holders
