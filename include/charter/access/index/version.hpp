// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A version that readers look at before and after: if it has moved, what they read may be a mixture.

#include <atomic>
#include <cstdint>

namespace charter::inline v0::index {

/// Two counts: of what was begun to be written, and of what has been. A reader takes the second before it
/// reads and finds the first equal to it afterwards, or reads again.
/// Threads: any number read while one writes. What is read in between must be loaded with acquire, and
/// written with release: that keeps the loads between the two looks, and the stores behind the first mark.
class version {
 public:
  /// To be taken before reading.
  std::uint64_t now() const noexcept { return ended_.load(std::memory_order_acquire); }
  /// Whether nothing was being written then, nor since: what was read in between is true.
  bool is_still(std::uint64_t taken) const noexcept {
    return begun_.load(std::memory_order_relaxed) == taken;
  }

  /// Runs `look()` until nothing was written meanwhile. Answers whether that came to pass; gives up when
  /// there is nothing to see, or writing takes long.
  template <class Look>
  bool read(Look&& look) const noexcept {
    for (int attempt = 0; attempt < most_attempts && !is_off(); ++attempt) {
      const auto before = now();
      look();
      if (is_still(before)) return true;
    }
    return false;
  }

  void begin() noexcept { begun_.store(ended_.load(std::memory_order_relaxed) + 1); }
  void end() noexcept {
    off_.store(false, std::memory_order_relaxed);
    ended_.store(begun_.load(std::memory_order_relaxed), std::memory_order_release);
  }
  /// Begins, and nothing is to be seen until a next end.
  void turn_off() noexcept {
    begin();
    off_.store(true, std::memory_order_relaxed);
  }
  bool is_off() const noexcept { return off_.load(std::memory_order_relaxed); }

 private:
  static constexpr int most_attempts = 64;
  std::atomic<std::uint64_t> begun_{1}, ended_{0};
  std::atomic<bool> off_{true};
};

}  // namespace charter::inline v0::index
