// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The writer: has commands decided and appends what they came to, a batch at a time; views, the index and
/// observers see it only then.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "charter/access/index.hpp"
#include "charter/engine/engine.hpp"
#include "commit_request.hpp"
#include "committed_realm.hpp"
#include "decider.hpp"
#include "group_commit.hpp"
#include "log_reader.hpp"
#include "observers.hpp"
#include "pages.hpp"

namespace charter::inline v0 {

/// Threads: any.
class writer {
 public:
  writer(std::unique_ptr<event_store> store, engine_options options);

  const engine_options& options() const { return options_; }
  event_store& store() const { return *store_; }
  const committed_realm& committed() const { return committed_; }
  const check_index& index() const { return index_; }

  /// Reads the log, and gives an empty one its realm or compares the rules with those in force.
  std::optional<failure> open();
  /// Lets the index remember the answer to questions like this one. REQUIRES: `now` is the committed realm.
  void learn(const realm& now, const question& q) noexcept;
  /// Fails: bad_alloc, and nothing was committed.
  tl::expected<receipt, rejection> execute(commit_request& mine);
  /// Reads what other engines have appended. Answers the position reached.
  tl::expected<position, failure> refresh();
  /// Saves the realm as it is in the log. Answers its position. Commits go on meanwhile.
  tl::expected<position, failure> save_snapshot();
  std::shared_ptr<void> observe(position after, std::function<void(const record&)> sink);

 private:
  friend class group_commit<writer>;
  using request = commit_request;
  using batch = commit_batch;

  void decide(batch& into, const batch* before, std::span<request* const> news) noexcept {
    decider_.decide(into, before, news);
  }
  bool write(batch& it, std::span<request* const> all, bool is_last_try) noexcept;
  void forget(batch& it, std::span<request* const> all) noexcept { decider::forget(it, all); }
  void leave(batch& it) noexcept { decider_.leave(it); }

  bool try_write(batch& it, std::span<request* const> all, bool is_last_try);
  bool append(batch& it, std::span<request* const> all);
  event_store::append_result append(const record_batch& what, request& first);
  failure settle(batch& lost, const std::string& what);
  void repeat_receipts(const batch& it);
  std::optional<failure> read_log();
  std::optional<failure> catch_up(std::vector<record>* kept = nullptr);
  /// Without memory the index has turned itself off or learnt nothing, and answers are computed.
  template <class Change>
  void change_index(Change&& change) noexcept {
    try {
      change();
    } catch (const std::bad_alloc&) {
    }
  }
  std::vector<record> prepare(const std::vector<record>& news);
  void publish(std::vector<record>& news, const realm& there, std::span<const record> told);
  std::optional<failure> settle_rules();

  const std::unique_ptr<event_store> store_;
  engine_options options_;
  committed_realm committed_;
  check_index index_{make_system_pages()};

  std::mutex turn_;                           ///< guards what follows; taken before the committed realm's
  frontier tree_;                             ///< of what is in the log
  std::atomic<std::uint64_t> generation_{0};  ///< read anywhere; see decider
  const std::unique_ptr<tree_hasher> hash_ = make_sha256_hasher();
  observers observers_{*store_};

  decider decider_{options_, committed_, generation_};
  group_commit<writer> callers_{*this};
};

}  // namespace charter::inline v0
