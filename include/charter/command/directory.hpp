// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about organizations and users (D09, D12, D28, D36, D40).

#include <string>
#include <utility>

#include "charter/command/claims.hpp"
#include "charter/command/last_admin.hpp"
#include "charter/command/limits.hpp"
#include "charter/command/roles.hpp"
#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

struct directory_commands {
  static objection on(turn& t, const organization::create& c) {
    if (!t.is_platform()) return forbidden("organization.create");
    if (auto no = texts::check_key(t.world.organizations, c.key)) return no;
    if (auto no = texts::check_required("name", c.name, t.book().text.name)) return no;
    t.emit(organization::created{t.world.organizations.next(), c.key, c.name});
    return {};
  }

  static objection on(turn& t, const organization::rename& c) {
    organization_id it;
    if (auto no = t.find_organization(c.organization, it)) return no;
    if (!t.is_platform())
      if (auto no = t.guard(permissions::organization_edit, it, "organization")) return no;
    if (auto no = texts::check_required("name", c.name, t.book().text.name)) return no;
    if (c.name == *t.world.organizations[it].name) return nothing_to_change();
    t.emit(organization::renamed{it, c.name});
    return {};
  }

  static objection on(turn& t, const user::provision& c) {
    std::optional<organization_id> organization;
    if (c.organization) {
      organization.emplace();
      if (auto no = t.find_organization(*c.organization, *organization)) return no;
    }
    if (t.by.is_user()) return forbidden("user.provision");
    if (auto no = texts::check_key(t.world.users, c.key)) return no;
    if (auto no = texts::check_email(c.email)) return no;
    if (t.world.emails.contains(ascii_lower(c.email)))
      return refuse("already_exists", "An account has that e-mail address already.");
    if (auto no = check_not_shadowed(t, c)) return no;
    if (c.name)
      if (auto no = texts::check_required("name", *c.name, t.book().text.name)) return no;
    if (!organization && !t.book().directory.account_without_organization)
      return malformed("organization", "An account needs an organization here; name one.");
    const auto user = t.world.users.next();
    t.emit(user::provisioned{user, c.key, c.email, c.name, organization});
    claim_invitations(t, user);
    return organization ? limits::check_users(t, *organization) : objection{};
  }

  static objection on(turn& t, const user::join& c) {
    user_id user;
    organization_id organization;
    if (auto no = manage_belonging(t, c.user, c.organization, user, organization)) return no;
    const auto& it = t.world.users[user];
    if (it.belongs_to(organization))
      return refuse("already_member", "The user belongs to the organization already.");
    if (it.status != user::status::active)
      return refuse("not_eligible", "The account is deactivated; reactivate it first.")
          .with("reason", "deactivated");
    if (const auto most = t.book().directory.organizations_per_user;
        most && it.standing->organizations.size() >= *most)
      return refuse("not_eligible", "The user belongs to an organization already, and one is the limit here.")
          .with("reason", "one_organization");
    role_index role;
    if (c.role)
      if (auto no = org_roles::may_assign(t, *c.role, organization, role)) return no;
    if (auto no = org_roles::check_until(t, c.until)) return no;
    t.emit(user::joined{user, organization});
    if (c.role) t.emit(role::assigned{user, organization, *c.role, c.until});
    if (c.role && t.by.is(user) && !t.world.rules->role(role).self_assign) return own_membership();
    return limits::check_users(t, organization);
  }

  static objection on(turn& t, const user::record_sign_in& c) {
    user_id user;
    if (auto no = t.find_person(c.user, user)) return no;
    if (!t.is_host()) return forbidden("user.record_sign_in");
    t.emit(user::signed_in{user});
    return {};
  }

  static objection on(turn& t, const user::deactivate& c) {
    user_id user;
    if (auto no = manage_account(t, c.user, user)) return no;
    if (t.world.users[user].status != user::status::active) return nothing_to_change();
    if (t.by.is(user)) return own_membership();
    t.emit(user::deactivated{user});
    if (holds_open_memberships(t, user)) t.emit(memberships::ended{user, {}, false, "user.deactivated"});
    if (!t.world.users[user].standing->roles.empty()) t.emit(roles::ended{user, {}, "user.deactivated"});
    return last_admin::guard_all_of(t, user);
  }

  static objection on(turn& t, const user::reactivate& c) {
    user_id user;
    if (auto no = manage_account(t, c.user, user)) return no;
    if (t.world.users[user].status == user::status::active) return nothing_to_change();
    t.emit(user::reactivated{user});
    return {};
  }

  static objection on(turn& t, const user::remove& c) {
    user_id user;
    organization_id organization;
    if (auto no = manage_belonging(t, c.user, c.organization, user, organization)) return no;
    if (!t.world.users[user].belongs_to(organization))
      return refuse("not_a_member", "The user does not belong to the organization.");
    if (t.by.is_user())
      if (auto no = org_roles::may_remove_holder(t, user, organization)) return no;
    if (t.by.is(user)) return own_membership();
    const bool everywhere = !t.book().directory.account_without_organization;
    const bool had_roles = holds_roles(t, user, organization);
    const bool had_memberships = holds_memberships(t, user, organization, everywhere);
    t.emit(user::removed{user, organization});
    if (had_roles) t.emit(roles::ended{user, organization, "user.removed"});
    if (had_memberships) t.emit(memberships::ended{user, organization, everywhere, "user.removed"});
    return last_admin::guard_all_of(t, user);
  }

 private:
  /// A text names one user: nobody's key may be another's e-mail address.
  static objection check_not_shadowed(const turn& t, const user::provision& c) {
    if (!t.world.users.keys.contains(c.email) && !(c.key && t.world.emails.contains(ascii_lower(*c.key))))
      return {};
    return refuse("already_exists",
                  "A key and an e-mail address of two users would read the same; choose another.");
  }
  /// Host, operator, or who manages users of that organization.
  static objection manage_belonging(const turn& t, const ref<user_id>& user_name,
                                    const ref<organization_id>& organization_name, user_id& user,
                                    organization_id& organization) {
    if (auto no = t.find_person(user_name, user)) return no;
    if (auto no = t.find_organization(organization_name, organization)) return no;
    if (!t.by.is_user()) return {};
    return t.guard(permissions::organization_manage_users, organization, "organization");
  }
  /// Host, operator, or who manages users of the one organization that the user belongs to.
  static objection manage_account(const turn& t, const ref<user_id>& name, user_id& user) {
    if (auto no = t.find_person(name, user)) return no;
    if (!t.by.is_user()) return {};
    const auto& organizations = t.world.users[user].standing->organizations;
    if (organizations.size() != 1 || !t.may(permissions::organization_manage_users, organizations.front()))
      return forbidden("organization.manage_users");
    return {};
  }
  static bool holds_roles(const turn& t, user_id user, organization_id organization) {
    for (const auto& each : t.world.users[user].standing->roles)
      if (each.organization == organization) return true;
    return false;
  }
  static bool holds_memberships(const turn& t, user_id user, organization_id organization, bool everywhere) {
    for (const auto each : t.world.users[user].workspaces)
      if ((everywhere || t.world.workspaces[each].owner == organization) &&
          listed_row(t.world, each, user, t.now))
        return true;
    return false;
  }
  static bool holds_open_memberships(const turn& t, user_id user) {
    for (const auto each : t.world.users[user].workspaces)
      if (!t.world.workspaces[each].sealed() && listed_row(t.world, each, user, t.now)) return true;
    return false;
  }
};

}  // namespace charter::inline v0
