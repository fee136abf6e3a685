// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What ends by itself, soonest first: a binary heap over a cow_vector, so that it copies in O(1) with the
/// realm.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "charter/base/cow_vector.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0 {

/// An end that was set once. It may have been moved since: whoever takes it out looks at the thing itself.
struct due_entry {
  instant until{};
  std::uint32_t first = 0;   ///< workspace, user or invitation
  std::uint32_t second = 0;  ///< member, organization
  role_index role = {};
};

class due_queue {
 public:
  bool any_until(instant at) const { return !heap_.empty() && heap_[0].until <= at; }
  const due_entry& first() const { return heap_[0]; }

  /// Cost: O(log n).
  void push(due_entry entry) {
    heap_.push_back(entry);
    for (std::size_t at = heap_.size() - 1; at > 0;) {
      const std::size_t parent = (at - 1) / 2;
      if (heap_[parent].until <= heap_[at].until) return;
      swap(parent, at);
      at = parent;
    }
  }

  /// REQUIRES: not empty. Cost: O(log n).
  due_entry pop() {
    const due_entry out = heap_[0];
    heap_.set(0, heap_.back());
    heap_.pop_back();
    for (std::size_t at = 0;;) {
      std::size_t least = at;
      for (std::size_t child = 2 * at + 1; child <= 2 * at + 2; ++child)
        if (child < heap_.size() && heap_[child].until < heap_[least].until) least = child;
      if (least == at) return out;
      swap(at, least);
      at = least;
    }
  }

  /// The entries as they stand: what is due at once comes out in an order that follows from it.
  const cow_vector<due_entry>& heap() const { return heap_; }
  /// The queue whose heap that is; nothing if no queue can have it. Cost: O(n).
  static std::optional<due_queue> of(cow_vector<due_entry> heap) {
    for (std::size_t i = 1; i < heap.size(); ++i)
      if (heap[i].until < heap[(i - 1) / 2].until) return {};
    due_queue out;
    out.heap_ = std::move(heap);
    return out;
  }

  /// Gives every role its new ordinal.
  template <class Rename>
  void renumber(Rename&& rename) {
    for (std::size_t i = 0; i < heap_.size(); ++i) heap_.edit(i).role = rename(heap_[i].role);
  }

 private:
  void swap(std::size_t a, std::size_t b) {
    const due_entry held = heap_[a];
    heap_.set(a, heap_[b]);
    heap_.set(b, held);
  }
  cow_vector<due_entry> heap_;
};

}  // namespace charter::inline v0
