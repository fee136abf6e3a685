// SPDX-License-Identifier: Apache-2.0
#include "publisher.hpp"

#include <utility>

namespace charter::inline v0 {

void publisher::begin(const realm& there, position end) {
  committed_.begin(there);
  if (there.rules) change_index([&] { index_.rebuild(there); });
  const std::lock_guard turn(turn_);
  end_ = end;
}

void publisher::learn(const realm& now, const question& q) noexcept {
  change_index([&] { index_.learn(now, q); });
}

std::vector<record> publisher::prepare(const std::vector<record>& news) const {
  // Who begins to observe after this look is told from the store.
  return is_observed_ ? news : std::vector<record>();
}

void publisher::publish(std::vector<record>& news, const realm& there, std::span<const record> told,
                        position end) {
  change_index([&] { index_.update(there, news); });
  committed_.publish(news, there);
  const std::lock_guard turn(turn_);
  end_ = end;
  moved_.notify_all();
  is_observed_ = observers_.any();
  observers_.tell(told, end);
}

void publisher::await(position end) {
  std::unique_lock turn(turn_);
  moved_.wait(turn, [&] { return end_ >= end; });
}

std::shared_ptr<void> publisher::observe(position after, std::function<void(const record&)> sink) {
  const std::lock_guard turn(turn_);
  is_observed_ = true;
  return observers_.add(after, end_, std::move(sink));
}

void publisher::tell_the_rest() {
  const std::lock_guard turn(turn_);
  observers_.tell({}, end_);
}

}  // namespace charter::inline v0
