// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is kept with each batch of the log: the root of the tree up to its end, and the beginning of each of
/// its leaves. The root shows that something was altered; the beginnings show what.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "charter/audit/frontier.hpp"

namespace charter::inline v0 {

struct batch_head {
  static constexpr std::size_t mark_size = 8;
  using mark = std::array<std::byte, mark_size>;

  digest256 root{};
  std::vector<mark> marks = {};  ///< one a record of the batch

  static mark mark_of(const digest256& leaf) {
    mark out;
    std::copy_n(leaf.begin(), mark_size, out.begin());
    return out;
  }
};

/// PERSISTED: the root, then the marks in the order of the records.
inline std::vector<std::byte> write_batch_head(const batch_head& it) {
  std::vector<std::byte> out;
  out.reserve(it.root.size() + it.marks.size() * batch_head::mark_size);
  out.assign(it.root.begin(), it.root.end());
  for (const auto& each : it.marks) out.insert(out.end(), each.begin(), each.end());
  return out;
}

/// None if the bytes are not a head, or not one of a batch with a record.
inline std::optional<batch_head> read_batch_head(std::span<const std::byte> bytes) {
  batch_head out;
  const auto size = out.root.size(), step = batch_head::mark_size;
  if (bytes.size() < size + step || (bytes.size() - size) % step != 0) return {};
  std::copy_n(bytes.begin(), size, out.root.begin());
  out.marks.resize((bytes.size() - size) / step);
  for (std::size_t i = 0; i < out.marks.size(); ++i)
    std::copy_n(bytes.subspan(size + i * step).begin(), step, out.marks[i].begin());
  return out;
}

}  // namespace charter::inline v0
