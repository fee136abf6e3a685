// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `effective` answered for each combination of facts that has come up, by permission.

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

/// What a look at the index gave. `to_learn`: nothing yet, but `learn` can change that.
enum class outcome : std::uint8_t { answered, to_learn, not_here };
struct found {
  outcome how = outcome::not_here;
  decision answer = {};
};

/// One a permission, in their order; `not_here` where the facts do not settle it.
using verdicts = std::unique_ptr<const found[]>;

/// Threads: any number find while one writes.
class answers {
 public:
  answers() { clear(); }

  /// Null if the combination has not come up. Whatever the key is, safe to ask. Cost: usually one line.
  [[gnu::always_inline]] const found* find(word key) const noexcept {
    for (auto at = home(key);; at = (at + 1) % size) {
      const auto there = keys_[at].load(std::memory_order_acquire);
      if (there == key) [[likely]]
        return all_[at].load(std::memory_order_acquire);
      if (there == no_key) return nullptr;
    }
  }

  /// Nothing happens when the key is there or the table is full: then `effective` is asked every time.
  /// REQUIRES: the key is one of facts.
  void add(word key, verdicts all) {
    if (find(key) || kept_.size() >= most) return;
    kept_.push_back(std::move(all));
    auto at = home(key);
    while (keys_[at].load(std::memory_order_relaxed) != no_key) at = (at + 1) % size;
    all_[at].store(kept_.back().get(), std::memory_order_release);
    keys_[at].store(key, std::memory_order_release);
  }

  /// Readers must not be answered meanwhile. They may still look at the verdicts: those live on.
  void clear() {
    for (auto& each : keys_) each.store(no_key, std::memory_order_release);
    for (auto& each : all_) each.store(nullptr, std::memory_order_release);
    old_.insert(old_.end(), std::move_iterator(kept_.begin()), std::move_iterator(kept_.end()));
    kept_.clear();
  }

 private:
  static constexpr std::size_t size = 8192, most = 4096;
  /// No key of facts has its highest bits, but words that are being written may look like one that has.
  static constexpr word no_key = ~word{0};

  static std::size_t home(word key) { return (key * 0x9e3779b97f4a7c15U) >> 51; }

  std::array<std::atomic<word>, size> keys_;
  std::array<std::atomic<const found*>, size> all_{};
  std::vector<verdicts> kept_, old_;
};

}  // namespace charter::inline v0::index
