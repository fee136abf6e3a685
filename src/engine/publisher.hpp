// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The last stage of a commit: what is in the log is shown to views, to the index and to observers.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <span>
#include <vector>

#include "charter/access/index.hpp"
#include "committed_realm.hpp"
#include "observers.hpp"
#include "pages.hpp"

namespace charter::inline v0 {

/// Threads: any; `publish` by one at a time, in the order of the log.
class publisher {
 public:
  explicit publisher(event_store& store) : observers_(store) {}

  const committed_realm& committed() const { return committed_; }
  const check_index& index() const { return index_; }

  /// The realm as it was found on opening, and how far the log goes.
  void begin(const realm& there, position end);
  /// Lets the index remember the answer to questions like this one. REQUIRES: `now` is the committed realm.
  void learn(const realm& now, const question& q) noexcept;

  /// What publishing these will need memory for: what observers are to be told. Fails: bad_alloc.
  std::vector<record> prepare(const std::vector<record>& news) const;
  /// The log goes to `end` now: with `news`, which may be taken, and `there` is the realm with them.
  /// Throws only what a sink throws, and then everything else is done.
  void publish(std::vector<record>& news, const realm& there, std::span<const record> told, position end);
  /// Returns when the log is published that far.
  void await(position end);

  /// As observers::add, up to what is published.
  std::shared_ptr<void> observe(position after, std::function<void(const record&)> sink);
  /// Tells observers what they could not be told before. Throws what a sink throws.
  void tell_the_rest();

 private:
  /// Without memory the index has turned itself off or learnt nothing, and answers are computed.
  template <class Change>
  void change_index(Change&& change) noexcept {
    try {
      change();
    } catch (const std::bad_alloc&) {
    }
  }

  committed_realm committed_;
  check_index index_{make_system_pages()};
  std::atomic<bool> is_observed_{false};

  std::mutex turn_;  ///< guards what follows
  std::condition_variable moved_;
  position end_ = 0;
  observers observers_;
};

}  // namespace charter::inline v0
