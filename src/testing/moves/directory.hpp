// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves in the directory: organizations, users, organization roles.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people.hpp"

namespace charter::inline v0::testing::moves {

inline std::optional<asked> create_organization(chooser& c) {
  auto as = c.party(actor::platform());
  if (!as || !c.room(c.world.organizations.all.size(), 3)) return {};
  return asked{*as, organization::create{maybe_key(c, c.world.organizations), a_line(c, "Organization")}};
}

inline std::optional<asked> rename_organization(chooser& c) {
  const auto it = c.any(c.world.organizations, [](auto) { return true; });
  if (!it) return {};
  auto as = c.chance(30) ? c.party(actor::platform()) : c.actor_for(permissions::organization_edit, *it);
  if (!as) return {};
  return asked{*as, organization::rename{c.name(*it), a_line(c, "Organization")}};
}

/// The host, the operator, or a user who manages users there.
inline std::optional<actor> user_manager(chooser& c, organization_id where) {
  if (c.chance(30)) return c.party(actor::host());
  if (c.chance(30)) return c.party(actor::platform());
  return c.actor_for(permissions::organization_manage_users, where);
}

/// Also people who are invited by e-mail already.
inline std::optional<asked> provision_user(chooser& c) {
  auto as = c.party(c.chance(70) ? actor::host() : actor::platform());
  if (!as || !c.room(c.world.users.all.size(), 12)) return {};
  user::provision out;
  out.key = maybe_key(c, c.world.users);
  const auto number = std::to_string(c.world.users.all.size());
  out.email = c.chance(60) ? "User" + number + "@work.example" : an_address(c);
  if (find_by_email(c.world, out.email) && !c.careless) return {};
  out.name = maybe_line(c, "Person");
  const bool alone = c.book.directory.account_without_organization && c.chance(25);
  const auto where = c.any(c.world.organizations, [](auto) { return true; });
  if (where && !alone && !c.slips(20)) out.organization = c.name(*where);
  return where ? std::optional(asked{*as, out}) : std::nullopt;
}

/// Who may give an organization role there (`assigned_by`), or take it (`withdrawn_by`).
inline std::optional<actor> role_giver(chooser& c, const std::optional<std::vector<std::string>>& list,
                                       organization_id where) {
  if (!list) return c.careless ? std::optional(c.anybody()) : std::nullopt;
  if (c.chance(60) && holders::names(*list, "operator")) return c.party(actor::platform());
  if (c.chance(60) && holders::names(*list, "host")) return c.party(actor::host());
  if (c.slips()) return c.anybody();
  return c.some_user([&](user_id user) {
    const question may{user, permissions::organization_assign_roles, where, c.now};
    return effective(c.world, may).allowed() && holders::in_organization(c.world, user, where, *list, c.now);
  });
}

/// An organization role that can be assigned.
inline std::optional<rules::role_definition> an_organization_role(chooser& c) {
  std::vector<rules::role_definition> fitting;
  const bool blind = c.slips(30);
  for (const auto& each : c.book.roles)
    if (blind || (each.scope == rules::role_scope::organization && !each.default_)) fitting.push_back(each);
  return fitting.empty() ? std::nullopt : std::optional(c.one_of(fitting));
}

inline std::optional<asked> join_user(chooser& c) {
  const auto most = c.book.directory.organizations_per_user;
  const auto user = c.any(c.world.users, [&](user_id it) {
    return c.is_active(it) && (!most || c.world.users[it].standing->organizations.size() < *most);
  });
  if (!user) return {};
  const auto where =
      c.any(c.world.organizations, [&](organization_id it) { return !c.world.users[*user].belongs_to(it); });
  if (!where) return {};
  user::join out{c.name(*user), c.name(*where), {}, {}};
  auto as = user_manager(c, *where);
  if (const auto role = an_organization_role(c); role && c.chance(30)) {
    out.role = role->name;
    out.until = c.maybe_until();
    as = role_giver(c, role->assigned_by, *where);
  }
  return as ? std::optional(asked{*as, out}) : std::nullopt;
}

inline std::optional<asked> record_sign_in(chooser& c) {
  auto as = c.party(actor::host());
  const bool again = c.chance(10);
  const auto user = c.any(c.world.users, [&](user_id it) { return again || !c.world.users[it].signed_in; });
  if (!as || !user) return {};
  return asked{*as, user::record_sign_in{c.name(*user)}};
}

/// Who may deactivate and reactivate: besides host and operator only where the user belongs to one
/// organization.
inline std::optional<actor> account_manager(chooser& c, user_id user) {
  const auto& organizations = c.world.users[user].standing->organizations;
  if (organizations.size() == 1) return user_manager(c, organizations.front());
  return c.party(c.chance(50) ? actor::host() : actor::platform());
}

inline std::optional<asked> deactivate_user(chooser& c) {
  const auto user = c.any(c.world.users, [&](user_id it) { return c.is_active(it); });
  if (!user) return {};
  auto as = account_manager(c, *user);
  return as ? std::optional(asked{*as, user::deactivate{c.name(*user)}}) : std::nullopt;
}

inline std::optional<asked> reactivate_user(chooser& c) {
  const auto user = c.any(c.world.users, [&](user_id it) { return !c.is_active(it); });
  if (!user) return {};
  auto as = account_manager(c, *user);
  return as ? std::optional(asked{*as, user::reactivate{c.name(*user)}}) : std::nullopt;
}

inline std::optional<asked> remove_user(chooser& c) {
  const auto user =
      c.any(c.world.users, [&](user_id it) { return !c.world.users[it].standing->organizations.empty(); });
  if (!user || c.world.users[*user].standing->organizations.empty()) return {};
  const auto where = c.one_of(c.world.users[*user].standing->organizations);
  auto as = user_manager(c, where);
  return as ? std::optional(asked{*as, user::remove{c.name(*user), c.name(where)}}) : std::nullopt;
}

inline std::optional<asked> assign_role(chooser& c) {
  const auto role = an_organization_role(c);
  const auto where = c.any(c.world.organizations, [](auto) { return true; });
  if (!role || !where) return {};
  const auto user = c.any(c.world.users, [&](user_id it) {
    const auto index = *c.world.rules->find_role(role->name);
    return c.world.users[it].belongs_to(*where) &&
           (!c.world.users[it].find_role(*where, index) || c.chance(5));
  });
  if (!user) return {};
  auto as = role_giver(c, role->assigned_by, *where);
  if (!as) return {};
  role::assign out{c.name(*user), role->name, {}, c.maybe_until(15)};
  if (c.world.users[*user].standing->organizations.size() != 1 || c.chance(50))
    out.organization = c.name(*where);
  return asked{*as, out};
}

inline std::optional<asked> withdraw_role(chooser& c) {
  const auto user =
      c.any(c.world.users, [&](user_id it) { return !c.world.users[it].standing->roles.empty(); });
  if (!user || c.world.users[*user].standing->roles.empty()) return {};
  const auto held = c.one_of(c.world.users[*user].standing->roles);
  const auto& role = c.world.rules->role(held.role);
  auto as = role_giver(c, role.withdrawn_by ? role.withdrawn_by : role.assigned_by, held.organization);
  if (!as) return {};
  return asked{*as, role::withdraw{c.name(*user), role.name, c.name(held.organization)}};
}

}  // namespace charter::inline v0::testing::moves
