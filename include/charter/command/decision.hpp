// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What deciding a command comes to.

#include <string>
#include <vector>

#include "charter/base/actor.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0 {

/// One record's worth of an accepted command.
struct draft {
  std::string command;
  instant at{};
  acting by;
  std::vector<warning> warnings;
  std::vector<event> events;
};

struct decided {
  std::vector<draft> drafts;  ///< what was due, if anything; then the command
  position repeats = 0;       ///< a known command_id: the record that holds the first receipt; no drafts
  acting by;
};

struct refused {
  refusal why;
  bool changed = false;  ///< the realm was written to, and is of no use any more
};

}  // namespace charter::inline v0
