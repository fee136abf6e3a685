// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The check index: answers questions about workspaces, jobs and runs as `effective` would, from a few words
/// of memory. It is a cache: what it does not know, `effective` has to be asked.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <utility>

#include "charter/access/effective.hpp"
#include "charter/access/index/answers.hpp"
#include "charter/access/index/changes.hpp"
#include "charter/access/index/page_source.hpp"
#include "charter/access/index/realm_words.hpp"
#include "charter/access/index/version.hpp"
#include "charter/access/question.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Threads: any number check, also beside one that updates. A reader sees the realm before the update or
///          after it, never a mixture.
class check_index {
 public:
  using outcome = index::outcome;
  using found = index::found;

  explicit check_index(std::unique_ptr<page_source> pages) : pages_(std::move(pages)) {}

  /// No lock, no wait, no allocation. Cost: O(1); least for members' questions about workspaces.
  [[gnu::always_inline]] found check(const question& q) const noexcept {
    if (!is_about_workspace(q)) [[unlikely]]
      return check_with_care(q);
    // All of the question first: behind an atomic load the compiler reads it from memory again.
    const auto user = q.user.value, workspace = q.on.value;
    const auto what = q.what;
    const auto before = version_.now();
    index::word key = 0;
    const found* all = nullptr;
    if (what.value < always_room && words_.key_at_once(user, workspace, key) && answers_.find(key, all)) {
      const auto out = all[what.value];
      if (version_.is_still(before)) return out;
    }
    return check_with_care(user, workspace, what);
  }
  /// All from one state. Answers whether all were found; if not, `answers` means nothing.
  bool check(std::span<const question> questions, std::span<decision> answers) const noexcept {
    bool all = true;
    const auto look_at_all = [&] {
      all = true;
      for (std::size_t i = 0; i < questions.size() && all; ++i) {
        const auto one = look(questions[i]);
        all = one.how == outcome::answered;
        answers[i] = one.answer;
      }
    };
    return version_.read(look_at_all) && all;
  }

  /// Follows the realm, to which the `events` of each of `news` have been applied since the last time. Cost:
  /// O(what they touch); O(realm) after a change of the rulebook.
  /// Fails: bad_alloc; then nothing is answered from here until an update or rebuild finds memory.
  template <class Records>
  void update(const realm& now, const Records& news) {
    const std::lock_guard turn(turn_);
    turning_off guard(version_);
    touched_.begin(now);
    for (const auto& record : news)
      for (const auto& each : record.events) touched_.add(each);
    if (touched_.everything || version_.is_off())
      make_anew(now);
    else
      follow(now);
    head_ = now.head;
    guard.dismiss();
  }
  /// Makes the index anew. Cost: O(realm). Fails: as update does.
  void rebuild(const realm& now) {
    const std::lock_guard turn(turn_);
    turning_off guard(version_);
    make_anew(now);
    head_ = now.head;
    guard.dismiss();
  }

  /// Remembers what `effective` says to questions like this one. Does nothing if the realm is not the one of
  /// the last update. Fails: bad_alloc, and nothing has changed.
  /// Cost: as many judgements as there are permissions, once for each combination of facts.
  void learn(const realm& now, const question& q) {
    const std::lock_guard turn(turn_);
    if (now.head != head_ || version_.is_off() || q.what.value >= permissions_) return;
    if (q.on.in || q.on.member) return;
    if (const auto key = q.on.what == target::kind::workspace ? key_of(q) : key_of_job(now, q);
        key != 0 && !answers_.has(key))
      answers_.add(key, judge_all(now, q));
  }

 private:
  using selection = index::realm_words::selection;
  /// Every list of verdicts is at least as long: whoever asks for less need not look how long they are.
  static constexpr std::size_t always_room = 128;

  /// What could not be followed must not be answered from.
  struct turning_off {
    explicit turning_off(index::version& it) : of(&it) {}
    ~turning_off() {
      if (of) of->turn_off();
    }
    void dismiss() { of = nullptr; }
    index::version* of;
  };

  static bool is_about_workspace(const question& q) noexcept {
    return q.on.what == target::kind::workspace && !q.on.in && !q.on.member;
  }

