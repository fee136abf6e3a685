// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a store can do beyond the log: keep snapshots, so that opening need not read the whole log.
///
/// A snapshot is a convenience. Losing all of them costs time and nothing else: the log is the truth. Every
/// sentence here is a case in `charter/testing/snapshot_contract.hpp`.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "charter/base/position.hpp"
#include "charter/base/result.hpp"

namespace charter::inline v0 {

/// Takes the next bytes, which live until it returns. False: no more are wanted.
using byte_sink = std::function<bool(std::string_view)>;

/// Gives a snapshot's bytes to a sink, piece by piece; answers whether the sink took all of them.
using byte_source = std::function<bool(const byte_sink&)>;

/// The snapshots beside one log, each named by the position it was taken at. They are bytes to the store.
/// Threads: any thread, any call, also during an append; other handles and processes may do the same.
/// Fails:   unavailable, corrupt, full, read_only. A failure leaves the log and the other snapshots as they
///          were.
class snapshot_store {
 public:
  snapshot_store() = default;
  snapshot_store(const snapshot_store&) = delete;
  snapshot_store& operator=(const snapshot_store&) = delete;
  virtual ~snapshot_store() = default;

  /// Keeps what `source` gives as the snapshot at that position, in place of one that is there. It is seen
  /// whole or not at all: when `source` or the storage fails, or the process dies, there is the one before,
  /// or none. The store may forget older ones, but always keeps the newest two.
  /// Fails:   also unavailable when `source` answers false.
  /// REQUIRES: at > 0. `source` may use the log, but not its snapshots.
  [[nodiscard]] virtual std::optional<failure> save(position at, const byte_source& source) = 0;

  /// The positions of all snapshots, the newest first.
  [[nodiscard]] virtual tl::expected<std::vector<position>, failure> list() = 0;

  /// The snapshot's bytes, exactly as they were saved.
  /// Fails:   unavailable when there is none, also one that was there when it was listed.
  [[nodiscard]] virtual tl::expected<std::string, failure> load(position at) = 0;

  /// Forgets the snapshot at that position. It is no failure if there is none.
  [[nodiscard]] virtual std::optional<failure> drop(position at) = 0;
};

}  // namespace charter::inline v0
