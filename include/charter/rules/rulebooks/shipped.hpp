// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rulebooks that ship, by name.

#include <array>
#include <string_view>

#include "charter/rules/rulebook.hpp"
#include "charter/rules/rulebooks/opaque_open.hpp"
#include "charter/rules/rulebooks/opaque_sealed.hpp"
#include "charter/rules/rulebooks/openhexa.hpp"

namespace charter::inline v0::rulebooks {

inline constexpr std::array<std::string_view, 3> shipped_names = {"opaque_sealed", "opaque_open", "openhexa"};

/// The shipped rulebook of that name, or null. It lives as long as the program.
inline const rules::rulebook* find_shipped(std::string_view name) {
  if (name == shipped_names[0]) return &opaque_sealed();
  if (name == shipped_names[1]) return &opaque_open();
  if (name == shipped_names[2]) return &openhexa();
  return nullptr;
}

}  // namespace charter::inline v0::rulebooks
