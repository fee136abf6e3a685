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
  /// Runs `look()` until nothing was written meanwhile. Answers whether that came to pass; gives up when
  /// there is nothing to see, or writing takes long.
  template <class Look>
  bool read(Look&& look) const noexcept {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      const auto before = now_.load(std::memory_order_acquire);
      if (before & off) return false;
      if (before & 1U) continue;
      look();
      if (now_.load(std::memory_order_relaxed) == before) return true;
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
