// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A command on its way into the log, and the batch of those that are appended together.

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "charter/audit/frontier.hpp"
#include "charter/command/context.hpp"
#include "charter/engine/receipt.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"
#include "charter/store/transactional_store.hpp"

namespace charter::inline v0 {

/// Lives with the caller, who waits until it is answered.
struct commit_request {
  const context& with;
  const command& what;
  std::string digest;                      ///< of the payload, with a command id
  const transaction_body* also = nullptr;  ///< the host's part of the transaction; then it commits alone
  /// Still absent after the commit: memory ran out, or something of the host's threw.
  std::optional<tl::expected<receipt, rejection>> answer = {};
  std::exception_ptr thrown = {};  ///< by the host's part
};

/// What the requests of one append came to so far. The memory goes from batch to batch.
struct commit_lists {
  struct accepted_request {
    commit_request* by;
    receipt made;  ///< to be given once the records are in the log
  };
  struct repeated_request {
    commit_request* by;
    position first;  ///< the record of the command that it repeats
  };
  std::vector<record> records;
  std::string texts;              ///< of the records, one behind the other
  std::vector<std::size_t> ends;  ///< where each text ends
  std::vector<digest256> leaves;  ///< the hashes of the texts
  std::vector<accepted_request> accepted;
  std::vector<repeated_request> repeated;
  std::vector<record> told;  ///< to observers

  /// Takes back all but the first so many records, and what was begun behind them.
  void cut_records(std::size_t size) noexcept {
    if (records.size() > size)
      records.erase(records.begin() + static_cast<std::ptrdiff_t>(size), records.end());
    if (ends.size() > size) ends.resize(size);
    if (leaves.size() > size) leaves.resize(size);
    texts.resize(ends.empty() ? 0 : ends.back());
  }
  void clear() noexcept {
    cut_records(0);
    accepted.clear(), repeated.clear(), told.clear();
  }
  std::string_view text(std::size_t record) const {
    const auto from = record == 0 ? 0 : ends[record - 1];
    return std::string_view(texts).substr(from, ends[record] - from);
  }
};

struct commit_batch : commit_lists {
  std::unique_ptr<realm> world;  ///< with the records in it; null: has to be made
  /// Of the log that all of this stands on; none: nothing was decided yet.
  std::optional<std::uint64_t> generation;
  std::optional<position> end;  ///< the last record, once it is in the log
};

}  // namespace charter::inline v0
