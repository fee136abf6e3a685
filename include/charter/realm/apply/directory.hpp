// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the directory room, applied: people, organizations, organization roles, and their indexes.

#include "charter/machines/directory/rules.hpp"
#include "charter/realm/apply/membership.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

struct directory_events {
  static void on(realm& world, const organization::created& what, const stamp&) {
    organization::state made;
    made.key = what.key.value_or("");
    made.name = what.name;
    world.organizations.add(std::move(made), what.key.value_or(""));
  }
  static void on(realm& world, const organization::renamed& what, const stamp&) {
    directory::machine::apply(world.organizations.edit(what.organization), what);
  }
  static void on(realm& world, const user::provisioned& what, const stamp&) {
    user::state made;
    made.profile = user::profile{what.key.value_or(""), what.email, what.name.value_or("")};
    world.users.add(std::move(made), what.key.value_or(""));
    const auto address = ascii_lower(what.email);
    world.emails.set(address, what.user);
    const auto* held = world.held_mail.find(address);
    world.mail.push_back(held ? *held : notice::mailbox{});
    world.held_mail.erase(address);
    if (what.organization) belong(world, what.user, *what.organization);
  }
  static void on(realm& world, const user::joined& what, const stamp&) {
    belong(world, what.user, what.organization);
    membership_events::reinstate(world, what.user, what.organization);
  }
  static void on(realm& world, const user::signed_in& what, const stamp&) { change(world, what); }
  static void on(realm& world, const user::deactivated& what, const stamp&) { change(world, what); }
  static void on(realm& world, const user::reactivated& what, const stamp&) { change(world, what); }
  static void on(realm& world, const user::removed& what, const stamp&) {
    change(world, what);
    --world.organizations.edit(what.organization).users;
  }
  static void on(realm& world, const role::assigned& what, const stamp&) {
    const auto role = *world.rules->find_role(what.role);
    directory::machine::apply(world.users.edit(what.user), what, role);
    if (what.until) world.due_roles.push({*what.until, what.user.value, what.organization.value, role});
  }
  static void on(realm& world, const role::withdrawn& what, const stamp&) {
    directory::machine::apply(world.users.edit(what.user), what, *world.rules->find_role(what.role));
  }
  static void on(realm& world, const roles::ended& what, const stamp& when) {
    if (what.user) return change(world, what, *what.user);
    while (world.due_roles.any_until(when.at)) {
      const auto due = world.due_roles.pop();
      if (const auto* held = due_role(world, due))
        directory::machine::lapse(world.users.edit(user_id{due.first}), held->organization, held->role);
    }
  }

  /// The role that the entry still speaks of; null if its end was moved or it went another way.
  static const user::held_role* due_role(const realm& world, const due_entry& due) {
    const auto* held = world.users[user_id{due.first}].find_role(organization_id{due.second}, due.role);
    return held && held->until == due.until ? held : nullptr;
  }

 private:
  template <class Event>
  static void change(realm& world, const Event& what) {
    change(world, what, what.user);
  }
  template <class Event>
  static void change(realm& world, const Event& what, user_id user) {
    directory::machine::apply(world.users.edit(user), what);
    membership_events::touch_reviews(world, user);
  }
  static void belong(realm& world, user_id user, organization_id organization) {
    directory::machine::apply(world.users.edit(user), user::joined{user, organization});
    auto& it = world.organizations.edit(organization);
    ++it.users;
    it.joined.push_back(user);
  }
};

}  // namespace charter::inline v0
