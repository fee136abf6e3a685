// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Epochs: how a copy-on-write container knows which of its nodes it may change in place.
///
/// INVARIANT: a node is changed only by the container whose epoch it carries; no two containers share one.
/// Whoever copies a container takes the epoch away from both sides, so that the nodes they now share belong
/// to neither. Counts of holders only free memory: to write by them would race with a copy elsewhere.

#include <atomic>
#include <cstdint>

namespace charter::inline v0::detail {

/// One counter a process: the attribute keeps it single when shared libraries hide their inline symbols.
[[gnu::visibility("default")]] inline std::atomic<std::uint64_t> next_epoch_block{1};

/// A number that no node in the process carries, never 0. Cost: one shared increment in 1,024 calls a thread.
inline std::uint64_t fresh_epoch() noexcept {
  constexpr std::uint64_t block = 1024;
  thread_local std::uint64_t next = 0;
  thread_local std::uint64_t end = 0;
  if (next == end) {
    next = next_epoch_block.fetch_add(block, std::memory_order_relaxed);
    end = next + block;
  }
  return next++;
}

/// The epoch of one container. 0 means "owns no node": copying costs no draw, the next write draws.
/// Threads: one const container may be copied from many threads at once; they all store the same 0.
class cow_epoch {
 public:
  cow_epoch() = default;
  cow_epoch(const cow_epoch& source) noexcept { source.disown(); }
  cow_epoch(cow_epoch&& source) noexcept : value_(source.value_.load(std::memory_order_relaxed)) {
    source.disown();
  }
  cow_epoch& operator=(cow_epoch&& source) noexcept {
    const auto taken = source.value_.load(std::memory_order_relaxed);
    source.disown();
    value_.store(taken, std::memory_order_relaxed);
    return *this;
  }
  ~cow_epoch() = default;

  /// The epoch under which the container's only writer makes and changes nodes.
  std::uint64_t of_writer() noexcept {
    auto value = value_.load(std::memory_order_relaxed);
    if (value == 0) value_.store(value = fresh_epoch(), std::memory_order_relaxed);
    return value;
  }

 private:
  // Reads first: copying a container that is shared already must not dirty its cache line.
  void disown() const noexcept {
    if (value_.load(std::memory_order_relaxed) != 0) value_.store(0, std::memory_order_relaxed);
  }

  mutable std::atomic<std::uint64_t> value_{0};
};

}  // namespace charter::inline v0::detail
