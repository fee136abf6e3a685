// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The writer: decides commands in turn on a realm of its own, appends what they made in one batch, and lets
/// views and observers see it only then.

#include <exception>
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
#include "charter/store/transactional_store.hpp"
#include "committed_realm.hpp"
#include "digest.hpp"
#include "log_reader.hpp"
#include "observers.hpp"
#include "opening.hpp"
#include "pages.hpp"

namespace charter::inline v0 {

/// One caller's command on its way.
struct commit_request {
  const context& with;
  const command& what;
  std::string digest;                      ///< of the payload, with a command id
  const transaction_body* also = nullptr;  ///< the host's part of the transaction; then it commits alone
  std::optional<tl::expected<receipt, rejection>> answer = {};
  std::exception_ptr thrown = {};  ///< by the host's part
};

/// The answer, after commit. Whom commit could not answer is told so, on the caller's own thread.
tl::expected<receipt, rejection> take_answer(commit_request& from);

/// Threads: any; the calls that write are serialised.
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
  /// Answers every request, unless memory runs out or the host's clock or a sink throws. Does not throw.
  void commit(std::span<commit_request* const> all);
  /// Reads what other engines have appended. Answers the position reached.
  tl::expected<position, failure> refresh();
  /// Saves the realm as it is in the log. Answers its position. Commits go on meanwhile.
  tl::expected<position, failure> save_snapshot();
  std::shared_ptr<void> observe(position after, std::function<void(const record&)> sink);

 private:
  struct batch;

  void commit_in_turn(std::span<commit_request* const> all);
  bool try_commit(std::span<commit_request* const> all);
  event_store::append_result append(const record_batch& what, commit_request& first);
  void judge(commit_request& asked, batch& out);
  void repeat(commit_request& asked, batch& out, position first);
  void go_back(const batch& kept);
  std::optional<failure> read_log();
  std::optional<failure> catch_up(std::vector<record>* kept = nullptr);
  void settle(const batch& lost, const std::string& what);
  /// Without memory the index has turned itself off or learnt nothing, and answers are computed.
  template <class Change>
  void change_index(Change&& change) noexcept {
    try {
      change();
    } catch (const std::bad_alloc&) {
    }
  }
  void mend();
  std::vector<record> prepare(const std::vector<record>& news);
  void publish(std::vector<record> news, std::span<const record> told);
  std::optional<failure> settle_rules();

  const std::unique_ptr<event_store> store_;
  engine_options options_;
  const std::string instance_;
  const std::unique_ptr<tree_hasher> hash_ = make_sha256_hasher();

  std::mutex turn_;       ///< guards what follows; taken before the committed realm's
  replayed ahead_;        ///< the realm that commands are decided on, and the tree of what is in the log
  bool is_torn_ = false;  ///< an exception left `ahead_.world` half changed: of no use until mended
  std::uint64_t counter_ = 0;
  observers observers_{*store_};

  committed_realm committed_;
  check_index index_{make_system_pages()};
};

}  // namespace charter::inline v0
