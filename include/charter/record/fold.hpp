// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Folding a record into the realm: its events applied, notices delivered, the log entry and the command id
/// remembered. Live and on replay alike, so that both arrive at the same value.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "charter/access/holders.hpp"
#include "charter/access/notices.hpp"
#include "charter/realm/apply.hpp"
#include "charter/record/record.hpp"
#include "charter/record/touched.hpp"

namespace charter::inline v0 {

namespace detail {

/// The operator learns of every organization that lost its last administrator, however it came (D12).
inline void notice_lost_admins(realm& world, const realm& before, notifier& mail, const record& what) {
  const auto& roles = world.book().guards.last_organization_admin.roles;
  std::vector<organization_id> concerned;
  for (const auto& each : what.events) add_organizations_of(before, each, what.at, concerned);
  for (const auto each : concerned)
    if (before.organizations.has(each) && holders::organization_has_one(before, each, roles, before.now) &&
        !holders::organization_has_one(world, each, roles, world.now))
      mail.notify_platform();
}

inline void remember_command_id(realm& world, const record& what) {
  if (what.command_id) {
    auto scoped = to_text(what.by) + ' ' + *what.command_id;
    world.command_ids.set(scoped, {what.at_position, what.digest});
    world.command_id_at.set(what.at_position, std::move(scoped));
  }
  const position window = world.book().idempotency.window;
  // One step a record, more when an amendment has narrowed the window.
  while (world.forgotten_to + window < what.at_position) {
    const auto* old = world.command_id_at.find(++world.forgotten_to);
    if (!old) continue;
    world.command_ids.erase(std::string(*old));
    world.command_id_at.erase(world.forgotten_to);
  }
}

inline void remember_entry(realm& world, const realm& before, const record& what) {
  ledger::entry made{what.at_position, what.at, what.by, static_name(what.command), {}, {}, {}};
  for (const auto& each : what.events) {
    made.events.push_back(name_of(each));
    add_workspaces_of(before, world, each, what.at, made.workspaces);
  }
  if (what.by.is_user()) made.organizations = before.users[what.by.user].standing->organizations;
  std::vector<organization_id> audited = made.organizations;
  for (const auto each : made.workspaces) {
    world.workspaces.edit(each).entries.push_back(what.at_position);
    add_once(audited, world.workspaces[each].owner);
  }
  for (const auto each : audited) world.organizations.edit(each).entries.push_back(what.at_position);
  world.entries.push_back(std::move(made));
}

}  // namespace detail

namespace detail {

/// `admit(world, event)` is asked before each event is applied; folding stops where it says no.
template <class Admit>
bool fold_each(realm& world, const record& what, Admit&& admit) {
  const realm before = world;
  const stamp when{what.at_position, what.at, what.by};
  notifier mail(world, when);
  world.head = what.at_position;
  world.now = std::max(world.now, what.at);
  for (const auto& each : what.events) {
    if (!admit(std::as_const(world), each)) return false;
    apply(world, each, when);
    mail.notify(each);
  }
  if (before.rules) notice_lost_admins(world, before, mail, what);
  remember_entry(world, before, what);
  remember_command_id(world, what);
  return true;
}

}  // namespace detail

/// REQUIRES: `what` was decided on `world`; its position is next.
inline void fold(realm& world, const record& what) {
  detail::fold_each(world, what, [](const realm&, const event&) { return true; });
}

}  // namespace charter::inline v0
