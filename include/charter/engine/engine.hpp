// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The engine: one realm over one store. Commands in, receipts out; questions answered from memory.
/// It starts no thread: of the callers who execute at once some decide and append for all (group commit).

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

#include "charter/access/explanation.hpp"
#include "charter/access/question.hpp"
#include "charter/base/rejection.hpp"
#include "charter/command/context.hpp"
#include "charter/engine/receipt.hpp"
#include "charter/engine/view.hpp"
#include "charter/record/record.hpp"
#include "charter/store/event_store.hpp"
#include "charter/store/transactional_store.hpp"

namespace charter::inline v0 {

/// An attempt that the rules refused. Nothing of it is in the log (D44).
struct refused_attempt {
  const context& with;
  const command& what;
  const refusal& why;
};

struct engine_options {
  /// For an empty store: realm.created with these rules is written at position 1. For a store with a log:
  /// must equal the rules in force, or be absent.
  std::optional<rules::rulebook> rules = {};
  /// Absent: the system's. Called on a thread that executes, one at a time.
  std::function<instant()> clock = {};
  std::function<void(const refused_attempt&)> on_refused = {};  ///< called on the thread that executed
  /// Hears, in a sentence, what was amiss and got around: a snapshot that was passed over.
  std::function<void(const std::string&)> on_warning = {};
};

/// Ends an observation when it dies.
class subscription {
 public:
  subscription() = default;
  explicit subscription(std::shared_ptr<void> ticket) : ticket_(std::move(ticket)) {}

 private:
  std::shared_ptr<void> ticket_;
};

/// Threads: every member function may be called from any thread.
class engine {
 public:
  /// Reads the newest snapshot that is of use and the log after it, or the whole log, and is ready. Fails:
  /// no_rulebook, rulebook_differs, corrupt (with the position), newer_format, and whatever the store says.
  static tl::expected<engine, failure> open(std::unique_ptr<event_store> store, engine_options options = {});

  engine(engine&&) noexcept;
  engine& operator=(engine&&) noexcept;
  ~engine();

  /// Decides, appends, applies; commands of several threads may share one append. A refused command changes
  /// nothing, anywhere.
  /// Whoever may call this is trusted to name the actor: authentication is the host's.
  tl::expected<receipt, rejection> execute(const context& with, const command& what);

  /// Executes, with rows of the host's own in the same transaction. `body(open_transaction&)` writes them, on
  /// this thread, after the record and before the commit, and answers `tl::expected<void, std::string>`: with
  /// a sentence, or an exception, nothing is written at all. It is not called for a command that is refused
  /// or repeated, and must call nothing of this engine's.
  /// Fails: as execute; rolled_back with the sentence of `body`; unavailable if the store has no
  /// transactions. What `body` throws is thrown on. Cost: an append of its own.
  template <class Body>
  tl::expected<receipt, rejection> execute_with(const context& with, const command& what, Body&& body) {
    return execute_in_transaction(with, what, std::ref(body));
  }

  /// May this user do this here? The answer is `effective`'s, from an index: no lock, no wait, no allocation.
  /// It is computed under a shared lock the first time that a combination of facts comes up, and always for
  /// what the index leaves out: organizations, assets, data policies, users of several organizations, roles
  /// and memberships that have an end. Cost: O(1) from the index.
  decision check(const question& q) const noexcept;
  /// REQUIRES: answers.size() >= questions.size(). All are answered from one state.
  void check_batch(std::span<const question> questions, std::span<decision> answers) const noexcept;
  explanation explain(const question& q) const;

  view now() const;
  /// The realm as it was after that record, replayed from the snapshot before it. Cost: O(position) without
  /// one.
  tl::expected<view, failure> as_of(position at) const;

  /// A short look at the realm without a pin: `look(const realm&)` runs while no commit can become visible.
  /// Keep it short and call nothing of the engine's inside.
  template <class Look>
  auto read(Look&& look) const {
    using answer = std::invoke_result_t<Look, const realm&>;
    if constexpr (std::is_void_v<answer>) {
      look_at(std::ref(look));
    } else {
      std::optional<answer> out;
      look_at([&](const realm& it) { out.emplace(std::invoke(std::forward<Look>(look), it)); });
      return std::move(*out);
    }
  }

  /// The realm once it has got to `at`, as a receipt says; for reading one's own writes on another host.
  /// Waits for the store, and reads what others append meanwhile. Fails: behind, when the time is up; and
  /// whatever the store says.
  tl::expected<view, failure> view_at_least(position at, std::chrono::milliseconds timeout) const;

  /// Saves the realm as it is now, so that the next opening need not read the log up to here. Answers its
  /// position. Call it now and then, from a thread of its own if need be: commands go on meanwhile.
  /// Fails: unavailable if the store keeps no snapshots, and whatever it says. Cost: O(realm).
  tl::expected<position, failure> save_snapshot() const;

  /// Reads what other engines have appended to the same store. Answers the position reached.
  tl::expected<position, failure> refresh();
  /// Goes on refreshing, as the store grows, in the caller's thread until it is asked to stop; it notices
  /// within 100 ms. Fails: whatever the store says; the caller decides whether to begin again.
  tl::expected<void, failure> follow(std::stop_token stop);

  /// Calls `sink` with every record after `after`, in order, at least once: at once for those in the log,
  /// later ones on a thread that executes, once they are in the log. What cannot be read when it is due, or
  /// when `sink` throws, follows with the next record or refresh. `sink` must not execute, refresh, wait for
  /// a position, save a snapshot or observe.
  subscription observe(position after, std::function<void(const record&)> sink);

 private:
  struct parts;
  explicit engine(std::unique_ptr<parts> made);
  tl::expected<receipt, rejection> execute_in_transaction(const context& with, const command& what,
                                                          const transaction_body& body);
  void look_at(const std::function<void(const realm&)>& look) const;
  std::unique_ptr<parts> parts_;
};

}  // namespace charter::inline v0
