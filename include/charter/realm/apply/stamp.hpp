// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a record says around its events: where it stands, when, by whom.

#include "charter/base/actor.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"

namespace charter::inline v0 {

struct stamp {
  position at_position = 0;
  instant at{};
  acting by;
};

}  // namespace charter::inline v0
