// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A hash map that is a value: copies are O(1) and share storage until one side changes it.
///
/// A trie over the hash, five bits a level from the top; entries sit in buckets that split beyond 16.
///
/// Threads: like int. Many threads may read or copy one const map at once; a writer needs it to itself.
///          Copies are independent: each may go to a thread of its own, although they share nodes.
/// Cost:    reading is O(log32 n) and a scan of one bucket. A change is made in place, or after a copy clones
///          the path once. An empty map is 24 bytes and allocates nothing.
/// Fails:   only by bad_alloc; the map is then fit for destruction or assignment alone.
/// INVARIANT: a bucket holds at most 16 entries (48 where the map was made at once and nothing was added
///          since), except at the deepest level, where the hashes are all but equal. Which entries share a
///          bucket may depend on history; the answers and their order do not.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/base/cow_hash.hpp"
#include "charter/base/cow_node.hpp"

namespace charter::inline v0 {

/// REQUIRES: K and V are copyable, K compares by ==, cow_hash<K> exists.
template <class K, class V>
class cow_map {
  struct entry {
    K key;
    V value;
  };
  using nodes = detail::cow_nodes<entry>;
  using node = typename nodes::node;
  using leaf = typename nodes::leaf;
  using ref = typename nodes::ref;

 public:
  using key_type = K;
  using mapped_type = V;
  /// How callers pass a key: a view where K is std::string, so that a look-up never allocates.
  using key_view = std::conditional_t<std::is_same_v<K, std::string>, std::string_view, const K&>;

  /// What setting one pair after the other would make: of equal keys the last counts.
  /// Cost: O(n). Pairs are dealt out by their hashes, and only keys of one bucket are compared.
  static cow_map of(std::vector<std::pair<K, V>> pairs) {
    std::vector<dealt> order(pairs.size()), spare(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) order[i] = {cow_hash<K>{}(pairs[i].first), &pairs[i]};
    cow_map out;
    if (!pairs.empty()) out.tree_.size = deal(out.tree_.root, order, spare, 0, out.tree_.epoch.of_writer());
    return out;
  }

  std::size_t size() const noexcept { return tree_.size; }
  bool empty() const noexcept { return tree_.size == 0; }

  /// The value, or null. The pointer holds until this map changes.
  const V* find(key_view key) const noexcept {
    const node* it = tree_.root.get();
    const auto hash = cow_hash<K>{}(key);
    for (unsigned depth = 0; it && it->height > 0; ++depth)
      it = nodes::children_of(it)[digit(hash, depth)].get();
    if (!it) return nullptr;
    const leaf& bucket = nodes::leaf_in(it);
    const auto at = place(bucket, key);
    return at < bucket.count ? &bucket.begin()[at].value : nullptr;
  }
  bool contains(key_view key) const noexcept { return find(key) != nullptr; }

  /// The value, ready to be changed; a missing key gets V{} first. The reference holds until this map is
  /// next changed or copied: a copy shares the value, and writing through an old reference would change it.
  V& edit(key_view key) {
    const auto epoch = tree_.epoch.of_writer();
    const auto hash = cow_hash<K>{}(key);
    unsigned depth = 0;
    ref* slot = &tree_.root;
    const auto descend = [&] { slot = &nodes::children_of(*slot)[digit(hash, depth++)]; };
    while (*slot && (*slot)->height > 0) {
      nodes::own(*slot, epoch);
      descend();
    }
    if (*slot) {
      const auto at = place(nodes::leaf_in(*slot), key);
      if (at < nodes::leaf_in(*slot).count) {
        nodes::own(*slot, epoch);
        return nodes::leaf_in(*slot).begin()[at].value;
      }
    }
    entry added{K(key), V{}};  // before anything moves: `key` may point into this map
    while (*slot && nodes::leaf_in(*slot).count >= bucket_size && depth < deepest) {
      split(*slot, depth, epoch);
      descend();
    }
    V& value = nodes::append(*slot, epoch, std::move(added), 1).value;
    ++tree_.size;
    return value;
  }

  void set(key_view key, V value) { edit(key) = std::move(value); }

  /// Whether there was such a key.
  bool erase(key_view key) {
    if (!contains(key)) return false;
    erase_under(tree_.root, key, cow_hash<K>{}(key), 0, tree_.epoch.of_writer());
    --tree_.size;
    return true;
  }

  void clear() noexcept { *this = cow_map(); }

  /// Calls `visit(key, value)` for each entry in ascending order of hash: equal maps are walked alike,
  /// whatever their history (save keys of equal hash, whose order is that of the bucket).
  /// REQUIRES: `visit` does not change this map; to change it while walking, walk a copy.
  template <class Visit>
  void for_each(Visit&& visit) const {
    std::vector<std::pair<std::uint64_t, const entry*>> order;
    if (tree_.root) visit_under(tree_.root.get(), order, visit);
  }

  /// Same keys with equal values. Shared nodes count as equal unread. Cost: O(1) for unchanged copies.
  friend bool operator==(const cow_map& a, const cow_map& b) {
    if (a.size() != b.size()) return false;
    return a.empty() || b.includes(a.tree_.root.get(), b.tree_.root.get());
  }

 private:
  static constexpr std::uint32_t bucket_size = 16;
  /// Maps made at once are large and mostly read: fuller buckets make them half as big and no slower.
  static constexpr std::uint32_t dealt_bucket_size = 48;
  static constexpr unsigned deepest = 12;

