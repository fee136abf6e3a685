// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A vector that is a value: copies are O(1) and share storage until one side changes it.
///
/// Threads: like int. Many threads may read or copy one const vector at once; a writer needs it to itself.
///          Copies are independent: each may go to a thread of its own, although they share nodes.
/// Cost:    reading is O(log32 n). A change is made in place, or after a copy clones the path once: a leaf of
///          16 elements and a few branches of 32 pointers. An empty vector is 24 bytes and allocates nothing.
/// Fails:   only by bad_alloc; the vector is then fit for destruction or assignment alone.
/// INVARIANT: each leaf but the last holds 16 elements; the tree is no higher than its size needs.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "charter/base/cow_node.hpp"

namespace charter::inline v0 {

/// REQUIRES: T is copyable, and its copies are equal and independent.
template <class T>
class cow_vector {
  using nodes = detail::cow_nodes<T>;
  using node = typename nodes::node;
  using ref = typename nodes::ref;
  static constexpr std::size_t leaf_size = 16;

 public:
  class const_iterator;
  using value_type = T;
  using size_type = std::size_t;
  using iterator = const_iterator;

  std::size_t size() const noexcept { return tree_.size; }
  bool empty() const noexcept { return tree_.size == 0; }

  /// The reference holds until this vector changes. REQUIRES: i < size().
  const T& operator[](std::size_t i) const noexcept {
    return leaf_of(tree_.root.get(), i).begin()[i % leaf_size];
  }
  /// REQUIRES: not empty.
  const T& back() const noexcept { return (*this)[size() - 1]; }

  const_iterator begin() const noexcept { return {tree_.root.get(), 0, size()}; }
  const_iterator end() const noexcept { return {tree_.root.get(), size(), size()}; }

  void push_back(T value) {
    const auto epoch = tree_.epoch.of_writer();
    ref* slot = &tree_.root;
    unsigned height = *slot ? (*slot)->height : 0;
    if (size() == capacity(height)) {
      ref above = nodes::make_branch(epoch, ++height);
      nodes::children_of(above)[0] = std::move(*slot);
      *slot = std::move(above);
    }
    // A vector of a few elements stays small; later leaves will fill up, so they get their room at once.
    const std::uint32_t first_capacity = height == 0 ? 1 : leaf_size;
    for (; height > 0; --height) {
      if (*slot)
        nodes::own(*slot, epoch);
      else
        *slot = nodes::make_branch(epoch, height);
      slot = &nodes::children_of(*slot)[digit(size(), height)];
    }
    nodes::append(*slot, epoch, std::move(value), first_capacity);
    ++tree_.size;
  }

  /// The element, ready to be changed. The reference holds until this vector is next changed or copied:
  /// a copy shares the element, and writing through an old reference would change the copy too.
  /// REQUIRES: i < size().
  T& edit(std::size_t i) {
    const auto epoch = tree_.epoch.of_writer();
    ref* slot = &tree_.root;
    nodes::own(*slot, epoch);
    for (unsigned height = (*slot)->height; height > 0; --height) {
      slot = &nodes::children_of(*slot)[digit(i, height)];
      nodes::own(*slot, epoch);
    }
    return nodes::leaf_in(*slot).begin()[i % leaf_size];
  }

  /// REQUIRES: i < size().
  void set(std::size_t i, T value) { edit(i) = std::move(value); }

  /// REQUIRES: not empty.
  void pop_back() {
    const auto epoch = tree_.epoch.of_writer();
    const std::size_t last = --tree_.size;
    ref* slot = &tree_.root;
    // The highest node that holds nothing but the last element goes as a whole.
    while (last % capacity((*slot)->height) != 0) {
      nodes::own(*slot, epoch);
      if ((*slot)->height == 0) return nodes::remove_last(nodes::leaf_in(*slot));
      slot = &nodes::children_of(*slot)[digit(last, (*slot)->height)];
    }
    *slot = ref();
    if (ref& root = tree_.root; root && root->height > 0 && last == capacity(root->height - 1U)) {
      ref below = nodes::children_of(root)[0];
      root = std::move(below);
    }
  }

