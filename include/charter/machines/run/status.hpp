// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the host may report of a run.

#include "charter/base/enum_text.hpp"

namespace charter::inline v0 {

namespace run {
enum class progress { running, succeeded, failed };
}

template <>
struct enum_names<run::progress> {
  static constexpr std::array<std::string_view, 3> names = {"running", "succeeded", "failed"};
};

}  // namespace charter::inline v0
