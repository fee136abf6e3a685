// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which workspaces an event changes or names, and which organizations it may take an administrator from.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "charter/base/each_id.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::detail {

template <class List, class T>
void add_once(List& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// Collects workspaces from the described fields of an event.
struct workspace_collector {
  const realm& world;
  decltype(ledger::entry::workspaces)& out;

  void operator()(workspace_id it) { add_once(out, it); }
  void operator()(job_id it) { add_once(out, world.jobs[it].workspace); }
  void operator()(run_id it) { add_once(out, world.runs[it].workspace); }
  void operator()(invitation_id it) { add_once(out, world.invitations[it].workspace); }
  template <class Kind>
  void operator()(id<Kind>) {}
};

inline void add_workspaces_of(const realm& before, const realm& after, const event& what, instant at,
                              decltype(ledger::entry::workspaces)& out) {
  workspace_collector into{after, out};
  visit_event(what, [&](const auto& one) {
    using type = std::remove_cvref_t<decltype(one)>;
    for_each_id(one, into);
    if constexpr (std::same_as<type, memberships::ended>) {
      if (one.user) {
        if (!before.users.has(*one.user)) return;  // came and went in one batch
        for (const auto each : before.users[*one.user].workspaces)
          if (listed_row(before, each, *one.user, at) && !member_row(after, each, *one.user, at)) into(each);
      } else {
        for (auto queue = before.due_memberships; queue.any_until(at);) into(workspace_id{queue.pop().first});
      }
    }
    if constexpr (std::same_as<type, invitations::expired>)
      for (auto queue = before.due_invitations; queue.any_until(at);) into(invitation_id{queue.pop().first});
    if constexpr (std::same_as<type, data_policy::removed>)
      for_each_id(after.data_policies[one.data_policy].terms->workspaces, into);
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

template <class... Commands>
constexpr auto names_in_order(type_list<Commands...>) {
  std::array<std::string_view, sizeof...(Commands)> out{Commands::message_name...};
  std::sort(out.begin(), out.end());
  return out;
}
inline constexpr auto command_names = names_in_order(all_commands_list{});

/// The vocabulary's own spelling of a command's name, with static storage; empty for none.
inline std::string_view static_name(std::string_view command) {
  const auto found = std::lower_bound(command_names.begin(), command_names.end(), command);
  return found != command_names.end() && *found == command ? *found : std::string_view();
}

}  // namespace charter::inline v0::detail
