// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What somebody tries to do: a command and all that decide needs besides the realm.

#include "charter/command/context.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0::testing {

struct attempt {
  decision_context with;
  command what;
};

}  // namespace charter::inline v0::testing
