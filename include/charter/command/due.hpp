// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What has come to its end by now: decided before the command, written in front of it (D05, D45).

#include "charter/command/consequences.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

namespace detail {

/// Whether anything real is in the queue up to `at`. Entries whose end was moved do not count.
template <class IsReal>
bool has_due(due_queue queue, instant at, IsReal&& is_real) {
  while (queue.any_until(at))
    if (is_real(queue.pop())) return true;
  return false;
}

}  // namespace detail

/// Ends what is due. The three events say what kind of thing ended; apply finds which.
inline void decide_due(turn& t) {
  const auto at = t.now;
  const realm& world = t.world;
  if (detail::has_due(world.due_invitations, at,
                      [&](const due_entry& it) { return invitation_events::is_due(world, it); }))
    t.emit(invitations::expired{"until"});
  if (detail::has_due(world.due_memberships, at,
                      [&](const due_entry& it) { return membership_events::due_row(world, it) != nullptr; }))
    t.emit(memberships::ended{{}, {}, false, "until"});
  if (detail::has_due(world.due_roles, at,
                      [&](const due_entry& it) { return directory_events::due_role(world, it) != nullptr; }))
    t.emit(roles::ended{{}, {}, "until"});
  decide_consequences(t, 0);
}

}  // namespace charter::inline v0
