// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which workspaces an event changes or names, and which organizations it may take an administrator from.

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::detail {

template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// Collects workspaces from the described fields of an event.
struct workspace_collector {
  const realm& world;
  std::vector<workspace_id>& out;

  void take(workspace_id it) { add_once(out, it); }
  void take(job_id it) { take(world.jobs[it].workspace); }
  void take(run_id it) { take(world.runs[it].workspace); }
  void take(invitation_id it) { take(world.invitations[it].workspace); }
  template <class T>
  void take(const std::optional<T>& it) {
    if (it) take(*it);
  }
  template <class T>
  void take(const std::vector<T>& all) {
    for (const auto& each : all) take(each);
  }
  template <class T>
  void take(const T&) {}
};

inline void add_workspaces_of(const realm& before, const realm& after, const event& what, instant at,
                              std::vector<workspace_id>& out) {
  workspace_collector into{after, out};
  visit_event(what, [&](const auto& one) {
    using type = std::remove_cvref_t<decltype(one)>;
    for_each_field(one, [&](const auto&, const auto& value) { into.take(value); });
    if constexpr (std::same_as<type, memberships::ended>) {
      if (one.user) {
        if (!before.users.has(*one.user)) return;  // came and went in one batch
        for (const auto each : before.users[*one.user].workspaces)
          if (listed_row(before, each, *one.user, at) && !member_row(after, each, *one.user, at))
            into.take(each);
      } else {
        for (auto queue = before.due_memberships; queue.any_until(at);)
          into.take(workspace_id{queue.pop().first});
      }
    }
    if constexpr (std::same_as<type, invitations::expired>)
      for (auto queue = before.due_invitations; queue.any_until(at);)
        into.take(invitation_id{queue.pop().first});
    if constexpr (std::same_as<type, data_policy::removed>)
      into.take(after.data_policies[one.data_policy].terms->workspaces);
  });
}

inline void add_organizations_of(const realm& before, const event& what, instant at,
                                 std::vector<organization_id>& out) {
  const auto all_of = [&](user_id user) {
    if (!before.users.has(user)) return;
    for (const auto each : before.users[user].standing->organizations) add_once(out, each);
  };
  visit_event(what, [&](const auto& one) {
    using type = std::remove_cvref_t<decltype(one)>;
    if constexpr (std::same_as<type, user::deactivated> || std::same_as<type, user::removed>)
      all_of(one.user);
    if constexpr (std::same_as<type, role::withdrawn>) add_once(out, one.organization);
    if constexpr (std::same_as<type, roles::ended>) {
      if (one.user) return all_of(*one.user);
      for (auto queue = before.due_roles; queue.any_until(at);)
        add_once(out, organization_id{queue.pop().second});
    }
  });
}

/// The vocabulary's own spelling of a command's name, with static storage; empty for none.
inline std::string_view static_name(std::string_view command) {
  std::string_view found;
  const auto look = [&]<class... Cs>(const std::variant<Cs...>*) {
    ((Cs::message_name == command ? void(found = Cs::message_name) : void()), ...);
  };
  look(static_cast<const directory::command*>(nullptr));
  look(static_cast<const workspace::command*>(nullptr));
  look(static_cast<const membership::command*>(nullptr));
  look(static_cast<const settings::command*>(nullptr));
  look(static_cast<const invitation::command*>(nullptr));
  look(static_cast<const asset::command*>(nullptr));
  look(static_cast<const job::command*>(nullptr));
  look(static_cast<const run::command*>(nullptr));
  look(static_cast<const ledger::command*>(nullptr));
  return command == batch::message_name ? batch::message_name : found;
}

}  // namespace charter::inline v0::detail
