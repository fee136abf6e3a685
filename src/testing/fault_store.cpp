// SPDX-License-Identifier: Apache-2.0
#include "charter/testing/fault_store.hpp"

#include <utility>

namespace charter::inline v0::testing {

namespace {

/// The failure of a call that cannot end otherwise.
failure failed(fault_kind kind) {
  if (kind == fault_kind::full) return {failure_kind::full, "a fault that was planned: the store is full"};
  if (kind == fault_kind::read_only)
    return {failure_kind::read_only, "a fault that was planned: the store is read-only"};
  return {failure_kind::unavailable, "a fault that was planned: the store is unavailable"};
}

}  // namespace

void fault_control::plan(const fault_plan& next) {
  const std::lock_guard lock(turn_);
  plan_ = next;
  calls_ = faults_ = 0;
}

std::uint64_t fault_control::calls() const {
  const std::lock_guard lock(turn_);
  return calls_;
}

std::uint64_t fault_control::faults() const {
  const std::lock_guard lock(turn_);
  return faults_;
}

std::optional<fault_kind> fault_control::count(store_call which) {
  const std::lock_guard lock(turn_);
  if (plan_.only && *plan_.only != which) return {};
  ++calls_;
  if (plan_.at == 0) return {};
  const bool fails = plan_.times == fault_times::once    ? calls_ == plan_.at
                     : plan_.times == fault_times::every ? calls_ % plan_.at == 0
                                                         : calls_ >= plan_.at;
  if (!fails) return {};
  ++faults_;
  return plan_.kind;
}

fault_store::fault_store(std::unique_ptr<event_store> inside, std::shared_ptr<fault_control> control)
    : inside_(std::move(inside)), control_(std::move(control)) {}

tl::expected<log_head, failure> fault_store::head() {
  if (const auto fault = control_->count(store_call::head)) return tl::unexpected(failed(*fault));
  return inside_->head();
}

event_store::append_result fault_store::append(position expected_head, const record_batch& batch) {
  const auto fault = control_->count(store_call::append);
  if (!fault) return inside_->append(expected_head, batch);
  if (*fault == fault_kind::conflicted) {
    const auto end = inside_->head();
    if (!end) return end.error();
    return charter::conflicted{end->last};
  }
  if (*fault == fault_kind::lost_before_writing) return outcome_unknown{"a fault that was planned: lost"};
  if (*fault == fault_kind::lost_after_writing) {
    auto written = inside_->append(expected_head, batch);
    if (!std::holds_alternative<appended>(written)) return written;
    return outcome_unknown{"a fault that was planned: the answer was lost"};
  }
  return failed(*fault);
}

tl::expected<position, failure> fault_store::read(position after, std::size_t limit, const visitor& visit) {
  const auto fault = control_->count(store_call::read);
  if (!fault) return inside_->read(after, limit, visit);
  if (limit > 1)
    if (auto half = inside_->read(after, limit / 2, visit); !half) return half;
  return tl::unexpected(failed(*fault));
}

tl::expected<position, failure> fault_store::heads(position after, std::size_t limit,
                                                   const head_visitor& visit) {
  if (const auto fault = control_->count(store_call::heads)) return tl::unexpected(failed(*fault));
  return inside_->heads(after, limit, visit);
}

tl::expected<position, failure> fault_store::wait(position after, std::chrono::milliseconds timeout) {
  if (const auto fault = control_->count(store_call::wait)) return tl::unexpected(failed(*fault));
  return inside_->wait(after, timeout);
}

}  // namespace charter::inline v0::testing
