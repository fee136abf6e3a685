// SPDX-License-Identifier: Apache-2.0
#include "charter/store/memory_store.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "memory_snapshots.hpp"

namespace charter::inline v0 {

class memory_log {
 public:
  std::mutex turn;
  std::condition_variable grew;
  std::deque<std::string> records;  // INVARIANT: a record never moves or changes once it is in
  std::deque<log_head> heads;       // one a batch, in order
  memory_snapshots snapshots;       // has a lock of its own

  /// REQUIRES: `turn` is held.
  position last() const { return records.size(); }

  /// Null past the end. The text stays where it is as long as the log lives.
  const std::string* record_after(position after) {
    const std::lock_guard lock(turn);
    return after < last() ? &records[after] : nullptr;
  }
};

std::shared_ptr<memory_log> make_memory_log() { return std::make_shared<memory_log>(); }

memory_store::memory_store() : memory_store(make_memory_log()) {}
memory_store::memory_store(std::shared_ptr<memory_log> log) : log_(std::move(log)) {}

tl::expected<log_head, failure> memory_store::head() {
  const std::lock_guard lock(log_->turn);
  return log_->heads.empty() ? log_head{} : log_->heads.back();
}

event_store::append_result memory_store::append(position expected_head, const record_batch& batch) {
  const std::lock_guard lock(log_->turn);
  if (log_->last() != expected_head) return conflicted{log_->last()};
  try {
    for (const auto each : batch.records) log_->records.emplace_back(each);
    log_->heads.push_back({log_->last(), {batch.head.begin(), batch.head.end()}});
  } catch (...) {  // out of memory leaves the log as it was
    log_->records.resize(expected_head);
    throw;
  }
  log_->grew.notify_all();
  return appended{log_->last()};
}

tl::expected<position, failure> memory_store::read(position after, std::size_t limit, const visitor& visit) {
  for (std::size_t shown = 0; shown < limit; ++shown) {
    const auto* record = log_->record_after(after);
    if (record == nullptr) break;
    ++after;
    if (!visit(after, *record)) break;
  }
  return after;
}

tl::expected<position, failure> memory_store::heads(position after, std::size_t limit,
                                                    const head_visitor& visit) {
  std::vector<log_head> found;
  {
    const std::lock_guard lock(log_->turn);
    const auto ends_before = [](const log_head& each, position at) { return each.last <= at; };
    auto next = std::lower_bound(log_->heads.begin(), log_->heads.end(), after, ends_before);
    for (; next != log_->heads.end() && found.size() < limit; ++next) found.push_back(*next);
  }
  for (const auto& each : found) {
    after = each.last;
    if (!visit(each)) break;
  }
  return after;
}

tl::expected<position, failure> memory_store::wait(position after, std::chrono::milliseconds timeout) {
  const auto patience = std::min<std::chrono::milliseconds>(timeout, std::chrono::hours{24 * 365});
  std::unique_lock lock(log_->turn);
  log_->grew.wait_for(lock, patience, [&] { return log_->last() > after; });
  return log_->last();
}

snapshot_store* memory_store::snapshots() { return &log_->snapshots; }

}  // namespace charter::inline v0
