// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Enumerations with a fixed spelling: what JSON, records and answers write for each value.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace charter::inline v0 {

/// Specialise with `static constexpr std::array<std::string_view, n> names`, in the order of the enumerators.
/// PERSISTED: spellings stand in records; do not change them.
template <class Enum>
struct enum_names;

template <class Enum>
concept spelled = std::is_enum_v<Enum> && requires {
  enum_names<Enum>::names;
};

template <spelled Enum>
constexpr std::string_view to_text(Enum it) {
  return enum_names<Enum>::names[static_cast<std::size_t>(it)];
}

template <spelled Enum>
constexpr std::optional<Enum> parse_enum(std::string_view text) {
  for (std::size_t i = 0; i < enum_names<Enum>::names.size(); ++i)
    if (enum_names<Enum>::names[i] == text) return static_cast<Enum>(i);
  return {};
}

}  // namespace charter::inline v0
