// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Folding a record into the realm: its events applied, notices delivered, the journal kept. What `advance`
/// does live, from what the log says.

#include <utility>

#include "charter/access/notices.hpp"
#include "charter/command/journal.hpp"
#include "charter/realm/apply.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0 {

namespace detail {

/// `admit(world, event)` is asked before each event is applied; folding stops where it says no.
template <class Admit>
bool fold_each(realm& world, const record& what, Admit&& admit) {
  const stamp when{what.at_position, what.at, what.by};
  journal keeping(world, what.by);
  notifier mail(world, when);
  for (const auto& each : what.events) {
    if (!admit(std::as_const(world), each)) return false;
    visit_event(each, [&](const auto& one) { keeping.expect(world, one); });
    apply(world, each, when);
    mail.notify(each);
  }
  keeping.close(world, {when, what.command, what.events, what.command_id, what.digest});
  return true;
}

}  // namespace detail

/// REQUIRES: `what` was decided on `world`; its position is next.
inline void fold(realm& world, const record& what) {
  detail::fold_each(world, what, [](const realm&, const event&) { return true; });
}

}  // namespace charter::inline v0
