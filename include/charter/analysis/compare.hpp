// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What if? Commands decided beside the realm: which of them would be accepted, and what would change.

#include <span>
#include <vector>

#include "charter/analysis/effects.hpp"
#include "charter/base/result.hpp"
#include "charter/command/context.hpp"
#include "charter/engine/receipt.hpp"
#include "charter/engine/view.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0::analysis {

/// What somebody might ask for.
struct proposed_command {
  decision_context with;
  command what;
};

struct comparison {
  /// Of each command its receipt or its refusal, in order. A command id that the realm remembers gives the
  /// position of the first receipt, without its events.
  std::vector<result<receipt>> outcomes;
  analysis::effects effects;
};

/// Decides the commands one after another, each on what those before have led to; a refused one changes
/// nothing and the next is tried. Nothing is written anywhere. Threads: any; pure. Fails: never; a refusal is
/// an outcome. Cost: that of deciding, and of `effects_of`.
comparison compare(const view& from, std::span<const proposed_command> commands,
                   breadth how = breadth::touched);

}  // namespace charter::inline v0::analysis
