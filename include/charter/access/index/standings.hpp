// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Numbers for the sets of organization roles that people hold: few sets, many people.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "charter/machines/directory/state.hpp"
#include "charter/rules/ordinals.hpp"

namespace charter::inline v0::index {

/// Threads: one at a time.
class standings {
 public:
  /// The number of what the user holds at that time, from 1; none when there are too many numbers already.
  /// REQUIRES: `it` belongs to one organization at most.
  std::optional<std::uint16_t> number_of(const user::standing& it, instant at) {
    held_.assign(1, static_cast<std::uint16_t>(it.organizations.size()));
    for (const auto& each : it.roles)
      if (each.counts(at) && !it.organizations.empty() && each.organization == it.organizations.front())
        held_.push_back(each.role.value);
    std::sort(held_.begin() + 1, held_.end());
    const auto known = numbers_.find(held_);
    if (known != numbers_.end()) return known->second;
    if (numbers_.size() >= 0xffff) return {};
    const auto next = static_cast<std::uint16_t>(numbers_.size() + 1);
    numbers_.emplace(held_, next);
    return next;
  }

 private:
  std::map<std::vector<std::uint16_t>, std::uint16_t> numbers_;
  std::vector<std::uint16_t> held_;  ///< by the user looked at: kept for its memory
};

}  // namespace charter::inline v0::index
