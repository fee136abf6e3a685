// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words by ordinal.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "charter/access/index/blocks.hpp"

namespace charter::inline v0::index {

/// `Width` words for each ordinal, side by side; a power of two.
/// Threads: as with row_table.
template <std::size_t Width>
class word_array {
 public:
  explicit word_array(blocks& memory) : memory_(memory) {}

  /// Zero where nothing was set. Cost: two loads.
  [[gnu::always_inline]] word get(std::uint32_t at, std::size_t which = 0) const noexcept {
    const block in{where_.load(std::memory_order_acquire)};
    const auto place = at * Width + which;
    return in && place < in.size() ? in.slots()[place].load(std::memory_order_acquire) : 0;
  }

  /// All of an ordinal.
  [[gnu::always_inline]] std::array<word, Width> get_all(std::uint32_t at) const noexcept {
    const block in{where_.load(std::memory_order_acquire)};
    std::array<word, Width> out{};
    const auto place = std::size_t{at} * Width;
    if (in && place < in.size())
      for (std::size_t i = 0; i < Width; ++i) out[i] = in.slots()[place + i].load(std::memory_order_acquire);
    return out;
  }

  /// REQUIRES: reserve(at + 1).
  void set(std::uint32_t at, std::size_t which, word value) noexcept {
    const block in{where_.load(std::memory_order_relaxed)};
    in.slots()[at * Width + which].store(value, std::memory_order_release);
  }

  /// Room for that many ordinals. Fails: bad_alloc. Readers must not be answered meanwhile.
  void reserve(std::size_t ordinals) {
    const block old{where_.load(std::memory_order_relaxed)};
    if (old && ordinals * Width <= old.size()) return;
    unsigned log_lines = 6;
    while ((slots_a_line << log_lines) < ordinals * Width) ++log_lines;
    const auto made = memory_.take(log_lines);
    for (std::size_t i = 0; old && i < old.size(); ++i)
      made.slots()[i].store(old.slots()[i].load(std::memory_order_relaxed), std::memory_order_release);
    where_.store(made.tagged, std::memory_order_release);
    if (old) memory_.give_back(old);
  }

 private:
  std::atomic<std::byte*> where_{nullptr};
  blocks& memory_;
};

}  // namespace charter::inline v0::index
