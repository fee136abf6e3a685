// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a search looks for: something that should not happen, judged at each command that is accepted.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "charter/analysis/area.hpp"
#include "charter/base/actor.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// One accepted command: the realm before it, and the realm it led to.
struct accepted_command {
  const realm& before;
  acting by;
  const command& what;
  std::span<const event> events;
  const realm& after;
};

/// `is_reached` must be pure, and must not tell people apart by name: a search takes people who stand alike
/// for one another. Threads: as `is_reached` allows.
struct goal {
  std::string name;         ///< "run_without_approval"
  std::string message;      ///< a sentence: what will have happened
  std::vector<area> areas;  ///< the moves that can lead there: what to search if nothing else is said
  std::function<bool(const accepted_command&)> is_reached;
  /// Whether it can be told from what decide reads for that command and from what the command changes: then a
  /// search need not ask again where all of that is as it was before.
  bool is_local = false;
};

/// Those that ship, sorted by name; under the shipped rulebooks none is known to be in reach. They judge by
/// what the realm holds, and call none of the rules they watch over: a rule that is broken does not hide
/// itself. The three that are about check ask `effective`.
const std::vector<goal>& goals();

/// Null if none of the shipped ones has that name.
const goal* find_goal(std::string_view name);

}  // namespace charter::inline v0::analysis
