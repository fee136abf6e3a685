// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A cache line of the row table: the rows, then a word of tags. A tag is a few bits of a row's hash, and all
/// are compared at once: whether a line has a row, and where, takes one branch that nearly always goes the
/// same way.

#include <bit>
#include <cstddef>

#include "charter/access/index/blocks.hpp"

namespace charter::inline v0::index {

/// Threads: as with row_table. What a line reads as while its block is used again is of no meaning, but safe.
class row_line {
 public:
  static constexpr std::size_t most_rows = slots_a_line - 1;

  /// REQUIRES: `at` is the first slot of a line.
  explicit row_line(slot* at) noexcept : slots_(at) {}

  /// A bit for each row that has the tag, from the lowest; tag zero is also where there is no row.
  [[gnu::always_inline]] word tagged(word tag) const noexcept {
    // No byte that counts has its highest bit, so a byte borrows only if it is zero: there the tags are
    // equal. The byte after such a one may be marked without being equal.
    return ((tags() ^ tag * each_tag) - each_tag) & marks;
  }
  /// The first row of those. REQUIRES: there is one.
  [[gnu::always_inline]] slot& first_of(word rows) const noexcept {
    return slots_[static_cast<unsigned>(std::countr_zero(rows)) / 8];
  }
  /// The same without where there is no row.
  word rows_tagged(word tag) const noexcept { return tagged(tag) & ((word{1} << (8 * rows_in(tags()))) - 1); }
  /// Whether a row that belongs here had to go to the next line.
  bool is_overfull() const noexcept { return (tags() & overfull) != 0; }

  /// Answers whether there was room. The row comes before its tag.
  bool add(word tag, word row) noexcept {
    const auto rows = rows_in(tags());
    if (rows == most_rows) {
      slots_[most_rows].store(tags() | overfull, std::memory_order_release);
      return false;
    }
    slots_[rows].store(row, std::memory_order_release);
    slots_[most_rows].store((tags() | tag << (rows * 8)) + one_row, std::memory_order_release);
    return true;
  }
  /// `visit(word)` each row.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < rows_in(tags()); ++i) visit(slots_[i].load(std::memory_order_relaxed));
  }

 private:
  // The highest byte: how many rows there are, and whether others did not fit.
  static constexpr word one_row = word{1} << 56, overfull = word{1} << 63;
  static constexpr word each_tag = one_row / 0xff;
  static constexpr word marks = each_tag * 0x80;

  static std::size_t rows_in(word tags) noexcept { return tags / one_row % (most_rows + 1); }
  [[gnu::always_inline]] word tags() const noexcept {
    return slots_[most_rows].load(std::memory_order_acquire);
  }

  slot* slots_;
};

/// Seven bits of a hash that choose neither the segment nor, in most, the line.
[[gnu::always_inline]] inline word tag_of(word hash) noexcept { return hash >> 32 & 0x7f; }

}  // namespace charter::inline v0::index
