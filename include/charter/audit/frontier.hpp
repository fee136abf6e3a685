// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The log as a Merkle tree in the sense of RFC 6962: whoever knows the root of n records notices when one of
/// them was altered, left out or cut off.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace charter::inline v0 {

using digest256 = std::array<std::byte, 32>;

/// How bytes are hashed. The core hashes nothing itself: the engine brings a library's SHA-256.
/// Threads: one at a time.
class tree_hasher {
 public:
  tree_hasher() = default;
  tree_hasher(const tree_hasher&) = delete;
  tree_hasher& operator=(const tree_hasher&) = delete;
  virtual ~tree_hasher() = default;
  /// SHA-256(0x00 || record).
  virtual digest256 leaf(std::string_view record) = 0;
  /// SHA-256(0x01 || left || right).
  virtual digest256 node(const digest256& left, const digest256& right) = 0;
};

/// The edge along which the tree grows: the roots of its complete subtrees, largest first. At most 64.
class frontier {
 public:
  std::uint64_t size() const { return size_; }                  ///< leaves so far
  const std::vector<digest256>& edge() const { return edge_; }  ///< as many as size() has bits set

  /// The frontier of that size and edge; nothing if their numbers do not fit.
  static std::optional<frontier> of(std::uint64_t size, std::vector<digest256> edge) {
    if (edge.size() != static_cast<std::size_t>(std::popcount(size))) return {};
    frontier out;
    out.size_ = size;
    out.edge_ = std::move(edge);
    return out;
  }

  /// Cost: one hash, amortised.
  void push(digest256 leaf, tree_hasher& hash) {
    for (std::uint64_t full = size_; full & 1U; full >>= 1U) {
      leaf = hash.node(edge_.back(), leaf);
      edge_.pop_back();
    }
    edge_.push_back(leaf);
    ++size_;
  }

  /// REQUIRES: size() > 0. Cost: as many hashes as size() has bits set, less one.
  digest256 root(tree_hasher& hash) const {
    auto out = edge_.back();
    for (std::size_t i = edge_.size() - 1; i > 0; --i) out = hash.node(edge_[i - 1], out);
    return out;
  }

  friend bool operator==(const frontier&, const frontier&) = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<digest256> edge_;  // INVARIANT: as many as size_ has bits set
};

}  // namespace charter::inline v0
