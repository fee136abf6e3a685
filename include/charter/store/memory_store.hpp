// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The storage contract as code: a log in memory, for tests and for realms that need not outlive the process.

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "charter/store/event_store.hpp"

namespace charter::inline v0 {

/// What the handles on one log share. It lives as long as any of them, or as long as somebody keeps it.
class memory_log {
  friend class memory_store;
  std::mutex turn_;
  std::condition_variable grew_;
  std::deque<std::string> records_;  // INVARIANT: a record never moves or changes once it is in
  std::vector<std::byte> head_;
};

/// Threads: any thread, any call. Cost: O(bytes copied); nothing waits for anything but the mutex.
class memory_store final : public event_store {
 public:
  memory_store() : memory_store(std::make_shared<memory_log>()) {}
  /// Another handle on `log`. REQUIRES: not null.
  explicit memory_store(std::shared_ptr<memory_log> log) : log_(std::move(log)) {}

  tl::expected<log_head, failure> head() override {
    const std::lock_guard lock(log_->turn_);
    return log_head{last(), log_->head_};
  }

  append_result append(position expected_head, const record_batch& batch) override {
    // All copies are made before the log changes, so that running out of memory leaves it as it was.
    std::vector<std::string> records(batch.records.begin(), batch.records.end());
    std::vector<std::byte> head(batch.head.begin(), batch.head.end());

    const std::lock_guard lock(log_->turn_);
    if (last() != expected_head) return conflicted{last()};
    log_->records_.insert(log_->records_.end(), std::move_iterator(records.begin()),
                          std::move_iterator(records.end()));
    log_->head_ = std::move(head);
    log_->grew_.notify_all();
    return appended{last()};
  }

  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    for (std::size_t shown = 0; shown < limit; ++shown) {
      const auto* record = record_after(after);
      if (record == nullptr) break;
      ++after;
      if (!visit(after, *record)) break;
    }
    return after;
  }

  tl::expected<position, failure> wait(position after, std::chrono::milliseconds timeout) override {
    const auto patience = std::min<std::chrono::milliseconds>(timeout, std::chrono::hours{24 * 365});
    std::unique_lock lock(log_->turn_);
    log_->grew_.wait_for(lock, patience, [&] { return last() > after; });
    return last();
  }

 private:
  position last() const { return log_->records_.size(); }

  const std::string* record_after(position after) {
    const std::lock_guard lock(log_->turn_);
    return after < last() ? &log_->records_[after] : nullptr;
  }

  std::shared_ptr<memory_log> log_;
};

}  // namespace charter::inline v0
