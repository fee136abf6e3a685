// SPDX-License-Identifier: Apache-2.0
#include "charter/store/event_store.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace charter::inline v0 {

tl::expected<position, failure> event_store::heads(position after, std::size_t limit,
                                                   const head_visitor& visit) {
  const auto last = head();
  if (!last) return tl::unexpected(last.error());
  if (last->last <= after || limit == 0) return after;
  visit(*last);
  return last->last;
}

tl::expected<position, failure> event_store::wait(position after, std::chrono::milliseconds timeout) {
  using std::chrono::milliseconds;
  const auto start = std::chrono::steady_clock::now();
  for (milliseconds pause{1};; pause = std::min(pause * 2, milliseconds{20})) {
    auto now = head();
    if (!now) return tl::unexpected(std::move(now.error()));
    const auto waited = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
    if (now->last > after || waited >= timeout) return now->last;
    std::this_thread::sleep_for(std::min(pause, timeout - waited));
  }
}

}  // namespace charter::inline v0
