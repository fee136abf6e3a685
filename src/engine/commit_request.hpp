// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A command on its way into the log, and the batch of those that are appended together.

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
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

/// What the requests of one append came to so far.
struct commit_batch {
  struct accepted_request {
    commit_request* by;
    receipt made;  ///< to be given once the records are in the log
  };
  struct repeated_request {
    commit_request* by;
    position first;  ///< the record of the command that it repeats
  };
  std::vector<record> records;
  std::vector<std::string> texts;  ///< of the records
  std::vector<digest256> leaves;   ///< the hashes of the texts
  std::vector<accepted_request> accepted;
  std::vector<repeated_request> repeated;
  std::unique_ptr<realm> world;  ///< with the records in it; null: has to be made
  /// Of the log that all of this stands on; none: nothing was decided yet.
  std::optional<std::uint64_t> generation;
};

/// For a command whose records these are, its own the last.
receipt make_receipt(std::span<const record> written);

}  // namespace charter::inline v0
