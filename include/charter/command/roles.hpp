// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about organization roles: who gives which role to whom (R088, R091, R092, D39).

#include <optional>
#include <string>
#include <string_view>

#include "charter/access/holders.hpp"
#include "charter/command/last_admin.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

namespace holders {

/// Whether the acting party is one that a role's list names: operator, host, or the holder of a named role.
inline bool actor_is_one_of(const turn& t, const std::vector<std::string>& list, organization_id where,
                            std::optional<workspace_id> workspace = {}) {
  if (t.is_platform()) return names(list, "operator");
  if (t.is_host()) return names(list, "host");
  return in_organization(t.world, t.by.user, where, list, t.now) ||
         (workspace && in_workspace(t.world, t.by.user, *workspace, list, t.now));
}

}  // namespace holders

namespace org_roles {

inline refusal unknown_role(std::string_view name) {
  return refuse("unknown_role", "There is no such role here; see the rulebook.")
      .with("role", std::string(name));
}
inline objection check_until(const turn& t, const std::optional<instant>& until) {
  if (until && *until <= t.now) return malformed("until", "`until` must lie in the future.");
  return {};
}

inline objection find_role(const turn& t, std::string_view name, role_index& out) {
  const auto found = t.world.rules->find_role(name);
  if (!found || t.world.rules->is_workspace_role(*found)) return unknown_role(name);
  out = *found;
  return {};
}
/// Nobody gives or takes the default role, nor one whose list is not there.
inline objection allow(const turn& t, role_index which, const std::optional<std::vector<std::string>>& list,
                       organization_id where) {
  if (t.world.rules->role(which).default_ || !list || !holders::actor_is_one_of(t, *list, where))
    return forbidden("organization.assign_roles");
  return {};
}
/// The role, if it is an organization's and the actor is among those who may give it.
inline objection may_assign(const turn& t, std::string_view name, organization_id where, role_index& out) {
  if (auto no = find_role(t, name, out)) return no;
  return allow(t, out, t.world.rules->role(out).assigned_by, where);
}
/// The same for taking it: who gives it takes it, unless the rulebook names others.
inline objection may_withdraw(const turn& t, std::string_view name, organization_id where, role_index& out) {
  if (auto no = find_role(t, name, out)) return no;
  const auto& role = t.world.rules->role(out);
  return allow(t, out, role.withdrawn_by ? role.withdrawn_by : role.assigned_by, where);
}
/// Some roles protect their holder: only `removed_by` may take such a one out of the organization.
inline objection may_remove_holder(const turn& t, user_id user, organization_id where) {
  for (const auto& held : t.world.users[user].standing->roles) {
    if (held.organization != where || !held.counts(t.now)) continue;
    for (const auto each : t.world.rules->with_inherited(held.role))
      if (const auto& by = t.world.rules->role(each).removed_by;
          by && !holders::actor_is_one_of(t, *by, where))
        return forbidden("organization.manage_users");
  }
  return {};
}

}  // namespace org_roles

struct role_commands {
  static objection on(turn& t, const role::assign& c) {
    user_id user;
    organization_id organization;
    role_index role;
    if (auto no = enter(t, c.user, c.organization, user, organization)) return no;
    if (auto no = org_roles::may_assign(t, c.role, organization, role)) return no;
    if (auto no = org_roles::check_until(t, c.until)) return no;
    if (t.world.users[user].status != user::status::active)
      return refuse("not_eligible", "The account is deactivated; reactivate it first.")
          .with("reason", "deactivated");
    const auto* held = t.world.users[user].find_role(organization, role);
    if (held && held->until == c.until)
      return refuse("already_assigned", "The user holds that role already.");
    if (auto no = check_self(t, user, role)) return no;
    t.emit(role::assigned{user, organization, c.role, c.until});
    return {};
  }

  static objection on(turn& t, const role::withdraw& c) {
    user_id user;
    organization_id organization;
    role_index role;
    if (auto no = enter(t, c.user, c.organization, user, organization)) return no;
    if (auto no = org_roles::may_withdraw(t, c.role, organization, role)) return no;
    if (!t.world.users[user].find_role(organization, role))
      return refuse("not_assigned", "The user does not hold that role.");
    if (auto no = check_self(t, user, role)) return no;
    t.emit(role::withdrawn{user, organization, c.role});
    return last_admin::guard_all_of(t, user);
  }

 private:
  /// Finds user and organization (the user's only one where none is named) and asks for the right to give
  /// roles.
  static objection enter(const turn& t, const ref<user_id>& user_name,
                         const std::optional<ref<organization_id>>& organization_name, user_id& user,
                         organization_id& organization) {
    if (auto no = t.find_person(user_name, user)) return no;
    const auto& belongs = t.world.users[user].standing->organizations;
    if (organization_name) {
      if (auto no = t.find_organization(*organization_name, organization)) return no;
    } else if (belongs.size() == 1) {
      organization = belongs.front();
    } else {
      return malformed("organization",
                       "The user has no organization or several; name the one that is meant.");
    }
    if (t.by.is_user() && !t.may(permissions::organization_assign_roles, organization))
      return forbidden("organization.assign_roles");
    if (!t.world.users[user].belongs_to(organization))
      return refuse("not_a_member", "The user does not belong to the organization.");
    return {};
  }
  static objection check_self(const turn& t, user_id user, role_index role) {
    if (!t.by.is(user) || t.world.rules->role(role).self_assign) return {};
    return refuse("own_membership", "Nobody gives this role to themselves or takes it from themselves.");
  }
};

}  // namespace charter::inline v0