  [[gnu::noinline]] found check_with_care(const question& q) const noexcept {
    found out;
    return version_.read([&] { out = look(q); }) ? out : found{};
  }
  /// The parts, so that the question need not lie in memory for those who never come here.
  [[gnu::noinline]] found check_with_care(std::uint32_t user, std::uint32_t workspace,
                                          permission what) const noexcept {
    return check_with_care({user_id{user}, what, workspace_id{workspace}});
  }
  found look(const question& q) const noexcept {
    if (q.what.value >= permissions_.load(std::memory_order_acquire))
      return {outcome::answered, {denial::unknown_permission}};
    if (q.on.in || q.on.member) return {};
    if (q.on.what != target::kind::workspace) return look_at_job(q);
    index::selected words;
    if (const auto how = words_.select(q.user.value, q.on.value, words); how != selection::words)
      return without_words(how);
    return look_up(index::key_of(words), q.what);
  }
  found look_at_job(const question& q) const noexcept {
    if (q.on.what != target::kind::job && q.on.what != target::kind::run) return {};
    index::selected_job job;
    index::selected words;
    if (const auto how = select(q, words, job); how != selection::words) return without_words(how);
    if (!is_up_to_date(words, job)) return {outcome::to_learn, {}};
    return look_up(index::key_of(words, job), q.what);
  }
  selection select(const question& q, index::selected& words, index::selected_job& job) const noexcept {
    const auto how = words_.select(q, job);
    if (how != selection::words) return how;
    const auto workspace = index::people_word::owner::get(job.people);
    return words_.select(q.user.value, static_cast<std::uint32_t>(workspace), words);
  }
  static found without_words(selection how) noexcept {
    if (how == selection::not_found) return {outcome::answered, {denial::not_found}};
    if (how == selection::deactivated) return {outcome::answered, {denial::deactivated}};
    return {};
  }
  found look_up(index::word key, permission what) const noexcept {
    if (key == 0) return {};
    const found* all = nullptr;
    return answers_.find(key, all) ? all[what.value] : found{outcome::to_learn, {}};
  }

  index::word key_of(const question& q) const {
    index::selected words;
    return words_.select(q.user.value, q.on.value, words) == selection::words ? index::key_of(words) : 0;
  }
  /// Judges the job's review first, if nobody has since its workspace moved on.
  index::word key_of_job(const realm& now, const question& q) {
    if (q.on.what != target::kind::job && q.on.what != target::kind::run) return 0;
    index::selected_job job;
    index::selected words;
    if (select(q, words, job) != selection::words) return 0;
    if (!is_up_to_date(words, job)) {
      const auto which =
          q.on.what == target::kind::run ? now.runs[run_id{q.on.value}].job : job_id{q.on.value};
      job.job = index::judged_job_word_of(now, which);
      words_.jobs.set(which.value, job.job);
    }
    return index::key_of(words, job);
  }

  void follow(const realm& now) {
    ends_.take_until(now.now, touched_);
    touched_.finish();
    changes_.begin(now);
    changes_.look_at(touched_);
    if (changes_.empty()) return;
    version_.begin();
    changes_.write();
    version_.end();
  }
  void make_anew(const realm& now) {
    version_.turn_off();
    answers_.clear();
    words_.rows.clear();
    numbers_ = {};
    ends_ = {};
    longest_ = std::max({longest_, now.rules->permission_count(), always_room});
    permissions_.store(static_cast<std::uint32_t>(now.rules->permission_count()), std::memory_order_release);
    changes_.begin(now);
    changes_.write_everything();
    version_.end();
  }

  /// As long as any list ever was: a reader may have looked how many permissions there are before a rulebook
  /// with fewer came.
  index::verdicts judge_all(const realm& now, question q) const {
    auto out = std::make_unique<found[]>(longest_);
    std::fill_n(out.get(), longest_, found{outcome::answered, {denial::unknown_permission}});
    for (std::uint16_t i = 0; i < now.rules->permission_count(); ++i) {
      q.what = permission{i};
      // Whom one may withdraw depends on who else is there.
      out[i] = q.what == permissions::workspace_withdraw_user ? found{}
                                                              : found{outcome::answered, effective(now, q)};
    }
    return out;
  }

  const std::unique_ptr<page_source> pages_;
  index::version version_;
  std::atomic<std::uint32_t> permissions_{0};
  index::answers answers_;
  index::realm_words words_{*pages_};

  std::mutex turn_;  ///< guards what follows, and writing to what stands above
  position head_ = 0;
  std::size_t longest_ = 0;  ///< the most permissions that any rulebook had
  index::standings numbers_;
  index::endings ends_;
  index::touched_words touched_;  ///< by the update that goes on
  index::changes changes_{words_, numbers_, ends_};
};

}  // namespace charter::inline v0
