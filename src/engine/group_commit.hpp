// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Group commit in three stages and without a thread of its own. Who comes while nobody decides, decides for
/// all who come until its own batch is to be written; of those whose batch is decided one writes it, while
/// the next batch is decided; and of those whose batch is written one publishes it, while the next is
/// written. One caller alone waits for nobody, sixty-four share two appends.

#include <algorithm>
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
#include <vector>

namespace charter::inline v0 {

/// `Stages` has a `request`, a default-constructible `batch`, and functions that must not throw:
/// - `decide(batch& into, const batch* before, span<request* const> news)`: one thread at a time. `before` is
///   there if the batch before was not published when this one was begun; it was decided, and what was
///   decided does not change.
/// - `bool write(batch&, span<request* const> all, bool is_last_try)`: one thread at a time, beside the
///   others. False if the batch, and what was decided on top of it, must be decided again.
/// - `publish(batch&)`: one thread at a time, beside the others, in the order of writing. All are answered.
/// - `forget(batch&, span<request* const> all)`: nothing of it was decided. Nothing else goes on.
/// - `leave(batch&)`: it was published, and no batch was begun on top of it.
/// Threads: any.
template <class Stages>
class group_commit {
 public:
  using request = typename Stages::request;
  using batch = typename Stages::batch;

  explicit group_commit(Stages& stages) : stages_(stages) { news_.reserve(most); }

  /// Returns when `mine` was answered. `alone`: in a batch of its own, written on this thread. Fails:
  /// bad_alloc, and nothing has happened.
  void submit(request& mine, bool alone) {
    const auto own = join(mine, alone);
    for (;;) {
      const auto role = await_role(*own);
      if (role == needs_decider)
        decide_for_others(*own);
      else if (role == needs_writer)
        write(own);
      else if (role == needs_publisher)
        publish(*own);
      else
        return;
    }
  }

 private:
  static constexpr std::size_t most = 256;
  static constexpr int most_attempts = 16;
  // Under load, who writes goes on with the next batch: otherwise the disk waits until another thread runs.
  static constexpr std::size_t few = 4;
  static constexpr int most_in_a_row = 8;

  /// How far a batch has come, and whether one of its members is wanted to take it from there.
  using step = std::uint32_t;
  static constexpr step gathers = 0, is_being_written = 1, is_being_published = 2, is_done = 3, wanted = 4;
  static constexpr step needs_decider = wanted | gathers, needs_writer = wanted | is_being_written,
                        needs_publisher = wanted | is_being_published;

  /// Those who share a batch. Shared, because who wakes the others may come to it late.
  struct group {
    batch what;
    std::vector<request*> members;
    std::size_t decided = 0;  ///< how many of them
    bool is_closed = false, is_alone = false;
    std::shared_ptr<group> before = {};  ///< if that was not published when this one was begun
    std::atomic<step> at{gathers};

    bool is_decided() const { return decided == members.size(); }
  };

  std::shared_ptr<group> join(request& mine, bool alone) {
    std::unique_lock lock(mutex_);
    const bool is_first = alone || groups_.empty() || groups_.back()->is_closed;
    const auto it = is_first ? std::make_shared<group>() : groups_.back();
    it->members.push_back(&mine);
    if (is_first) groups_.push_back(it);
    it->is_alone = alone;
    it->is_closed = alone || it->members.size() == most;
    if (!is_deciding_) decide_for_others(lock, *it);
    return it;
  }

  /// What is wanted of the caller, who has taken it on, or that its batch is done.
  step await_role(group& own) {
    for (;;) {
      auto seen = own.at.load(std::memory_order_acquire);
      if (seen == is_done) return seen;
      if (!(seen & wanted))
        own.at.wait(seen, std::memory_order_acquire);
      else if (own.at.compare_exchange_strong(seen, seen & ~wanted))
        return seen;
    }
  }
  /// Not release: notify_one looks whether anybody waits, and must not look before this is seen.
  static void wake_one(group& of, step why) {
    of.at.store(why, std::memory_order_seq_cst);
    of.at.notify_one();
  }

