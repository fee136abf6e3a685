// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Everything is ten times as slow under the sanitizers, which look for other faults: there less is searched.

namespace charter_tests {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
inline constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace charter_tests
