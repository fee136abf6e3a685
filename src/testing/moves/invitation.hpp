// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about invitations: sent, answered, issued again, revoked.

#include <optional>
#include <string>
#include <utility>

#include "membership.hpp"

namespace charter::inline v0::testing::moves {

namespace detail {

inline bool may_be_answered(const chooser& c, invitation_id which) {
  const auto& it = c.world.invitations[which];
  return it.user && it.status_at(c.now) == invitation::status::pending && !c.archived(it.workspace);
}

/// The invitee, save where the chooser slips.
inline std::optional<actor> invitee(chooser& c, invitation_id which) {
  const auto& user = c.world.invitations[which].user;
  if (!user || c.slips()) return c.careless ? std::optional(c.anybody()) : std::nullopt;
  return c.some_user([&](user_id each) { return each == *user; });
}

/// By workspace or by the invitation itself.
template <class Answer>
Answer answer_to(chooser& c, invitation_id which) {
  Answer out;
  if (c.chance(50))
    out.workspace = c.name(c.world.invitations[which].workspace);
  else
    out.invitation = c.name(which);
  return out;
}

/// By the invitation itself, or by workspace and person.
template <class Renewal>
Renewal renewal_of(chooser& c, invitation_id which) {
  const auto& it = c.world.invitations[which];
  Renewal out;
  if (c.chance(50)) {
    out.invitation = c.name(which);
    return out;
  }
  out.workspace = c.name(it.workspace);
  if (it.user && c.chance(50))
    out.user = c.name(*it.user);
  else
    out.email = it.to->email;
  return out;
}

/// Something pending, declined or expired where somebody manages members.
inline std::optional<opening<invitation_id>> renewable(chooser& c, bool in_sealed) {
  const auto which = c.any(c.world.invitations, [&](invitation_id each) {
    const auto& it = c.world.invitations[each];
    return it.status != invitation::status::accepted && it.status != invitation::status::revoked &&
           it.status != invitation::status::void_ && !c.archived(it.workspace) &&
           (in_sealed || !c.world.workspaces[it.workspace].sealed());
  });
  if (!which) return {};
  auto as = c.actor_for(permissions::workspace_manage_members, c.world.invitations[*which].workspace);
  return as ? std::optional(opening<invitation_id>{*as, *which}) : std::nullopt;
}

}  // namespace detail

inline std::optional<asked> send_invitation(chooser& c) {
  if (!c.book.membership.by_invitation && !c.careless && c.chance(95)) return {};
  const auto free = detail::open_list(c);
  if (!free) return {};
  invitation::send out;
  out.key = maybe_key(c, c.world.invitations);
  out.workspace = c.name(free->it);
  out.role = a_workspace_role(c);
  out.until = c.maybe_until();
  if (!c.book.membership.eligibility.account && c.chance(40)) {
    out.email = an_address(c);
  } else {
    const auto user = detail::newcomer(c, free->it);
    if (!user) return {};
    const auto who = as_person(c, *user);
    out.user = who.user;
    out.email = who.email;
  }
  return asked{free->as, out};
}

inline std::optional<asked> accept(chooser& c) {
  const auto which =
      c.any(c.world.invitations, [&](invitation_id it) { return detail::may_be_answered(c, it); });
  if (!which) return {};
  auto as = detail::invitee(c, *which);
  return as ? std::optional(asked{*as, detail::answer_to<invitation::accept>(c, *which)}) : std::nullopt;
}

inline std::optional<asked> decline(chooser& c) {
  const auto which =
      c.any(c.world.invitations, [&](invitation_id it) { return detail::may_be_answered(c, it); });
  if (!which) return {};
  auto as = detail::invitee(c, *which);
  return as ? std::optional(asked{*as, detail::answer_to<invitation::decline>(c, *which)}) : std::nullopt;
}

/// Taking a decline back, where the rulebook lets one.
inline std::optional<asked> accept_later(chooser& c) {
  const auto which = c.any(c.world.invitations, [&](invitation_id it) {
    return c.world.invitations[it].status == invitation::status::declined;
  });
  if (!which || c.book.membership.decline == rules::decline::final) return {};
  auto as = detail::invitee(c, *which);
  return as ? std::optional(asked{*as, detail::answer_to<invitation::accept>(c, *which)}) : std::nullopt;
}

inline std::optional<asked> reissue(chooser& c) {
  const auto free = detail::renewable(c, true);
  if (!free) return {};
  auto out = detail::renewal_of<invitation::reissue>(c, free->it);
  out.until = c.maybe_until();
  return asked{free->as, out};
}

inline std::optional<asked> revoke(chooser& c) {
  const auto free = detail::renewable(c, c.chance(5));
  if (!free) return {};
  return asked{free->as, detail::renewal_of<invitation::revoke>(c, free->it)};
}

}  // namespace charter::inline v0::testing::moves
