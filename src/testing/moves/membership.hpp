// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about members: added, removed, leaving, with another role.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people.hpp"

namespace charter::inline v0::testing::moves {

namespace detail {

/// An open workspace that is not archived; in a sealed one nothing of this room may happen.
inline std::optional<opening<workspace_id>> open_list(chooser& c) {
  const bool sealed = c.chance(5);
  return c.open_to(permissions::workspace_manage_members, c.world.workspaces, [&](workspace_id it) {
    return !c.archived(it) && c.world.workspaces[it].sealed() == sealed;
  });
}

/// Somebody who may come there and is not listed; nobody if there is none.
inline std::optional<user_id> newcomer(chooser& c, workspace_id where) {
  auto free = who_may_come(c, c.world.workspaces[where].owner);
  if (!c.slips(20))
    std::erase_if(free, [&](user_id it) { return listed_row(c.world, where, it, c.now) != nullptr; });
  return free.empty() ? std::nullopt : std::optional(c.one_of(free));
}

}  // namespace detail

inline std::optional<asked> add_member(chooser& c) {
  if (!c.book.membership.direct && !c.careless && c.chance(95)) return {};
  const auto free = detail::open_list(c);
  if (!free) return {};
  const auto user = detail::newcomer(c, free->it);
  if (!user) return {};
  const auto who = as_person(c, *user);
  return asked{free->as,
               workspace::add_member{c.name(free->it), who.user, who.email, who.role, c.maybe_until()}};
}

inline std::optional<asked> remove_member(chooser& c) {
  const auto free = detail::open_list(c);
  if (!free) return {};
  auto there = listed_in(c, free->it);
  if (there.empty()) return {};
  const auto user = c.slips() ? c.any_user() : c.one_of(there);
  auto as = free->as;
  if (c.chance(30))  // D09: an administrator of the member's organization takes it home
    if (const auto other = c.actor_for(permissions::workspace_withdraw_user, target(free->it, user)))
      as = *other;
  return asked{as, workspace::remove_member{c.name(free->it), c.name(user)}};
}

inline std::optional<asked> leave(chooser& c) {
  const auto where = c.any(c.world.workspaces, [&](workspace_id it) {
    return !c.archived(it) && !c.world.workspaces[it].sealed() && c.world.workspaces[it].listed > 0;
  });
  if (!where || (!c.book.membership.self_leave && c.chance(80))) return {};
  auto as = c.some_user(
      [&](user_id user) { return c.slips() || listed_row(c.world, *where, user, c.now) != nullptr; });
  return as ? std::optional(asked{*as, workspace::leave{c.name(*where)}}) : std::nullopt;
}

inline std::optional<asked> change_role(chooser& c) {
  if (!c.book.creation.creator_role && c.chance(95)) return {};
  const auto free = detail::open_list(c);
  if (!free) return {};
  const auto there = listed_in(c, free->it);
  if (there.empty()) return {};
  return asked{free->as, workspace::change_role{c.name(free->it), c.name(c.one_of(there)),
                                                a_workspace_role(c).value_or("member"), c.maybe_until()}};
}

}  // namespace charter::inline v0::testing::moves
