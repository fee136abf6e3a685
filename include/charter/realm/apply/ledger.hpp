// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the ledger room, applied: the rulebook in force, time, notices read.

#include <memory>

#include "charter/machines/ledger/messages.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

struct ledger_events {
  static void on(realm& world, const realms::created& what, const stamp&) {
    world.rules = std::make_shared<const rule_set>(*what.rulebook.book);
  }
  static void on(realm& world, const realms::rulebook_amended& what, const stamp&) {
    const auto before = world.rules;
    world.rules = std::make_shared<const rule_set>(*what.rulebook.book);
    renumber(world, *before);
  }
  static void on(realm& world, const time::advanced& what, const stamp&) { world.now = what.to; }
  static void on(realm& world, const notice::marked_read& what, const stamp&) {
    world.mail.edit(what.user.value).read_up_to = static_cast<std::uint64_t>(what.up_to);
  }
  static void on(realm&, const audit::extracted&, const stamp&) {}

 private:
  /// Roles and kinds are kept as ordinals of the rulebook: after an amendment the same names have new ones.
  /// Cost: O(realm); amendments are rare.
  static void renumber(realm& world, const rule_set& before) {
    const auto role = [&](role_index old) { return *world.rules->find_role(before.role(old).name); };
    for (std::uint32_t i = 0; i < world.users.all.size(); ++i)
      if (!world.users.all[i].standing->roles.empty())
        world.users.all.edit(i).standing.change([&](user::standing& s) {
          for (auto& each : s.roles) each.role = role(each.role);
        });
    for (std::uint32_t i = 0; i < world.workspaces.all.size(); ++i) {
      auto& it = world.workspaces.all.edit(i);
      it.kind = *world.rules->find_kind(before.kind(it.kind).name);
      for (std::uint32_t row = 0; row < it.members.size(); ++row)
        if (it.members[row].role && !it.members[row].ended)
          it.members.edit(row).role = role(*it.members[row].role);
    }
    for (std::uint32_t i = 0; i < world.invitations.all.size(); ++i)
      if (auto& it = world.invitations.all.edit(i); it.role)
        it.role = world.rules->find_role(before.role(*it.role).name);
    // An entry may speak of a role that nobody holds any more and that was dropped: then of none, for good.
    constexpr role_index none{0xffff};
    world.due_roles.renumber([&](role_index old) {
      if (old.value >= before.role_count()) return none;
      return world.rules->find_role(before.role(old).name).value_or(none);
    });
  }
};

}  // namespace charter::inline v0
