// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Group commit in two stages and without a thread of its own. Who comes while nobody decides, decides for
/// all who come until its own batch is to be written; of those whose batch is decided one writes it, while
/// the next batch is decided. One caller alone waits for nobody, sixty-four share two appends.

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <span>
#include <utility>

namespace charter::inline v0 {

/// `Stages` has a `request`, a default-constructible `batch`, and four functions that must not throw:
/// - `decide(batch& into, const batch* before, span<request* const> news)`: one thread at a time. `before` is
///   there if the batch before was not written when this one was begun; it was decided and does not change.
/// - `bool write(batch&, span<request* const> all, bool is_last_try)`: one thread at a time, beside `decide`.
///   False if the batch, and what was decided on top of it, must be decided again; else all are answered.
/// - `forget(batch&, span<request* const> all)`: nothing of it was decided. Nobody else decides or writes.
/// - `leave(batch&)`: it was written, and no batch was begun on top of it.
/// Threads: any.
template <class Stages>
class group_commit {
 public:
  using request = typename Stages::request;
  using batch = typename Stages::batch;

  explicit group_commit(Stages& stages) : stages_(stages) {}

  /// Returns when `mine` was answered. `alone`: in a batch of its own, written on this thread. Fails:
  /// bad_alloc, and nothing has happened.
  void submit(request& mine, bool alone) {
    std::unique_lock lock(mutex_);
    const auto own = join(mine, alone);
    if (!is_deciding_) decide_for_others(lock, *own);
    lock.unlock();
    if (await_turn(*own)) write(*own);
  }

 private:
  static constexpr std::size_t most = 256;
  static constexpr int most_attempts = 16;
  static constexpr std::uint32_t gathers = 0, needs_decider = 1, is_due = 2, is_being_written = 3,
                                 is_done = 4;

  /// Those who share a batch. Shared, because who wakes the others may come to it late.
  struct group {
    batch what;
    std::array<request*, most> members;  // as many as `size`: those who are decided do not move
    std::size_t size = 0, decided = 0;
    bool is_closed = false;
    std::shared_ptr<group> before = {};  ///< if that was not written when this one was begun
    std::atomic<std::uint32_t> turn{gathers};

    std::span<request* const> all() const { return {members.data(), size}; }
  };

  std::shared_ptr<group> join(request& mine, bool alone) {
    if (alone || groups_.empty() || groups_.back()->is_closed) groups_.push_back(std::make_shared<group>());
    const auto& it = groups_.back();
    it->members[it->size++] = &mine;
    it->is_closed = alone || it->size == most;
    return it;
  }

  /// Whoever is here or comes meanwhile, until it is enough: then one of those who are left goes on.
  template <class Predicate>
  void decide_until(std::unique_lock<std::mutex>& lock, Predicate&& is_enough) {
    const auto is_undecided = [](const auto& each) { return each->decided < each->size; };
    is_deciding_ = true;
    for (;;) {
      const auto at = std::find_if(groups_.begin(), groups_.end(), is_undecided);
      if (at == groups_.end()) break;
      const auto it = *at;
      if (is_enough()) {
        wake_one(*it, needs_decider);
        break;
      }
      if (it->decided == 0 && at != groups_.begin()) it->before = *std::prev(at);
      const auto before = it->before;
      if (!is_writing_) it->is_closed = true;  // it can be written as soon as these are decided
      const auto news = it->all().subspan(it->decided);
      lock.unlock();
      stages_.decide(it->what, before ? &before->what : nullptr, news);
      lock.lock();
      it->decided += news.size();
      begin_writing();
    }
    is_deciding_ = false;
    decided_.notify_one();
  }

  void decide_for_others(std::unique_lock<std::mutex>& lock, const group& own) {
    decide_until(lock, [&] { return own.turn.load(std::memory_order_relaxed) != gathers; });
  }
  /// What was decided turned out to stand on what is not there.
  void decide_again(const group& own) {
    std::unique_lock lock(mutex_);
    decided_.wait(lock, [&] { return !is_deciding_; });
    for (const auto& each : groups_) {
      stages_.forget(each->what, each->all());
      each->decided = 0;
      each->before.reset();
    }
    decide_until(lock, [&] { return own.decided == own.size; });
  }

  void begin_writing() {
    if (is_writing_ || groups_.empty()) return;
    auto& next = *groups_.front();
    if (next.decided < next.size) return;  // who decides will come here again
    is_writing_ = next.is_closed = true;
    wake_one(next, is_due);
  }
  /// Not release: notify_one looks whether anybody waits, and must not look before this is seen.
  static void wake_one(group& of, std::uint32_t why) {
    of.turn.store(why, std::memory_order_seq_cst);
    of.turn.notify_one();
  }

  /// Whether the caller is the one who writes the batch; else it was written.
  bool await_turn(group& own) {
    for (;;) {
      auto seen = own.turn.load(std::memory_order_acquire);
      if (seen == is_done) return false;
      if (seen == is_due) {
        if (own.turn.compare_exchange_strong(seen, is_being_written)) return true;
      } else if (seen == needs_decider) {
        if (!own.turn.compare_exchange_strong(seen, gathers)) continue;
        std::unique_lock lock(mutex_);
        if (!is_deciding_) decide_for_others(lock, own);
      } else {
        own.turn.wait(seen, std::memory_order_acquire);
      }
    }
  }

  /// REQUIRES: `own` is at the front.
  void write(group& own) {
    for (int attempt = 1; !stages_.write(own.what, own.all(), attempt == most_attempts); ++attempt)
      decide_again(own);
    std::unique_lock lock(mutex_);
    groups_.pop_front();
    auto* const next = groups_.empty() ? nullptr : groups_.front().get();
    if (!next || !next->before) stages_.leave(own.what);
    if (next) next->before.reset();
    is_writing_ = false;
    begin_writing();
    lock.unlock();
    // Who writes next was woken first: that work overlaps with the waking of these.
    own.turn.store(is_done, std::memory_order_seq_cst);
    own.turn.notify_all();
  }

  Stages& stages_;
  std::mutex mutex_;  ///< guards what follows; nobody decides or writes under it
  std::condition_variable decided_;
  std::deque<std::shared_ptr<group>> groups_;  // INVARIANT: what is being written is at the front
  bool is_deciding_ = false, is_writing_ = false;
};

}  // namespace charter::inline v0
