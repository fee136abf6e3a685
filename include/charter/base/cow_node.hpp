// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The nodes under cow_vector and cow_map: branches of 32 children and leaves of raw storage.
///
/// INVARIANT: a node whose epoch is not the writer's never changes, except for its count of holders.
/// Cost: cloning a branch touches the count of each of its children; cloning a leaf copies its elements.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "charter/base/cow_epoch.hpp"

namespace charter::inline v0::detail {

/// The node types for elements of type T, and the few ways to make or change one.
template <class T>
struct cow_nodes {
  static constexpr std::size_t fan_out = 32;

  struct node {
    const std::uint64_t epoch;
    std::atomic<std::uint32_t> holders{1};
    const std::uint8_t height;  ///< 0 in a leaf. A vector counts levels; a map says 1 in every branch.

    node(std::uint64_t made_in, unsigned levels)
        : epoch(made_in), height(static_cast<std::uint8_t>(levels)) {}
  };

  /// Holds a node, or nothing. Copying shares the node; the last holder frees it.
  class ref {
   public:
    ref() = default;
    explicit ref(node* adopted) noexcept : node_(adopted) {}
    ref(const ref& other) noexcept : node_(other.node_) {
      if (node_) node_->holders.fetch_add(1, std::memory_order_relaxed);
    }
    ref(ref&& other) noexcept : node_(std::exchange(other.node_, nullptr)) {}
    ref& operator=(ref other) noexcept {
      std::swap(node_, other.node_);
      return *this;
    }
    ~ref() {
      if (node_ && node_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(node_);
    }

    explicit operator bool() const noexcept { return node_ != nullptr; }
    node* get() const noexcept { return node_; }
    node* operator->() const noexcept { return node_; }

   private:
    node* node_ = nullptr;
  };

  using family = std::array<ref, fan_out>;

  struct branch : node {
    family children;
    branch(std::uint64_t made_in, unsigned levels, const family& of = {})
        : node(made_in, levels), children(of) {}
  };

  /// The elements follow the header in the same allocation; the first `count` of `capacity` are alive.
  struct leaf : node {
    std::uint32_t count = 0;
    const std::uint32_t capacity;

    leaf(std::uint64_t made_in, std::uint32_t room) : node(made_in, 0), capacity(room) {}
    T* begin() noexcept { return reinterpret_cast<T*>(reinterpret_cast<std::byte*>(this) + header_size()); }
    const T* begin() const noexcept { return const_cast<leaf*>(this)->begin(); }
    T* end() noexcept { return begin() + count; }
    const T* end() const noexcept { return begin() + count; }
  };

  /// What one container value is made of. Copying is O(1); a moved-from tree is empty.
  struct tree {
    ref root;
    std::size_t size = 0;
    cow_epoch epoch;

    tree() = default;
    tree(const tree&) = default;
    tree(tree&& other) noexcept
        : root(std::move(other.root)), size(std::exchange(other.size, 0)), epoch(std::move(other.epoch)) {}
    // By value: `other` may live inside the very nodes that this assignment frees.
    tree& operator=(tree other) noexcept {
      std::swap(root, other.root);
      std::swap(size, other.size);
      epoch = std::move(other.epoch);
      return *this;
    }
    ~tree() = default;
  };

  static family& children_of(const ref& of) { return static_cast<branch*>(of.get())->children; }
  static const family& children_of(const node* of) { return static_cast<const branch*>(of)->children; }
  static leaf& leaf_in(const ref& slot) { return *static_cast<leaf*>(slot.get()); }
  static const leaf& leaf_in(const node* it) { return *static_cast<const leaf*>(it); }

  static ref make_branch(std::uint64_t epoch, unsigned levels) { return ref(new branch(epoch, levels)); }

  static ref make_leaf(std::uint64_t epoch, std::uint32_t capacity) {
    return ref(std::construct_at(reinterpret_cast<leaf*>(std::allocator<unit>().allocate(units(capacity))),
                                 epoch, capacity));
  }

  /// Makes the node in `slot` the writer's own, by a clone where it is not. REQUIRES: `slot` holds a node.
  static void own(ref& slot, std::uint64_t epoch) {
    if (slot->epoch == epoch) return;
    if (slot->height > 0)
      slot = ref(new branch(epoch, slot->height, children_of(slot)));
    else
      replace_leaf(slot, epoch, leaf_in(slot).capacity);
  }

  /// Adds an element to the leaf in `slot`, which grows as needed; an empty slot gets a new leaf.
  static T& append(ref& slot, std::uint64_t epoch, T&& value, std::uint32_t first_capacity) {
    if (!slot)
      slot = make_leaf(epoch, first_capacity);
    else if (leaf_in(slot).count == leaf_in(slot).capacity)
      replace_leaf(slot, epoch, 2 * leaf_in(slot).capacity);
    else
      own(slot, epoch);
    leaf& grown = leaf_in(slot);
    T* added = std::construct_at(grown.end(), std::move(value));
    ++grown.count;
    return *added;
  }

  /// REQUIRES: the leaf is the writer's own and not empty.
  static void remove_last(leaf& from) noexcept {
    --from.count;
    std::destroy_at(from.end());
  }

 private:
  /// Leaves are allocated in units of the strictest alignment that they need.
  static constexpr std::size_t unit_size() { return std::max(alignof(leaf), alignof(T)); }
  struct unit;
  static constexpr std::size_t header_size() {
    return (sizeof(leaf) + unit_size() - 1) / unit_size() * unit_size();
  }
  static std::size_t units(std::uint32_t capacity) {
    return (header_size() + capacity * sizeof(T) + unit_size() - 1) / unit_size();
  }

  /// Elements of the writer's own leaf move; those of a shared leaf are copied.
  static void replace_leaf(ref& slot, std::uint64_t epoch, std::uint32_t capacity) {
    leaf& old = leaf_in(slot);
    ref next = make_leaf(epoch, capacity);
    if (old.epoch == epoch)
      std::uninitialized_move(old.begin(), old.end(), leaf_in(next).begin());
    else
      std::uninitialized_copy(std::as_const(old).begin(), std::as_const(old).end(), leaf_in(next).begin());
    leaf_in(next).count = old.count;
    slot = std::move(next);
  }

  /// Recursion is as deep as the tree is high: at most 12 levels, whatever its size.
  static void destroy(node* last) noexcept {
    if (last->height > 0) {
      delete static_cast<branch*>(last);
      return;
    }
    leaf* old = static_cast<leaf*>(last);
    const auto size = units(old->capacity);
    std::destroy(old->begin(), old->end());
    std::destroy_at(old);
    std::allocator<unit>().deallocate(reinterpret_cast<unit*>(old), size);
  }
};

template <class T>
struct alignas(cow_nodes<T>::unit_size()) cow_nodes<T>::unit {
  std::byte bytes[cow_nodes<T>::unit_size()];
};

}  // namespace charter::inline v0::detail
