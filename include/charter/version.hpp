// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which charter this is. The version moves as CHANGELOG.md says.

#include <string_view>

/// For the preprocessor: major * 10000 + minor * 100 + patch.
#define CHARTER_VERSION 100

namespace charter::inline v0 {

inline constexpr int version_major = 0;
inline constexpr int version_minor = 1;
inline constexpr int version_patch = 0;

/// "major.minor.patch".
inline constexpr std::string_view version_text = "0.1.0";

static_assert(CHARTER_VERSION == version_major * 10000 + version_minor * 100 + version_patch);

}  // namespace charter::inline v0
