// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Leader and followers: who comes first commits for all who have come meanwhile, then hands on. No thread of
/// its own: one caller alone waits for nobody, sixty-four share one append.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>

namespace charter::inline v0 {

/// Threads: any.
template <class Request>
class group_commit {
 public:
  /// Returns when `mine` was committed. `commit(span<Request* const>)` answers every request that it is
  /// given; it is called on one thread at a time and must not throw. `alone`: by the caller itself, with no
  /// other request. Fails: bad_alloc, and nothing was committed.
  template <class Commit>
  void submit(Request& mine, bool alone, Commit&& commit) {
    std::unique_lock lock(mutex_);
    auto& me = take_seat(mine, alone);
    if (is_led_) {
      lock.unlock();
      me.turn.wait(waiting, std::memory_order_acquire);
      if (me.turn.load(std::memory_order_relaxed) == is_done)
        return me.turn.store(vacant, std::memory_order_release);
      lock.lock();
    }
    is_led_ = true;
    // Arrays on the stack: from here on nothing may fail until everybody is answered.
    std::array<seat*, most> group;
    std::array<Request*, most> requests;
    std::size_t size = 0;
    do {
      group[size] = queue_.front();
      requests[size] = group[size]->request;
      queue_.pop_front();
      ++size;
    } while (!me.alone && size < most && !queue_.empty() && !queue_.front()->alone);
    lock.unlock();
    commit(std::span<Request* const>(requests.data(), size));
    lock.lock();
    is_led_ = !queue_.empty();
    auto* const next = is_led_ ? queue_.front() : nullptr;
    lock.unlock();
    // The next leader first, so that its work overlaps with the waking of the others.
    if (next) wake(*next, leads);
    for (auto* each : std::span(group.data(), size))
      if (each != &me) wake(*each, is_done);
    me.turn.store(vacant, std::memory_order_release);
  }

 private:
  using state = std::uint32_t;
  static constexpr state vacant = 0, waiting = 1, leads = 2, is_done = 3;
  static constexpr std::size_t most = 256;

  /// Outlives the call that sits in it: who wakes it may come late, and wakes the next one there for nothing.
  struct seat {
    Request* request = nullptr;
    bool alone = false;
    std::atomic<state> turn{vacant};
  };

  /// At the end of the queue. Fails: bad_alloc, and nobody sits there.
  seat& take_seat(Request& of, bool alone) {
    auto& out = vacant_seat();
    queue_.push_back(&out);
    out.request = &of;
    out.alone = alone;
    out.turn.store(waiting, std::memory_order_relaxed);
    return out;
  }
  seat& vacant_seat() {
    for (std::size_t tries = 0; tries < seats_.size(); ++tries) {
      auto& it = seats_[looked_at_++ % seats_.size()];
      if (it.turn.load(std::memory_order_acquire) == vacant) return it;
    }
    return seats_.emplace_back();
  }
  static void wake(seat& it, state as) {
    // Not release: notify_one looks whether anybody waits, and must not look before this is seen.
    it.turn.store(as, std::memory_order_seq_cst);
    it.turn.notify_one();
  }

  std::mutex mutex_;
  std::deque<seat> seats_;  ///< as many as ever were needed at once
  std::size_t looked_at_ = 0;
  std::deque<seat*> queue_;  // INVARIANT: who leads is at the front
  bool is_led_ = false;
};

}  // namespace charter::inline v0
