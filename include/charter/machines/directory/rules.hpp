// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How organizations and users change: values only, never rights.

#include <algorithm>

#include "charter/machines/directory/messages.hpp"
#include "charter/machines/directory/state.hpp"

namespace charter::inline v0::directory {

struct machine {
  static void apply(organization::state& it, const organization::renamed& what) { it.name = what.name; }

  static void apply(user::state& it, const user::signed_in&) { it.signed_in = true; }
  static void apply(user::state& it, const user::deactivated&) { it.status = user::status::deactivated; }
  static void apply(user::state& it, const user::reactivated&) { it.status = user::status::active; }
  static void apply(user::state& it, const user::joined& what) {
    it.standing.change([&](user::standing& s) { s.organizations.push_back(what.organization); });
  }
  static void apply(user::state& it, const user::removed& what) {
    it.standing.change([&](user::standing& s) { std::erase(s.organizations, what.organization); });
  }

  /// A role that is held already gets the new end.
  static void apply(user::state& it, const role::assigned& what, role_index role) {
    it.standing.change([&](user::standing& s) {
      drop(s, what.organization, role);
      s.roles.push_back({what.organization, role, what.until});
    });
  }
  static void apply(user::state& it, const role::withdrawn& what, role_index role) {
    it.standing.change([&](user::standing& s) { drop(s, what.organization, role); });
  }
  /// All roles, or those in one organization.
  static void apply(user::state& it, const roles::ended& what) {
    it.standing.change([&](user::standing& s) {
      std::erase_if(s.roles, [&](const user::held_role& each) {
        return !what.organization || each.organization == *what.organization;
      });
    });
  }
  /// A role whose end has come.
  static void lapse(user::state& it, organization_id organization, role_index role) {
    it.standing.change([&](user::standing& s) { drop(s, organization, role); });
  }

 private:
  static void drop(user::standing& s, organization_id organization, role_index role) {
    std::erase_if(s.roles, [&](const user::held_role& each) {
      return each.organization == organization && each.role == role;
    });
  }
};

}  // namespace charter::inline v0::directory
