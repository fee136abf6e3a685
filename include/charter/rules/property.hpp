// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The value of a configuration property: text, number or bool (R190).

#include <cstdint>
#include <string>
#include <variant>

namespace charter::inline v0::workspace {

/// Whole numbers stay whole; others are IEEE doubles.
using property_value = std::variant<bool, std::int64_t, double, std::string>;

}  // namespace charter::inline v0::workspace
