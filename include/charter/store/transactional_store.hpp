// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a store can do beyond the log: let the host write rows of its own in the transaction of a record.

#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "charter/base/position.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0 {

/// A transaction that has written a record and is not committed yet. The adapter's header says how to get at
/// its connection. It lives until the body returns.
class open_transaction {
 public:
  open_transaction() = default;
  open_transaction(const open_transaction&) = delete;
  open_transaction& operator=(const open_transaction&) = delete;
  virtual ~open_transaction() = default;
};

/// Writes the host's rows; a sentence instead when they cannot be written, and then nothing is. It may not
/// commit, roll back, or touch the store's own tables, nor call the store or an engine over it.
using transaction_body = std::function<tl::expected<void, std::string>(open_transaction&)>;

/// Threads: as event_store::append.
class transactional_store {
 public:
  transactional_store() = default;
  transactional_store(const transactional_store&) = delete;
  transactional_store& operator=(const transactional_store&) = delete;
  virtual ~transactional_store() = default;

  /// Appends as event_store::append does, with `body` called once before the commit, if the log still ends at
  /// `expected_head`. The records and what `body` wrote are in together or not at all.
  /// Fails:   as append; rolled_back with the sentence of `body`. What `body` throws is thrown on, and
  /// nothing
  ///          was written.
  [[nodiscard]] virtual event_store::append_result append_with(position expected_head,
                                                               const record_batch& batch,
                                                               const transaction_body& body) = 0;
};

}  // namespace charter::inline v0
