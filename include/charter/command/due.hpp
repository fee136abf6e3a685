// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What has come to its end by now: decided before the command, written in front of it (D05, D45).

#include "charter/command/consequences.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

namespace detail {

/// Whether anything real is in the queue up to `at`. Entries whose end was moved do not count.
template <class IsReal>
bool has_due(const due_queue& all, instant at, IsReal&& is_real) {
  if (!all.any_until(at)) return false;
  for (auto queue = all; queue.any_until(at);)
    if (is_real(queue.pop())) return true;
  return false;
}

}  // namespace detail

inline bool is_invitation_due(const realm& world, instant at) {
  return detail::has_due(world.due_invitations, at,
                         [&](const due_entry& it) { return invitation_events::is_due(world, it); });
}
inline bool is_membership_due(const realm& world, instant at) {
  return detail::has_due(world.due_memberships, at, [&](const due_entry& it) {
    return membership_events::due_row(world, it) != nullptr;
  });
}
inline bool is_role_due(const realm& world, instant at) {
  return detail::has_due(world.due_roles, at, [&](const due_entry& it) {
    return directory_events::due_role(world, it) != nullptr;
  });
}
/// Cost: O(1) where nothing ends until then.
inline bool is_anything_due(const realm& world, instant at) {
  return is_invitation_due(world, at) || is_membership_due(world, at) || is_role_due(world, at);
}

/// Ends what is due. The three events say what kind of thing ended; apply finds which.
inline void decide_due(turn& t) {
  const auto from = t.events.size();
  if (is_invitation_due(t.world, t.now)) t.emit(invitations::expired{"until"});
  if (is_membership_due(t.world, t.now)) t.emit(memberships::ended{{}, {}, false, "until"});
  if (is_role_due(t.world, t.now)) t.emit(roles::ended{{}, {}, "until"});
  decide_consequences(t, from);
}

}  // namespace charter::inline v0
