// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How far a search may go, and whether it went to its end.

#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>

namespace charter::inline v0::analysis {

/// The search asks `stop` between steps, on the caller's thread; it may be empty.
struct search_bound {
  std::uint64_t steps = std::numeric_limits<std::uint64_t>::max();
  std::function<bool()> stop = {};
};

/// Stops once that much time has passed since this call, by the steady clock.
inline search_bound within(std::chrono::steady_clock::duration time) {
  const auto end = std::chrono::steady_clock::now() + time;
  return {std::numeric_limits<std::uint64_t>::max(),
          [end] { return std::chrono::steady_clock::now() >= end; }};
}

/// `complete`: all that there was to examine. `out_of_steps`, `stopped`: the bound came first.
enum class search_end : std::uint8_t { complete, out_of_steps, stopped };

}  // namespace charter::inline v0::analysis
