// SPDX-License-Identifier: Apache-2.0
#include "memory_snapshots.hpp"

#include <utility>

namespace charter::inline v0 {

std::optional<failure> memory_snapshots::save(position at, const byte_source& source) {
  std::string bytes;
  const auto take = [&](std::string_view piece) {
    bytes += piece;
    return true;
  };
  if (!source(take))
    return failure{failure_kind::unavailable,
                   "the snapshot at position " + std::to_string(at) + " was not written to its end"};
  auto whole = std::make_shared<const std::string>(std::move(bytes));
  const std::lock_guard lock(turn_);
  kept_[at] = std::move(whole);
  while (kept_.size() > 2) kept_.erase(kept_.begin());
  return {};
}

tl::expected<std::vector<position>, failure> memory_snapshots::list() {
  const std::lock_guard lock(turn_);
  std::vector<position> out;
  for (auto it = kept_.rbegin(); it != kept_.rend(); ++it) out.push_back(it->first);
  return out;
}

tl::expected<std::string, failure> memory_snapshots::load(position at) {
  std::shared_ptr<const std::string> found;
  {
    const std::lock_guard lock(turn_);
    if (const auto it = kept_.find(at); it != kept_.end()) found = it->second;
  }
  if (found) return *found;
  return tl::unexpected(
      failure{failure_kind::unavailable, "there is no snapshot at position " + std::to_string(at)});
}

std::optional<failure> memory_snapshots::drop(position at) {
  const std::lock_guard lock(turn_);
  kept_.erase(at);
  return {};
}

}  // namespace charter::inline v0
