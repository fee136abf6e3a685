// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words by ordinal.

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "charter/access/index/blocks.hpp"

namespace charter::inline v0::index {

/// Threads: as with row_table.
class word_array {
 public:
  explicit word_array(blocks& memory) : memory_(memory) {}

  /// A power of two, or zero. Never shrinks, and words with so much room were there before it said so.
  std::size_t size() const noexcept { return size_.load(std::memory_order_acquire); }
  /// Zero where nothing was set. REQUIRES: at < size().
  [[gnu::always_inline]] word operator[](std::uint32_t at) const noexcept {
    return words_.load(std::memory_order_acquire)[at].load(std::memory_order_acquire);
  }
  /// Zero where nothing was set.
  word get(std::uint32_t at) const noexcept { return at < size() ? (*this)[at] : 0; }

  /// REQUIRES: reserve(at + 1).
  void set(std::uint32_t at, word value) noexcept {
    words_.load(std::memory_order_relaxed)[at].store(value, std::memory_order_release);
  }

  /// Room for that many ordinals. Fails: bad_alloc. Readers must not be answered meanwhile.
  void reserve(std::size_t ordinals) {
    if (block_ && ordinals <= block_.size()) return;
    unsigned log_lines = 6;
    while ((slots_a_line << log_lines) < ordinals) ++log_lines;
    const auto made = memory_.take(log_lines);
    const auto old = block_;
    for (std::size_t i = 0; old && i < old.size(); ++i)
      made.slots()[i].store(old.slots()[i].load(std::memory_order_relaxed), std::memory_order_release);
    block_ = made;
    words_.store(made.slots(), std::memory_order_release);
    size_.store(made.size(), std::memory_order_release);
    if (old) memory_.give_back(old);
  }

 private:
  std::atomic<std::size_t> size_{0};
  std::atomic<slot*> words_{nullptr};
  block block_;  ///< the writer's
  blocks& memory_;
};

}  // namespace charter::inline v0::index
