// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Leader and followers: who comes first commits for all who have come meanwhile, then hands on. No thread of
/// its own: one caller alone waits for nobody, sixty-four share one append.

#include <array>
#include <condition_variable>
#include <cstddef>
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
  /// other request.
  template <class Commit>
  void submit(Request& mine, bool alone, Commit&& commit) {
    waiting me(mine, alone);
    std::unique_lock lock(mutex_);
    queue_.push_back(&me);
    if (is_led_) {
      me.woken.wait(lock, [&] { return me.done || me.leads; });
      if (me.done) return;
    }
    is_led_ = true;
    // Arrays on the stack: from here on nothing may fail until everybody is answered.
    std::array<waiting*, most> group;
    std::array<Request*, most> requests;
    std::size_t size = 0;
    do {
      group[size] = queue_.front();
      requests[size] = &group[size]->request;
      queue_.pop_front();
      ++size;
    } while (!me.alone && size < most && !queue_.empty() && !queue_.front()->alone);
    lock.unlock();
    commit(std::span<Request* const>(requests.data(), size));
    lock.lock();
    // The next leader first, so that its work overlaps with the waking of the others.
    is_led_ = !queue_.empty();
    if (is_led_) {
      queue_.front()->leads = true;
      queue_.front()->woken.notify_one();
    }
    for (auto* each : std::span(group.data(), size)) {
      each->done = true;
      if (each != &me) each->woken.notify_one();
    }
  }

 private:
  struct waiting {
    waiting(Request& of, bool by_itself) : request(of), alone(by_itself) {}
    Request& request;
    const bool alone;
    bool done = false, leads = false;
    std::condition_variable woken;
  };
  static constexpr std::size_t most = 256;

  std::mutex mutex_;
  std::deque<waiting*> queue_;  // INVARIANT: who leads is at the front
  bool is_led_ = false;
};

}  // namespace charter::inline v0
