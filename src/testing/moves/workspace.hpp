// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about workspaces as such: created, archived, a new credential.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people.hpp"

namespace charter::inline v0::testing::moves {

namespace detail {

/// Fills in who is there from the beginning; answers those among them who have an account.
inline std::vector<user_id> choose_party(chooser& c, workspace::create& out, user_id creator,
                                         organization_id owner) {
  const auto& rules = c.book.membership;
  std::vector<user_id> party{creator};
  auto free = who_may_come(c, owner);
  std::erase(free, creator);
  for (const auto each : c.some_of(free, 4)) {
    const bool direct = rules.direct && (!rules.by_invitation || c.chance(40));
    auto one = as_person(c, each);
    if (rules.mode != rules::membership_mode::sealed || !direct) one.until = c.maybe_until(15);
    if (!direct) one.key = maybe_key(c, c.world.invitations);
    if (!direct && c.chance(5)) one.email = an_address(c), one.user = {};
    (direct != c.slips(20) ? out.members : out.invitees).push_back(one);
    party.push_back(each);
  }
  if (rules.by_invitation && !rules.eligibility.account && c.chance(30)) {
    workspace::person guest;
    guest.email = an_address(c);
    guest.role = a_workspace_role(c);
    if (!find_by_email(c.world, *guest.email) || c.careless) out.invitees.push_back(guest);
  }
  return party;
}

}  // namespace detail

inline std::optional<asked> create_workspace(chooser& c) {
  if (!c.room(c.world.workspaces.all.size(), 8) || c.book.kinds.empty()) return {};
  const auto free =
      c.open_to(permissions::workspace_create, c.world.organizations, [](auto) { return true; });
  if (!free || c.world.users.all.empty()) return {};
  const auto& kind = c.one_of(c.book.kinds);
  workspace::create out;
  out.key = maybe_key(c, c.world.workspaces);
  out.organization = c.name(free->it);
  out.kind = c.slips(10) ? "no_such_kind" : kind.name;
  out.name = a_name(c, "Study", 12);
  if (c.chance(40)) out.description = a_line(c, "About");
  const auto creator = find(c.world, free->as.user()).value_or(user_id{});
  const auto party = detail::choose_party(c, out, creator, free->it);
  const bool many = !out.members.empty() || !out.invitees.empty();
  if ((kind.approval && (many || c.chance(20)) && !c.slips(20)) || c.slips(10))
    out.approval_policy = an_approval_policy(c, party);
  if ((kind.run_policy && c.chance(50)) || c.slips(10)) out.run_policy = a_run_policy(c, party);
  if ((kind.templates && c.chance(40)) || c.slips(10))
    out.templates = {a_line(c, "Template"), a_line(c, "Template")};
  return asked{free->as, out};
}

inline std::optional<asked> archive_workspace(chooser& c) {
  if (c.chance(70)) return {};
  const auto free = c.open_to(permissions::workspace_archive, c.world.workspaces,
                              [&](workspace_id it) { return !c.archived(it); });
  return free ? std::optional(asked{free->as, workspace::archive{c.name(free->it)}}) : std::nullopt;
}

inline std::optional<asked> rotate_credential(chooser& c) {
  const auto free =
      c.open_to(permissions::workspace_rotate_credential, c.world.workspaces,
                [&](workspace_id it) { return c.world.workspaces[it].credential_generation > 0; });
  return free ? std::optional(asked{free->as, workspace::rotate_credential{c.name(free->it)}}) : std::nullopt;
}

}  // namespace charter::inline v0::testing::moves
