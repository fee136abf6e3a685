// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The storage contract: a log of records that can be read, and appended to if nobody else did so first.
///
/// This is what a host implements to keep a realm in storage of its own. Every sentence here is a case in
/// `charter/testing/store_contract.hpp`; run that suite over an adapter before trusting it.

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "charter/base/position.hpp"
#include "charter/base/result.hpp"

namespace charter::inline v0 {

class snapshot_store;
class transactional_store;

/// One record as it is stored. In practice JSON text; a store treats it as bytes and gives them back exactly.
using record_bytes = std::string_view;

/// What goes into the log together: all of it or nothing. `head` is opaque to the store, which keeps it with
/// the batch and gives back the last one as the log's.
struct record_batch {
  std::span<const record_bytes> records;
  std::span<const std::byte> head;
};

/// Where the log ends: the position of its last record (0 when empty) and the head bytes of its last batch.
struct log_head {
  position last = 0;
  std::vector<std::byte> bytes;
  friend bool operator==(const log_head&, const log_head&) = default;
};

/// The batch is in the log; `last` is the position of its last record.
struct appended {
  position last = 0;
  friend bool operator==(const appended&, const appended&) = default;
};

/// Nothing was written: the log ends at `last`, not where the caller expected. Read on and decide again.
struct conflicted {
  position last = 0;
  friend bool operator==(const conflicted&, const conflicted&) = default;
};

/// The batch may or may not be in the log (the connection died during the commit). Read on to find out.
struct outcome_unknown {
  std::string what;
  friend bool operator==(const outcome_unknown&, const outcome_unknown&) = default;
};

/// A handle on one log. Several handles, in one process or in many, may be open on the same log.
/// Threads: append by one thread at a time; head, read and wait by any thread, also during an append.
/// Fails:   unavailable, corrupt, full, read_only, newer_format. A failure leaves the handle usable.
class event_store {
 public:
  using append_result = std::variant<appended, conflicted, outcome_unknown, failure>;
  /// Sees one record; the bytes live until it returns. Returns whether to go on.
  using visitor = std::function<bool(position, record_bytes)>;
  using head_visitor = std::function<bool(const log_head&)>;

  event_store() = default;
  event_store(const event_store&) = delete;
  event_store& operator=(const event_store&) = delete;
  virtual ~event_store() = default;

  /// The end of the log now, as other handles and processes have left it.
  [[nodiscard]] virtual tl::expected<log_head, failure> head() = 0;

  /// Appends the records if the log still ends at `expected_head`; they take the next positions in order.
  /// When `appended` is returned they are as safe as this store can make them: past `kill -9`, and on a
  /// durable store past power loss.
  /// Owns:    copies what it keeps; `batch` may die when the call returns.
  /// Fails:   conflicted and failure wrote nothing; outcome_unknown wrote all of it or nothing.
  /// Cost:    one transaction, O(batch). REQUIRES: batch.records is not empty.
  [[nodiscard]] virtual append_result append(position expected_head, const record_batch& batch) = 0;

  /// Shows the records after `after` in order, at most `limit` of them, until `visit` returns false. Answers
  /// the position of the last record shown, or `after` when there was none. Never skips a position: one that
  /// is not readable now is not passed by.
  /// Fails:   corrupt names the first position that cannot be read; what came before it has been shown.
  /// REQUIRES: `visit` does not call this store.
  [[nodiscard]] virtual tl::expected<position, failure> read(position after, std::size_t limit,
                                                             const visitor& visit) = 0;

  /// Shows the heads of the batches that end after `after`, in order, at most `limit` of them, until `visit`
  /// returns false. Answers the position of the last one shown, or `after`. A store may have forgotten all
  /// but the last; then `verify` can still say that a log is damaged, but not where.
  /// REQUIRES: `visit` does not call this store.
  [[nodiscard]] virtual tl::expected<position, failure> heads(position after, std::size_t limit,
                                                              const head_visitor& visit);

  /// Returns when the log has grown past `after` or the time is up; answers where the log ends.
  /// Cost:    polls head(), less often the longer it waits, every 20 ms at last.
  [[nodiscard]] virtual tl::expected<position, failure> wait(position after,
                                                             std::chrono::milliseconds timeout);

  /// What a store can do beyond the log; nullptr where it cannot. The store owns what it returns.
  virtual snapshot_store* snapshots() { return nullptr; }
  virtual transactional_store* transactions() { return nullptr; }
};

}  // namespace charter::inline v0
