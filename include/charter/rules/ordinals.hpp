// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a rule set numbers what its rulebook names.

#include <compare>
#include <cstdint>

namespace charter::inline v0 {

/// The ordinal of a role in the rulebook.
struct role_index {
  std::uint16_t value = 0;
  friend constexpr auto operator<=>(const role_index&, const role_index&) = default;
};

/// The ordinal of a workspace kind in the rulebook.
struct kind_index {
  std::uint8_t value = 0;
  friend constexpr auto operator<=>(const kind_index&, const kind_index&) = default;
};

}  // namespace charter::inline v0
