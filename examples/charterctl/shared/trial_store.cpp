// SPDX-License-Identifier: Apache-2.0
#include "trial_store.hpp"

#include <algorithm>
#include <utility>

namespace charterctl {

using namespace charter;

trial_store::trial_store(std::unique_ptr<event_store> below)
    : below_(std::move(below)), base_(below_->head()) {
  if (base_) head_ = *base_;
}

tl::expected<log_head, failure> trial_store::head() {
  if (!base_) return tl::make_unexpected(base_.error());
  return head_;
}

event_store::append_result trial_store::append(position expected_head, const record_batch& batch) {
  if (!base_) return base_.error();
  if (expected_head != head_.last) return conflicted{head_.last};
  for (const auto each : batch.records) appended_.emplace_back(each);
  head_.last += batch.records.size();
  head_.bytes.assign(batch.head.begin(), batch.head.end());
  return appended{head_.last};
}

tl::expected<position, failure> trial_store::read(position after, std::size_t limit, const visitor& visit) {
  if (!base_) return tl::make_unexpected(base_.error());
  auto reached = after;
  bool goes_on = true;
  if (after < base_->last) {
    const auto below = std::min<std::size_t>(limit, base_->last - after);
    const auto done = below_->read(
        after, below, [&](position at, record_bytes bytes) { return goes_on = visit(at, bytes); });
    if (!done) return done;
    reached = *done;
  }
  while (goes_on && reached >= base_->last && reached < head_.last && reached - after < limit) {
    goes_on = visit(reached + 1, appended_[reached - base_->last]);
    ++reached;
  }
  return reached;
}

}  // namespace charterctl
