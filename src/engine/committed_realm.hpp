// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The realm as far as the log has been written: what views and readers see while the writer, on a realm of
/// its own, is ahead by what it is about to append.

#include <cstddef>
#include <iterator>
#include <mutex>
#include <shared_mutex>
#include <utility>
#include <vector>

#include "charter/realm/realm.hpp"
#include "charter/record/fold.hpp"

namespace charter::inline v0 {

/// Copying the writer's realm after every commit would make its next writes clone what they touch. So this
/// follows by a few records and folds them when somebody looks, and shares the writer's nodes anew now and
/// then.
/// Threads: any.
class committed_realm {
 public:
  /// `look(const realm&)` runs while the writer may not publish: keep it short.
  template <class Look>
  decltype(auto) look(Look&& look_at) const {
    {
      const std::shared_lock shared(mutex_);
      if (tail_.empty()) return look_at(std::as_const(realm_));
    }
    const std::unique_lock alone(mutex_);
    for (const auto& each : tail_) fold(realm_, each);
    folded_ += tail_.size();
    tail_.clear();
    return look_at(std::as_const(realm_));
  }
  /// O(1), and a few folds.
  realm copy() const {
    return look([](const realm& it) { return it; });
  }

  /// The realm as it was found on opening.
  void begin(const realm& there) {
    const std::unique_lock alone(mutex_);
    realm_ = there;
  }

  /// `news` is in the log now, and `there` is the realm with it.
  void publish(std::vector<record> news, const realm& there) {
    const std::unique_lock alone(mutex_);
    if (tail_.size() + folded_ + news.size() < most_behind) {
      tail_.insert(tail_.end(), std::move_iterator(news.begin()), std::move_iterator(news.end()));
      return;
    }
    realm_ = there;
    tail_.clear();
    folded_ = 0;
  }

 private:
  static constexpr std::size_t most_behind = 64;

  mutable std::shared_mutex mutex_;
  mutable realm realm_;
  mutable std::vector<record> tail_;  ///< committed, not folded yet
  mutable std::size_t folded_ = 0;    ///< records folded here since nodes were shared
};

}  // namespace charter::inline v0
