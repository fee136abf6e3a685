// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `effective` answered for each combination of facts that has come up: the denials of all permissions.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "charter/access/index/words.hpp"
#include "charter/access/question.hpp"

namespace charter::inline v0::index {

/// A denial a permission, in the order of the permissions; `must_look` where the facts do not settle it.
using denials = std::unique_ptr<const std::uint8_t[]>;
constexpr std::uint8_t must_look = 0xff;

/// Threads: any number find while one writes.
class answers {
 public:
  /// Null if the combination has not come up. Cost: usually one line.
  [[gnu::always_inline]] const std::uint8_t* find(word key) const noexcept {
    for (auto at = home(key);; at = (at + 1) % size) {
      const auto there = table_[at].key.load(std::memory_order_acquire);
      if (there == key) return table_[at].found.load(std::memory_order_acquire);
      if (there == 0) return nullptr;
    }
  }

  /// Nothing happens when the key is there or the table is full: then `effective` is asked every time.
  void add(word key, denials found) {
    if (find(key) || kept_.size() >= most) return;
    kept_.push_back(std::move(found));
    auto at = home(key);
    while (table_[at].key.load(std::memory_order_relaxed) != 0) at = (at + 1) % size;
    table_[at].found.store(kept_.back().get(), std::memory_order_release);
    table_[at].key.store(key, std::memory_order_release);
  }

  /// Readers must not be answered meanwhile. They may still look at the denials: those live on.
  void clear() {
    for (auto& each : table_) each.key.store(0, std::memory_order_release);
    old_.insert(old_.end(), std::move_iterator(kept_.begin()), std::move_iterator(kept_.end()));
    kept_.clear();
  }

 private:
  static constexpr std::size_t size = 8192, most = 4096;
  struct row {
    std::atomic<word> key{0};
    std::atomic<const std::uint8_t*> found{nullptr};
  };

  static std::size_t home(word key) { return (key * 0x9e3779b97f4a7c15U) >> 51; }

  std::array<row, size> table_;
  std::vector<denials> kept_, old_;
};

}  // namespace charter::inline v0::index
