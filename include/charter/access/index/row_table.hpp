// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How users stand to workspaces: a hash table of one word a row, {workspace, user, class}. It is cut into
/// segments by the hash, and a segment grows alone.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "charter/access/index/blocks.hpp"
#include "charter/access/index/row_line.hpp"

namespace charter::inline v0::index {

/// Threads: any number read while one writes. A reader beside a writer may see neither the old nor the new
/// (a block that is being used again): it must find out that something was written, and look again.
class row_table {
 public:
  explicit row_table(blocks& memory) : memory_(memory) {
    for (auto& each : segments_) each.store(nothing().tagged, std::memory_order_relaxed);
  }

  /// The class of a row that is in the line where it belongs, as most are; of any other, `find` knows. Larger
  /// ids than find may be asked for are taken for others. Cost: one line.
  [[gnu::always_inline]] bool find_at_once(std::uint32_t user, std::uint32_t workspace,
                                           word& found) const noexcept {
    const auto key = key_of(user, workspace);
    const auto hash = mix(key);
    const block in{segments_[segment_of(hash)].load(std::memory_order_acquire)};
    const row_line line(in.line_of(hash << segment_bits));
    for (auto rows = line.tagged(tag_of(hash)); rows != 0; rows &= rows - 1) {
      found = line.first_of(rows).load(std::memory_order_acquire) ^ key;
      if (found <= class_mask) [[likely]]
        return true;
    }
    return false;
  }

  /// The class; zero if there is no row. Cost: usually one line of the table.
  /// REQUIRES: both ids are less than most_ids.
  word find(std::uint32_t user, std::uint32_t workspace) const noexcept {
    const auto key = key_of(user, workspace);
    const auto* row = place_of(in_segment(mix(key)), key);
    return row ? row->load(std::memory_order_acquire) & class_mask : 0;
  }

  /// Writes the class; zero takes the row out. Fails: bad_alloc, and nothing has changed.
  void set(std::uint32_t user, std::uint32_t workspace, word value) {
    const auto key = key_of(user, workspace);
    const auto hash = mix(key);
    auto in = in_segment(hash);
    if (auto* const row = place_of(in, key)) return row->store(key | value, std::memory_order_release);
    if (value == 0) return;
    auto& used = used_[segment_of(hash)];
    if (used + 1 > most_rows(in)) in = grow(segments_[segment_of(hash)], used);
    add(in, key | value);
    ++used;
  }

  /// Takes out every row. Readers must not be answered meanwhile.
  void clear() {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const block in{segments_[i].load(std::memory_order_relaxed)};
      segments_[i].store(nothing().tagged, std::memory_order_release);
      used_[i] = 0;
      if (!is_nothing(in)) memory_.give_back(in);
    }
  }

 private:
  static constexpr unsigned class_bits = 16, segment_bits = 10;
  static constexpr word class_mask = (word{1} << class_bits) - 1;

  /// The whole of both ids: two rows cannot be taken for one another.
  static constexpr word key_of(std::uint32_t user, std::uint32_t workspace) {
    return (word{workspace} << 24 | user) << class_bits;
  }
  /// Spreads ids that are dense. The segment is in the highest bits, the line in the next.
  static constexpr word mix(word key) { return (key ^ key >> 21) * 0x9e3779b97f4a7c15U; }
  static constexpr std::size_t segment_of(word hash) { return hash >> (64 - segment_bits); }

  block in_segment(word hash) const noexcept {
    return block{segments_[segment_of(hash)].load(std::memory_order_acquire)};
  }
  /// The block of a segment that has none: a line without rows, so that nobody has to ask.
  block nothing() const noexcept {
    return block::of(reinterpret_cast<std::byte*>(const_cast<slot*>(no_rows_.data())), 0);
  }
  bool is_nothing(block in) const noexcept { return in.tagged == nothing().tagged; }

  /// Null if there is no such row. Looks at no more lines than there are: a block that is being used again
  /// may be full.
  static slot* place_of(block in, word key) noexcept {
    const auto hash = mix(key);
    auto* at = in.line_of(hash << segment_bits);
    for (auto left = in.lines(); left > 0; --left) {
      const row_line line(at);
      for (auto rows = line.rows_tagged(tag_of(hash)); rows != 0; rows &= rows - 1) {
        auto& row = line.first_of(rows);
        if ((row.load(std::memory_order_acquire) ^ key) <= class_mask) return &row;
      }
      if (!line.is_overfull()) return nullptr;
      at = line_after(in, at);
    }
    return nullptr;
  }
  static slot* line_after(block in, slot* line) noexcept {
    return line + slots_a_line == in.slots() + in.size() ? in.slots() : line + slots_a_line;
  }
  /// REQUIRES: there is room, and the row is not there.
  static void add(block in, word row) noexcept {
    const auto hash = mix(row & ~class_mask);
    auto* at = in.line_of(hash << segment_bits);
    while (!row_line(at).add(tag_of(hash), row)) at = line_after(in, at);
  }

  /// Beyond six rows a line too many of them would not be where they belong.
  std::size_t most_rows(block in) const noexcept { return is_nothing(in) ? 0 : in.lines() * 6; }
  /// A block for one row more, without those that were taken out.
  block grow(std::atomic<std::byte*>& where, std::uint32_t& used) {
    const block old{where.load(std::memory_order_relaxed)};
    const auto each_row = [&](auto&& visit) {
      for (std::size_t i = 0; i < old.lines(); ++i)
        row_line(old.slots() + i * slots_a_line).for_each([&](word it) {
          if (it & class_mask) visit(it);
        });
    };
    std::uint32_t rows = 0;
    each_row([&](word) { ++rows; });
    unsigned log_lines = 0;
    while ((std::size_t{5} << log_lines) < std::size_t{rows} + 1) ++log_lines;
    const auto made = memory_.take(log_lines);
    each_row([&](word it) { add(made, it); });
    where.store(made.tagged, std::memory_order_release);
    used = rows;
    if (!is_nothing(old)) memory_.give_back(old);
    return made;
  }

  std::array<std::atomic<std::byte*>, std::size_t{1} << segment_bits> segments_{};
  std::array<std::uint32_t, std::size_t{1} << segment_bits> used_{};  ///< places in use, emptied ones too
  alignas(slots_a_line * sizeof(slot)) std::array<slot, slots_a_line> no_rows_{};
  blocks& memory_;
};

}  // namespace charter::inline v0::index
