// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm keeps of each record beside what its events did: the entry for auditors, the command id for
/// retries, word to the operator when an organization has lost its last administrator.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/access/holders.hpp"
#include "charter/access/notices.hpp"
#include "charter/command/earlier.hpp"
#include "charter/command/touched.hpp"
#include "charter/realm/apply/stamp.hpp"

namespace charter::inline v0 {

/// One record as the journal sees it. Owns nothing.
struct happening {
  stamp when;
  std::string_view command;
  const std::vector<event>& events;
  const std::optional<std::string>& command_id;
  std::string_view digest;
};

/// Follows one record from before its first event until its last. Live and on replay alike, so that both
/// arrive at the same realm.
class journal {
 public:
  journal(const realm& world, const acting& by) : now_then_(world.now) {
    if (by.is_user()) actor_then_ = world.users[by.user].standing;
  }

  /// To be called before each event is applied.
  template <class Event>
  void expect(const realm& world, const Event& what) {
    if (is_measured(world, what)) before_.keep(world);
  }

  /// To be called once, after the last event. Cost: O(what the record touched).
  void close(realm& world, const happening& what) const {
    world.head = what.when.at_position;
    world.now = std::max(world.now, what.when.at);
    const realm& before = before_.or_now(world);
    notice_lost_admins(world, before, what);
    remember_entry(world, before, what);
    remember_command_id(world, what);
  }

 private:
  /// The operator learns of every organization that lost its last administrator, however it came (D12).
  void notice_lost_admins(realm& world, const realm& before, const happening& what) const {
    const auto& roles = world.book().guards.last_organization_admin.roles;
    std::vector<organization_id> concerned;
    for (const auto& each : what.events) detail::add_organizations_of(before, each, what.when.at, concerned);
    for (const auto each : concerned)
      if (before.organizations.has(each) && holders::organization_has_one(before, each, roles, now_then_) &&
          !holders::organization_has_one(world, each, roles, world.now))
        notifier(world, what.when).notify_platform();
  }

  void remember_entry(realm& world, const realm& before, const happening& what) const {
    ledger::entry made{
        what.when.at_position, what.when.at, what.when.by, detail::static_name(what.command), {}, {}, {}};
    for (const auto& each : what.events) {
      made.events.push_back(name_of(each));
      detail::add_workspaces_of(before, world, each, what.when.at, made.workspaces);
    }
    for (const auto each : actor_then_->organizations) made.organizations.push_back(each);
    auto audited = made.organizations;
    for (const auto each : made.workspaces) {
      world.workspaces.edit(each).entries.push_back(what.when.at_position);
      detail::add_once(audited, world.workspaces[each].owner);
    }
    for (const auto each : audited) world.organizations.edit(each).entries.push_back(what.when.at_position);
    world.entries.push_back(std::move(made));
  }

  static void remember_command_id(realm& world, const happening& what) {
    if (what.command_id) {
      auto scoped = to_text(what.when.by) + ' ' + *what.command_id;
      world.command_ids.set(scoped, {what.when.at_position, std::string(what.digest)});
      world.command_id_at.set(what.when.at_position, std::move(scoped));
    }
    const position window = world.book().idempotency.window;
    // One step a record, more when an amendment has narrowed the window.
    while (world.forgotten_to + window < what.when.at_position) {
      const auto* old = world.command_id_at.find(++world.forgotten_to);
      if (!old) continue;
      world.command_ids.erase(std::string(*old));
      world.command_id_at.erase(world.forgotten_to);
    }
  }

  instant now_then_;
  earlier before_;
  boxed<user::standing> actor_then_;
};

}  // namespace charter::inline v0
