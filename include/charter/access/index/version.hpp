// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A version that readers look at before and after: if it has moved, what they read may be a mixture.

#include <atomic>
#include <cstdint>

namespace charter::inline v0::index {

/// Threads: any number read while one writes. What is read in between must be loaded with acquire, and
/// written with release: that keeps the loads between the two looks, and the stores behind the first mark.
class version {
 public:
  /// To be taken before reading. Nothing may be read if it is not `is_whole`.
  std::uint64_t now() const noexcept { return now_.load(std::memory_order_acquire); }
  static bool is_whole(std::uint64_t taken) noexcept { return (taken & (off | 1U)) == 0; }
  /// Whether nothing was written since.
  bool is_still(std::uint64_t taken) const noexcept { return now_.load(std::memory_order_relaxed) == taken; }

  /// Runs `look()` until nothing was written meanwhile. Answers whether that came to pass; gives up when
  /// there is nothing to see, or writing takes long.
  template <class Look>
  bool read(Look&& look) const noexcept {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      const auto before = now();
      if (before & off) return false;
      if (!is_whole(before)) continue;
      look();
      if (is_still(before)) return true;
    }
    return false;
  }

  void begin() noexcept { now_.store((now_.load(std::memory_order_relaxed) | 1U) & ~off); }
  void end() noexcept { now_.store((now_.load(std::memory_order_relaxed) + 1) & ~off); }
  /// Nothing is to be seen until a next begin and end.
  void turn_off() noexcept { now_.store(now_.load(std::memory_order_relaxed) | 1U | off); }
  bool is_off() const noexcept { return (now_.load(std::memory_order_relaxed) & off) != 0; }

 private:
  static constexpr std::uint64_t off = std::uint64_t{1} << 63;
  static constexpr int most_attempts = 64;
  std::atomic<std::uint64_t> now_{off | 1U};
};

}  // namespace charter::inline v0::index
