// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The storage contract as code: a log in memory, for tests and for realms that need not outlive the process.

#include <chrono>
#include <cstddef>
#include <memory>
#include <tl/expected.hpp>

#include "charter/base/position.hpp"
#include "charter/base/result.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0 {

class memory_log;
/// An empty log to share between handles. It lives as long as any of them, or as long as somebody keeps it.
std::shared_ptr<memory_log> make_memory_log();

/// Threads: any thread, any call. Cost: O(bytes copied); nothing waits for anything but a mutex.
class memory_store final : public event_store {
 public:
  /// A log of its own.
  memory_store();
  /// Another handle on `log`. REQUIRES: not null.
  explicit memory_store(std::shared_ptr<memory_log> log);

  tl::expected<log_head, failure> head() override;
  append_result append(position expected_head, const record_batch& batch) override;
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override;
  tl::expected<position, failure> heads(position after, std::size_t limit,
                                        const head_visitor& visit) override;
  tl::expected<position, failure> wait(position after, std::chrono::milliseconds timeout) override;
  snapshot_store* snapshots() override;

 private:
  std::shared_ptr<memory_log> log_;
};

}  // namespace charter::inline v0
