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
  /// Whether the combination has come up, and what was answered. Whatever the key is, safe to ask. Cost:
  /// usually one line.
  [[gnu::always_inline]] bool find(word key, const found*& all) const noexcept {
    for (auto at = home(key);; at = (at + 1) % size) {
      const auto there = all_[at].key.load(std::memory_order_acquire);
      if (there == key) [[likely]] {
        all = all_[at].all.load(std::memory_order_acquire);
        return true;
      }
      if (there == no_key) return false;
    }
  }

  /// Nothing happens when the key is there or the table is full: then `effective` is asked every time.
  /// REQUIRES: the key is one of facts.
  void add(word key, verdicts all) {
    if (has(key) || kept_.size() >= most) return;
    kept_.push_back(std::move(all));
    auto at = home(key);
    while (all_[at].key.load(std::memory_order_relaxed) != no_key) at = (at + 1) % size;
    all_[at].all.store(kept_.back().get(), std::memory_order_release);
    all_[at].key.store(key, std::memory_order_release);
  }

  bool has(word key) const noexcept {
    const found* all = nullptr;
    return find(key, all);
  }

  /// Readers must not be answered meanwhile. They may still look at the verdicts: those live on, and whoever
  /// has seen a key finds some.
  void clear() {
    for (auto& each : all_) each.key.store(no_key, std::memory_order_release);
    old_.insert(old_.end(), std::move_iterator(kept_.begin()), std::move_iterator(kept_.end()));
    kept_.clear();
  }

 private:
  static constexpr std::size_t size = 8192, most = 4096;
  /// No key of facts has its highest bits, but words that are being written may look like one that has.
  static constexpr word no_key = ~word{0};

  static std::size_t home(word key) { return (key * 0x9e3779b97f4a7c15U) >> 51; }

  struct entry {
    std::atomic<word> key{no_key};
    std::atomic<const found*> all{nullptr};  ///< before the key
  };
  std::array<entry, size> all_;
  std::vector<verdicts> kept_, old_;
};

}  // namespace charter::inline v0::index
