// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How users stand to workspaces: a hash table of one word a row, {workspace, user, class}. It is cut into
/// segments by the hash, and a segment grows alone.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "charter/access/index/blocks.hpp"

namespace charter::inline v0::index {

/// Threads: any number read while one writes. A reader beside a writer may see neither the old nor the new
/// (a block that is being used again): it must find out that something was written, and look again.
class row_table {
 public:
  explicit row_table(blocks& memory) : memory_(memory) {}

  /// The class; zero if there is no row. Cost: usually one line of the table.
  /// REQUIRES: both ids are less than most_ids.
  [[gnu::always_inline]] word find(std::uint32_t user, std::uint32_t workspace) const noexcept {
    const auto key = key_of(user, workspace);
    const auto hash = mix(key);
    const block in{segments_[hash >> segment_shift].load(std::memory_order_acquire)};
    if (!in) return 0;
    const auto line = line_of(hash, in);
    const auto* row = in.slots() + line * slots_a_line;
    const auto least = least_difference(row, key);
    if (least <= class_mask) return least;
    return has_room(row) ? 0 : find_further(in, line, key);
  }

  /// Writes the class; zero takes the row out. Fails: bad_alloc, and nothing has changed.
  void set(std::uint32_t user, std::uint32_t workspace, word value) {
    const auto key = key_of(user, workspace);
    const auto hash = mix(key);
    auto& where = segments_[hash >> segment_shift];
    auto& used = used_[hash >> segment_shift];
    block in{where.load(std::memory_order_relaxed)};
    if (in) {
      auto& found = place(in, hash, key);
      if (found.load(std::memory_order_relaxed) != 0)
        return found.store(key << class_bits | value, std::memory_order_release);
    }
    if (value == 0) return;
    if (!in || (std::size_t{used} + 1) * 8 > in.size() * 7) in = grow(where, used);
    place(in, hash, key).store(key << class_bits | value, std::memory_order_release);
    ++used;
  }

  /// Takes out every row. Readers must not be answered meanwhile.
  void clear() {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const block in{segments_[i].load(std::memory_order_relaxed)};
      segments_[i].store(nullptr, std::memory_order_release);
      used_[i] = 0;
      if (in) memory_.give_back(in);
    }
  }

 private:
  static constexpr unsigned class_bits = 16, segment_bits = 12, segment_shift = 64 - segment_bits;
  static constexpr word class_mask = (word{1} << class_bits) - 1;

  /// The least of what is left of each row of a line when the key is taken out of it: the class of the row
  /// with that key, or more than any class. Without a branch, since whether there is such a row is anybody's
  /// guess.
  [[gnu::always_inline]] static word least_difference(const slot* line, word key) noexcept {
    static_assert(slots_a_line == 8);
    const auto row = key << class_bits;
    const auto first = less(less(difference(line[0], row), difference(line[1], row)),
                            less(difference(line[2], row), difference(line[3], row)));
    const auto second = less(less(difference(line[4], row), difference(line[5], row)),
                             less(difference(line[6], row), difference(line[7], row)));
    return less(first, second);
  }
  [[gnu::always_inline]] static word difference(const slot& there, word row) noexcept {
    return there.load(std::memory_order_acquire) ^ row;
  }
  [[gnu::always_inline]] static word less(word a, word b) noexcept { return a < b ? a : b; }
  /// In the lines after that one. Not more of them than there are: a block that is being used again may be
  /// full.
  [[gnu::noinline]] static word find_further(block in, std::size_t line, word key) noexcept {
    for (auto left = in.lines(); left > 1; --left) {
      line = (line + 1) & (in.lines() - 1);
      const auto* row = in.slots() + line * slots_a_line;
      const auto least = least_difference(row, key);
      if (least <= class_mask) return least;
      if (has_room(row)) return 0;
    }
    return 0;
  }
  /// Lines fill up from their beginning. What is not in one that has room is nowhere.
  static bool has_room(const slot* line) noexcept {
    return line[slots_a_line - 1].load(std::memory_order_acquire) == 0;
  }

  /// Never zero, and the whole of both ids: two rows cannot be taken for one another.
  static constexpr word key_of(std::uint32_t user, std::uint32_t workspace) {
    return (word{workspace} + 1) << 24 | user;
  }
  /// Spreads ids that are dense. The segment is in the highest bits, the line in the next.
  static constexpr word mix(word key) { return (key ^ key >> 21) * 0x9e3779b97f4a7c15U; }
  static std::size_t line_of(word hash, block in) {
    return hash << segment_bits >> 1 >> (63 - in.log_lines());
  }

  /// Where the key is, or where it would go. REQUIRES: there is an empty slot.
  static slot& place(block in, word hash, word key) {
    const auto last = in.size() - 1;
    for (auto at = line_of(hash, in) * slots_a_line;; at = (at + 1) & last) {
      auto& it = in.slots()[at];
      const auto there = it.load(std::memory_order_relaxed);
      if (there == 0 || there >> class_bits == key) return it;
    }
  }

  /// A block for one row more, without those that were taken out.
  block grow(std::atomic<std::byte*>& where, std::uint32_t& used) {
    const block old{where.load(std::memory_order_relaxed)};
    const auto each_row = [&](auto&& visit) {
      for (std::size_t i = 0; old && i < old.size(); ++i)
        if (const auto it = old.slots()[i].load(std::memory_order_relaxed); it & class_mask) visit(it);
    };
    std::uint32_t rows = 0;
    each_row([&](word) { ++rows; });
    unsigned log_lines = 0;
    while ((slots_a_line << log_lines) * 5 < (std::size_t{rows} + 1) * 8) ++log_lines;
    const auto made = memory_.take(log_lines);
    each_row([&](word it) {
      const auto key = it >> class_bits;
      place(made, mix(key), key).store(it, std::memory_order_release);
    });
    where.store(made.tagged, std::memory_order_release);
    used = rows;
    if (old) memory_.give_back(old);
    return made;
  }

  std::array<std::atomic<std::byte*>, std::size_t{1} << segment_bits> segments_{};
  std::array<std::uint32_t, std::size_t{1} << segment_bits> used_{};  ///< slots in use, emptied ones too
  blocks& memory_;
};

}  // namespace charter::inline v0::index
