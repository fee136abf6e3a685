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
/// Threads: any. Fails: only by bad_alloc, and is then as it was.
class committed_realm {
 public:
  committed_realm() { tail_.reserve(most_behind); }  // publishing must not need memory

  /// `look(const realm&)` runs while the writer may not publish: keep it short.
  template <class Look>
  decltype(auto) look(Look&& look_at) const {
    {
      const std::shared_lock shared(mutex_);
      if (folded_ == tail_.size()) return look_at(std::as_const(realm_));
    }
    const std::unique_lock alone(mutex_);
    fold_tail();
    return look_at(std::as_const(realm_));
  }
  /// O(1), and a few folds.
  realm copy() const {
    return look([](const realm& it) { return it; });
  }

  /// The realm as it was found on opening.
  void begin(const realm& there) {
    const std::unique_lock alone(mutex_);
    shared_ = there;
    realm_ = there;
  }

  /// `news` is in the log now, and `there` is the realm with it. May take the news. Does not
  /// throw.
  void publish(std::vector<record>& news, const realm& there) {
    const std::unique_lock alone(mutex_);
    if (news.size() <= most_at_once && tail_.size() + news.size() < most_behind) {
      tail_.insert(tail_.end(), std::move_iterator(news.begin()), std::move_iterator(news.end()));
      return;
    }
    shared_ = there;
    realm_ = there;
    tail_.clear();
    folded_ = 0;
  }

 private:
  // Nodes shared once for many records cost less than so many folds.
  static constexpr std::size_t most_behind = 64, most_at_once = 8;

  void fold_tail() const {
    try {
      for (; folded_ < tail_.size(); ++folded_) fold(realm_, tail_[folded_]);
    } catch (...) {  // half a record: begin again from what is whole
      realm_ = shared_;
      folded_ = 0;
      throw;
    }
  }

  mutable std::shared_mutex mutex_;
  realm shared_;                    ///< the writer's, when nodes were last shared
  mutable realm realm_;             ///< the same, and what was folded since
  std::vector<record> tail_;        ///< committed since then
  mutable std::size_t folded_ = 0;  ///< how many of the tail
};

}  // namespace charter::inline v0