  /// Whoever is here or comes meanwhile, until it is enough: then one of those who are left goes on.
  template <class Predicate>
  void decide_until(std::unique_lock<std::mutex>& lock, Predicate&& is_enough) {
    const auto is_undecided = [](const auto& each) { return !each->is_decided(); };
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
      news_.assign(it->members.begin() + static_cast<std::ptrdiff_t>(it->decided), it->members.end());
      lock.unlock();
      stages_.decide(it->what, before ? &before->what : nullptr, news_);
      lock.lock();
      it->decided += news_.size();
      begin_writing();
    }
    is_deciding_ = false;
    moved_.notify_one();
  }
  void decide_for_others(std::unique_lock<std::mutex>& lock, const group& own) {
    decide_until(lock, [&] {
      const auto at = own.at.load(std::memory_order_relaxed);
      return at == needs_writer || at == needs_publisher || at == is_done;
    });
  }
  void decide_for_others(const group& own) {
    std::unique_lock lock(mutex_);
    if (!is_deciding_) decide_for_others(lock, own);
  }
  /// What was decided turned out to stand on what is not there.
  void decide_again(const group& own) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return !is_deciding_ && written_ == 0; });
    for (const auto& each : groups_) {
      stages_.forget(each->what, each->members);
      each->decided = 0;
      each->before.reset();
    }
    decide_until(lock, [&] { return own.is_decided(); });
  }

  /// The first batch that was not written; null if there is none, or it is not decided.
  std::shared_ptr<group> next_to_write() const {
    if (written_ == groups_.size() || !groups_[written_]->is_decided()) return {};
    return groups_[written_];
  }
  void begin_writing() {
    if (is_writing_) return;
    const auto next = next_to_write();
    if (!next) return;  // who decides will come here again
    is_writing_ = next->is_closed = true;
    wake_one(*next, needs_writer);
  }

  /// REQUIRES: `it` is the first that was not written.
  void write(std::shared_ptr<group> it) {
    for (auto left = most_in_a_row; it; --left) {
      for (int attempt = 1; !stages_.write(it->what, it->members, attempt == most_attempts); ++attempt)
        decide_again(*it);
      it = pass_on(*it, left > 1);
    }
  }
  /// What the caller is to write next, if anything. Otherwise it publishes, if nobody does yet.
  std::shared_ptr<group> pass_on(group& written, bool may_go_on) {
    std::unique_lock lock(mutex_);
    ++written_;
    auto next = next_to_write();
    if (!may_go_on || written.members.size() <= few || (next && next->is_alone)) next.reset();
    if (next) {
      next->is_closed = true;
      next->at.store(is_being_written, std::memory_order_relaxed);
    } else {
      is_writing_ = false;
      begin_writing();
    }
    const bool is_first = !std::exchange(is_publishing_, true);
    lock.unlock();
    if (is_first && next)
      wake_one(written, needs_publisher);
    else if (is_first)
      publish(written);
    return next;
  }

  /// REQUIRES: `it` is the first that was written.
  void publish(group& it) {
    stages_.publish(it.what);
    std::unique_lock lock(mutex_);
    groups_.pop_front();
    auto* const next = groups_.empty() ? nullptr : groups_.front().get();
    if (!next || !next->before) stages_.leave(it.what);
    if (next) next->before.reset();
    is_publishing_ = --written_ > 0;
    if (is_publishing_) wake_one(*next, needs_publisher);
    moved_.notify_one();
    lock.unlock();
    it.at.store(is_done, std::memory_order_seq_cst);
    it.at.notify_all();
  }

  Stages& stages_;
  std::mutex mutex_;               ///< guards what follows; no stage but `forget` and `leave` runs under it
  std::condition_variable moved_;  ///< for who has to decide again
  std::deque<std::shared_ptr<group>> groups_;
  std::size_t written_ = 0;     ///< how many from the front are written, and not published
  std::vector<request*> news_;  ///< who is being decided: others may join them meanwhile
  bool is_deciding_ = false, is_writing_ = false, is_publishing_ = false;
};

}  // namespace charter::inline v0
