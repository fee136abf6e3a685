// SPDX-License-Identifier: Apache-2.0
// In a file of its own: deciding and folding take many seconds to compile.
#include "stage.hpp"

#include "charter/record/fold.hpp"

namespace staged {

answer judge(const realm& world, const decision_context& with, const command& what) {
  return decide(world, with, what);
}

void stage::execute(const decision_context& with, const command& what) {
  auto done = judge(with, what);
  REQUIRE_MESSAGE(done, what.name() << ": " << done.error().slug);
  for (auto& each : done->drafts) {
    record made{world.head + 1, each.at, each.by, "", each.command, {}, {}, each.warnings, each.events};
    if (&each == &done->drafts.back()) made.command_id = with.id, made.digest = with.digest;
    fold(world, made);
  }
}

}  // namespace staged
