// SPDX-License-Identifier: Apache-2.0
#include "charter/record/fold.hpp"

#include "charter/access/notices.hpp"
#include "charter/command/journal.hpp"
#include "charter/realm/apply.hpp"
#include "fold_until.hpp"

namespace charter::inline v0 {

const event* fold_until(realm& world, const record& what, bool (*admits)(const realm&, const event&)) {
  const stamp when{what.at_position, what.at, what.by};
  journal keeping(world, what.by);
  notifier mail(world, when);
  for (const auto& each : what.events) {
    if (!admits(world, each)) return &each;
    visit_event(each, [&](const auto& one) { keeping.expect(world, one); });
    apply(world, each, when);
    mail.notify(each);
  }
  keeping.close(world, {when, what.command, what.events, what.command_id, what.digest});
  return nullptr;
}

void fold(realm& world, const record& what) {
  fold_until(world, what, [](const realm&, const event&) { return true; });
}

}  // namespace charter::inline v0
