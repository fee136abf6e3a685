// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A store that fails when it is told to: for tests of what an engine, or a host, makes of a store that
/// cannot.
///
///     auto faults = std::make_shared<testing::fault_control>();
///     auto store = std::make_unique<testing::fault_store>(std::make_unique<memory_store>(log), faults);
///     faults->plan({.at = 3, .kind = testing::fault_kind::lost_after_writing});

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <tl/expected.hpp>

#include "charter/base/position.hpp"
#include "charter/base/result.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0::testing {

/// How a call ends that fails. The last three are ends of an append; any other call is unavailable then.
enum class fault_kind {
  unavailable,
  full,
  read_only,
  conflicted,           ///< nothing was written, as if another handle had been faster
  lost_before_writing,  ///< outcome_unknown, and the batch is not in the log
  lost_after_writing,   ///< outcome_unknown, and the batch is in the log
};

enum class fault_times { once, every, from_then_on };

enum class store_call { head, append, read, heads, wait };

/// Which calls fail, and how.
struct fault_plan {
  std::uint64_t at = 0;  ///< the call that fails, counted from 1; 0: none
  fault_kind kind = fault_kind::unavailable;
  fault_times times = fault_times::once;  ///< every: each `at`-th call
  std::optional<store_call> only = {};    ///< other calls are not counted and do not fail; absent: all count
};

/// What a test holds of a fault_store. Threads: any.
class fault_control {
 public:
  /// Counting begins anew.
  void plan(const fault_plan& next);
  std::uint64_t calls() const;   ///< that counted, since the plan was made
  std::uint64_t faults() const;  ///< how many of them failed

  /// Counts a call. How it is to fail, or nothing.
  std::optional<fault_kind> count(store_call which);

 private:
  mutable std::mutex turn_;
  fault_plan plan_;
  std::uint64_t calls_ = 0, faults_ = 0;
};

/// Forwards to another store, but for the calls that are to fail. A read that fails has shown the first half
/// of what it was asked for.
/// Threads: as the store inside.
class fault_store final : public event_store {
 public:
  /// REQUIRES: neither is null.
  fault_store(std::unique_ptr<event_store> inside, std::shared_ptr<fault_control> control);

  tl::expected<log_head, failure> head() override;
  append_result append(position expected_head, const record_batch& batch) override;
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override;
  tl::expected<position, failure> heads(position after, std::size_t limit,
                                        const head_visitor& visit) override;
  tl::expected<position, failure> wait(position after, std::chrono::milliseconds timeout) override;

 private:
  std::unique_ptr<event_store> inside_;
  std::shared_ptr<fault_control> control_;
};

}  // namespace charter::inline v0::testing