  void clear() noexcept { *this = cow_vector(); }

  /// `count` elements, each made as T{} and handed to `read(T&)` in order; nothing once that answers false.
  /// Cost: O(count), one allocation a leaf, and none that `read` has not got to. REQUIRES: count < 2^60.
  template <class Read>
  static std::optional<cow_vector> filled(std::size_t count, Read&& read) {
    cow_vector out;
    if (count == 0) return out;
    unsigned height = 0;
    while (capacity(height) < count) ++height;
    // What is made at once is mostly done with growing: a single leaf gets no more room than it needs.
    const auto room = std::min(count, leaf_size);
    if (!fill(out.tree_.root, height, count, room, out.tree_.epoch.of_writer(), read)) return {};
    out.tree_.size = count;
    return out;
  }

  /// Elementwise, except that shared leaves count as equal unread. Cost: O(1) for unchanged copies.
  friend bool operator==(const cow_vector& a, const cow_vector& b) {
    const node *left = a.tree_.root.get(), *right = b.tree_.root.get();
    if (a.size() != b.size()) return false;
    if (left == right) return true;
    for (std::size_t i = 0; i < a.size(); i += leaf_size) {
      const auto &mine = leaf_of(left, i), &theirs = leaf_of(right, i);
      if (&mine != &theirs && !std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end()))
        return false;
    }
    return true;
  }

 private:
  /// How many elements fit under a node of this height.
  static constexpr std::size_t capacity(unsigned height) { return leaf_size << (5 * height); }
  /// Which child of a branch of this height leads to element `i`: five bits, above the four of the leaf.
  static constexpr std::size_t digit(std::size_t i, unsigned height) {
    return (i >> (5 * height - 1)) % nodes::fan_out;
  }

  /// Puts the next `count` elements under `slot`; `room` is what a leaf can hold.
  template <class Read>
  static bool fill(ref& slot, unsigned height, std::size_t count, std::size_t room, std::uint64_t epoch,
                   Read& read) {
    if (height > 0) {
      slot = nodes::make_branch(epoch, height);
      for (ref& child : nodes::children_of(slot)) {
        const auto below = std::min(count, capacity(height - 1));
        if (below > 0 && !fill(child, height - 1, below, room, epoch, read)) return false;
        count -= below;
      }
      return true;
    }
    slot = nodes::make_leaf(epoch, static_cast<std::uint32_t>(room));
    for (auto& made = nodes::leaf_in(slot); made.count < count;) {
      T* next = std::construct_at(made.end());
      ++made.count;
      if (!read(*next)) return false;
    }
    return true;
  }

  static const typename nodes::leaf& leaf_of(const node* it, std::size_t i) noexcept {
    for (unsigned height = it->height; height > 0; --height)
      it = nodes::children_of(it)[digit(i, height)].get();
    return nodes::leaf_in(it);
  }

  typename nodes::tree tree_;
};

/// Walks leaf by leaf: fifteen steps of sixteen are an increment. Valid until the vector changes or dies.
template <class T>
class cow_vector<T>::const_iterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = T;
  using difference_type = std::ptrdiff_t;
  using pointer = const T*;
  using reference = const T&;

  const_iterator() = default;

  reference operator*() const noexcept { return leaf_[at_ % leaf_size]; }
  pointer operator->() const noexcept { return &**this; }
  const_iterator& operator++() noexcept {
    if (++at_ % leaf_size == 0) load();
    return *this;
  }
  const_iterator operator++(int) noexcept {
    auto before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const const_iterator& a, const const_iterator& b) noexcept { return a.at_ == b.at_; }

 private:
  friend class cow_vector;
  const_iterator(const node* root, std::size_t at, std::size_t size) noexcept
      : root_(root), at_(at), size_(size) {
    load();
  }
  void load() noexcept {
    if (at_ < size_) leaf_ = leaf_of(root_, at_).begin();
  }

  const node* root_ = nullptr;
  const T* leaf_ = nullptr;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
};

}  // namespace charter::inline v0
