// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The closed set of conditions that a grant may ask for (vocabulary, section 2).

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace charter::inline v0 {

/// In the order in which unmet ones are reported: the denial rule takes the first.
enum class condition : std::uint8_t {
  member,
  approved,
  run_policy,
  approver,
  creator,
  same_organization,
  owning_organization,
};

inline constexpr std::array<std::string_view, 7> condition_names = {
    "member", "approved", "run_policy", "approver", "creator", "same_organization", "owning_organization"};

constexpr std::string_view to_text(condition it) { return condition_names[static_cast<std::size_t>(it)]; }

constexpr std::optional<condition> find_condition(std::string_view name) {
  for (std::size_t i = 0; i < condition_names.size(); ++i)
    if (condition_names[i] == name) return static_cast<condition>(i);
  return {};
}

/// A set of conditions in one byte.
class condition_set {
 public:
  constexpr condition_set() = default;
  constexpr condition_set(condition one)
      : bits_(static_cast<std::uint8_t>(1U << static_cast<unsigned>(one))) {}

  constexpr bool has(condition one) const { return (bits_ & condition_set(one).bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int size() const { return std::popcount(bits_); }
  constexpr std::uint8_t bits() const { return bits_; }
  constexpr void add(condition_set more) { bits_ = static_cast<std::uint8_t>(bits_ | more.bits_); }

  /// Calls `visit(condition)` in the order of the denial rule.
  template <class Visit>
  constexpr void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < condition_names.size(); ++i)
      if (has(static_cast<condition>(i))) visit(static_cast<condition>(i));
  }
  friend constexpr bool operator==(condition_set, condition_set) = default;

 private:
  std::uint8_t bits_ = 0;
};

}  // namespace charter::inline v0
