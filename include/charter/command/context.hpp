// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What surrounds a command: who asks, when, and under which id it may be repeated.

#include <optional>
#include <string>

#include "charter/base/actor.hpp"
#include "charter/base/instant.hpp"

namespace charter::inline v0 {

/// As the caller of `execute` gives it. Whoever may call `execute` is trusted to name the actor:
/// authentication is the host's.
struct context {
  actor as;
  std::optional<instant> at = {};      ///< the engine stamps it otherwise
  std::optional<std::string> id = {};  ///< command_id: same actor, id and payload give the same receipt
};

/// As decide sees it: all that is not in the realm or the command. Filled by the engine.
struct decision_context {
  actor as;
  instant at{};     ///< the context's time, or the engine's stamp
  instant clock{};  ///< the engine's own clock: how far ahead `at` may be is measured from it
  std::optional<std::string> id = {};
  std::string digest = {};  ///< of the payload, when there is an id
};

}  // namespace charter::inline v0
