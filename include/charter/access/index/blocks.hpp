// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Blocks of cache lines for the check index, by powers of two, as a buddy system: what small blocks have
/// given back together makes larger ones.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <set>

#include "charter/access/index/page_source.hpp"
#include "charter/access/index/words.hpp"

namespace charter::inline v0::index {

/// A word in a block. Memory of the system's can be looked at as slots without being made into them, and a
/// block that was given back stays readable: whoever still looks at it sees words, whatever they mean now.
struct slot {
  word raw;

  word load(std::memory_order order) const noexcept {
    return std::atomic_ref<word>(const_cast<word&>(raw)).load(order);
  }
  void store(word value, std::memory_order order) noexcept { std::atomic_ref<word>(raw).store(value, order); }
};
static_assert(std::atomic_ref<word>::is_always_lock_free && sizeof(slot) == sizeof(word));

constexpr std::size_t slots_a_line = 8;

/// Where a block is and how large, in one pointer: into its first line, as many bytes as a hash must be moved
/// right to be an offset in the block. Null: none.
struct block {
  std::byte* tagged = nullptr;

  static block of(std::byte* first, unsigned log_lines) { return {first + (log_offsets - log_lines)}; }

  explicit operator bool() const { return tagged != nullptr; }
  unsigned log_lines() const { return log_offsets - shift(); }
  slot* slots() const { return reinterpret_cast<slot*>(tagged - shift()); }
  std::size_t lines() const { return std::size_t{1} << log_lines(); }
  std::size_t size() const { return slots_a_line << log_lines(); }  ///< in slots

  /// The line that the highest bits of a hash say. REQUIRES: there is a block.
  slot* line_of(word hash) const {
    return reinterpret_cast<slot*>(tagged - shift() + ((hash >> shift()) & ~word{line_size - 1}));
  }

 private:
  static constexpr unsigned line_size = slots_a_line * sizeof(slot), log_offsets = 58;
  static_assert(line_size == word{1} << (64 - log_offsets));

  unsigned shift() const { return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(tagged) & 63U); }
};

/// Threads: one at a time.
class blocks {
 public:
  explicit blocks(page_source& pages) : pages_(pages) {}

  /// 2^`log_lines` lines of zeros. Fails: bad_alloc; some spare memory may be lost then.
  block take(unsigned log_lines) {
    if (log_lines > log_chunk) return block::of(pages_.take(size_of(log_lines)), log_lines);
    auto from = log_lines;
    while (from <= log_chunk && free_[from].empty()) ++from;
    if (from > log_chunk) free_[from = log_chunk].insert(pages_.take(size_of(log_chunk)));
    auto* const out = *free_[from].begin();
    free_[from].erase(free_[from].begin());
    while (from-- > log_lines) free_[from].insert(out + size_of(from));
    return block::of(out, log_lines);
  }

  /// Fails: bad_alloc; the block is lost then, and nothing else.
  void give_back(block it) {
    auto* at = reinterpret_cast<std::byte*>(it.slots());
    auto log_lines = it.log_lines();
    if (size_of(log_lines) < page || !pages_.forget(at, size_of(log_lines)))
      for (std::size_t i = 0; i < it.size(); ++i) it.slots()[i].store(0, std::memory_order_release);
    if (log_lines > log_chunk) return;  // the system has it back, all but its addresses
    for (; log_lines < log_chunk; ++log_lines) {
      const auto buddy = free_[log_lines].find(buddy_of(at, log_lines));
      if (buddy == free_[log_lines].end()) break;
      at = std::min(at, *buddy);
      free_[log_lines].erase(buddy);
    }
    free_[log_lines].insert(at);
  }

 private:
  static constexpr std::size_t page = 4096;
  static constexpr std::size_t size_of(unsigned log_lines) {
    return slots_a_line * sizeof(slot) << log_lines;
  }
  static constexpr unsigned log_chunk = 15;
  static_assert(slots_a_line * sizeof(slot) << log_chunk == page_source::unit);

  static std::byte* buddy_of(std::byte* at, unsigned log_lines) {
    const bool is_second = (reinterpret_cast<std::uintptr_t>(at) & size_of(log_lines)) != 0;
    return is_second ? at - size_of(log_lines) : at + size_of(log_lines);
  }

  page_source& pages_;
  std::array<std::set<std::byte*>, log_chunk + 1> free_;
};

}  // namespace charter::inline v0::index