  static std::size_t digit(std::uint64_t hash, unsigned depth) {
    return (hash >> (59 - 5 * depth)) % nodes::fan_out;
  }

  /// Where the key is in the bucket, or its count.
  static std::uint32_t place(const leaf& bucket, key_view key) noexcept {
    std::uint32_t at = 0;
    while (at < bucket.count && !(bucket.begin()[at].key == key)) ++at;
    return at;
  }

  struct dealt {
    std::uint64_t hash = 0;
    std::pair<K, V>* from = nullptr;
  };

  /// Puts what `part` names under the empty `slot`, in stable order; answers how many keys that are.
  /// `spare` is as long, to work in.
  static std::size_t deal(ref& slot, std::span<dealt> part, std::span<dealt> spare, unsigned depth,
                          std::uint64_t epoch) {
    if (part.size() <= dealt_bucket_size || depth == deepest) return fill_bucket(slot, part, epoch);
    std::array<std::size_t, nodes::fan_out> ends{};
    for (const dealt& each : part) ++ends[digit(each.hash, depth)];
    for (std::size_t sum = 0; std::size_t & end : ends) end = std::exchange(sum, sum + end);
    for (const dealt& each : part) spare[ends[digit(each.hash, depth)]++] = each;
    slot = nodes::make_branch(epoch, 1);
    std::size_t keys = 0;
    for (std::size_t i = 0, from = 0; i < ends.size(); from = ends[i++])
      if (const auto many = ends[i] - from; many > 0)
        keys += deal(nodes::children_of(slot)[i], spare.subspan(from, many), part.subspan(from, many),
                     depth + 1, epoch);
    return keys;
  }

  static std::size_t fill_bucket(ref& slot, std::span<dealt> part, std::uint64_t epoch) {
    slot = nodes::make_leaf(epoch, static_cast<std::uint32_t>(part.size()));
    leaf& bucket = nodes::leaf_in(slot);
    for (const dealt& each : part) {
      auto& [key, value] = *each.from;
      if (const auto at = place(bucket, key); at < bucket.count) {
        bucket.begin()[at].value = std::move(value);
      } else {
        std::construct_at(bucket.end(), entry{std::move(key), std::move(value)});
        ++bucket.count;
      }
    }
    return bucket.count;
  }

  static void split(ref& slot, unsigned depth, std::uint64_t epoch) {
    nodes::own(slot, epoch);
    ref parts = nodes::make_branch(epoch, 1);
    for (entry& each : nodes::leaf_in(slot)) {
      const auto to = digit(cow_hash<K>{}(each.key), depth);
      nodes::append(nodes::children_of(parts)[to], epoch, std::move(each), 1);
    }
    slot = std::move(parts);
  }

  /// Empties slots on the way back, so that no branch is left without entries.
  /// REQUIRES: the key is under `slot`.
  static void erase_under(ref& slot, key_view key, std::uint64_t hash, unsigned depth, std::uint64_t epoch) {
    if (slot->height > 0) {
      nodes::own(slot, epoch);
      auto& children = nodes::children_of(slot);
      erase_under(children[digit(hash, depth)], key, hash, depth + 1, epoch);
      if (std::none_of(children.begin(), children.end(), [](const ref& child) { return bool(child); }))
        slot = ref();
      return;
    }
    const auto at = place(nodes::leaf_in(slot), key);  // before owning: `key` may point into the bucket
    if (nodes::leaf_in(slot).count == 1) {
      slot = ref();
      return;
    }
    nodes::own(slot, epoch);
    leaf& bucket = nodes::leaf_in(slot);
    if (entry& hole = bucket.begin()[at], &last = bucket.end()[-1]; &hole != &last) {
      std::destroy_at(&hole);
      std::construct_at(&hole, std::move(last));
    }
    nodes::remove_last(bucket);
  }

  /// Digits come from the top of the hash, so subtrees are in order already; only buckets need sorting.
  template <class Order, class Visit>
  static void visit_under(const node* it, Order& order, Visit& visit) {
    if (it->height > 0) {
      for (const ref& child : nodes::children_of(it))
        if (child) visit_under(child.get(), order, visit);
      return;
    }
    order.clear();
    for (const entry& each : nodes::leaf_in(it)) order.emplace_back(cow_hash<K>{}(each.key), &each);
    std::sort(order.begin(), order.end());
    for (const auto& next : order) visit(std::as_const(next.second->key), std::as_const(next.second->value));
  }

  /// Whether this map has every entry under `theirs`; `mine` is the node at the same place here, if any.
  bool includes(const node* theirs, const node* mine) const {
    if (theirs == mine) return true;
    if (theirs->height == 0)
      return std::all_of(nodes::leaf_in(theirs).begin(), nodes::leaf_in(theirs).end(),
                         [&](const entry& each) {
                           const V* found = find(each.key);
                           return found && *found == each.value;
                         });
    for (std::size_t i = 0; i < nodes::fan_out; ++i) {
      const node* child = nodes::children_of(theirs)[i].get();
      const bool matched = mine && mine->height > 0;
      if (child && !includes(child, matched ? nodes::children_of(mine)[i].get() : nullptr)) return false;
    }
    return true;
  }

  typename nodes::tree tree_;
};

}  // namespace charter::inline v0
