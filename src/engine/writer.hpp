// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The writer: has commands decided, appends what they came to, a batch at a time, and has it published.

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "charter/engine/engine.hpp"
#include "commit_request.hpp"
#include "decider.hpp"
#include "group_commit.hpp"
#include "log_reader.hpp"
#include "publisher.hpp"

namespace charter::inline v0 {

/// Threads: any.
class writer {
 public:
  writer(std::unique_ptr<event_store> store, engine_options options);

  const engine_options& options() const { return options_; }
  event_store& store() const { return *store_; }
  publisher& published() { return publisher_; }

  /// Reads the log, and gives an empty one its realm or compares the rules with those in force.
  std::optional<failure> open();
  /// Fails: bad_alloc, and nothing was committed.
  tl::expected<receipt, rejection> execute(commit_request& mine);
  /// Reads what other engines have appended. Answers the position reached.
  tl::expected<position, failure> refresh();
  /// Saves the realm as it is in the log. Answers its position. Commits go on meanwhile.
  tl::expected<position, failure> save_snapshot();

 private:
  friend class group_commit<writer>;
  using request = commit_request;
  using batch = commit_batch;

  void decide(batch& into, const batch* before, std::span<request* const> news) noexcept {
    decider_.decide(into, before, news);
  }
  bool write(batch& it, std::span<request* const> all, bool is_last_try) noexcept;
  void publish(batch& it) noexcept;
  void forget(batch& it, std::span<request* const> all) noexcept { decider::forget(it, all); }
  void leave(batch& it) noexcept { decider_.leave(it); }

  bool try_write(batch& it, std::span<request* const> all, bool is_last_try);
  bool append(batch& it, std::span<request* const> all);
  event_store::append_result append(const record_batch& what, request& first);
  failure settle(batch& lost, const std::string& what);
  void repeat_receipts(const batch& it, position end);
  std::optional<failure> read_log();
  std::optional<failure> catch_up(std::vector<record>* kept = nullptr);
  std::optional<failure> settle_rules();

  const std::unique_ptr<event_store> store_;
  engine_options options_;
  publisher publisher_{*store_};

  std::mutex turn_;                           ///< guards what follows; taken before the publisher's
  frontier tree_;                             ///< of what is in the log
  std::atomic<std::uint64_t> generation_{0};  ///< read anywhere; see decider
  const std::unique_ptr<tree_hasher> hash_ = make_sha256_hasher();
  frontier next_tree_;               ///< of an append: kept for its memory
  std::vector<record_bytes> bytes_;  ///< the same

  decider decider_{options_, publisher_.committed(), generation_};
  group_commit<writer> callers_{*this};
};

}  // namespace charter::inline v0
