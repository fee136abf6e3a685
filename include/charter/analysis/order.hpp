// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who asks for what: one line of a story that an analysis is told, or tells.

#include "charter/base/actor.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0::analysis {

struct order {
  actor as;
  command what;
};

}  // namespace charter::inline v0::analysis
