// SPDX-License-Identifier: Apache-2.0
#pragma once
/// All words of a realm, and how a question selects the few that it is about.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "charter/access/index/facts_key.hpp"
#include "charter/access/index/row_table.hpp"
#include "charter/access/index/word_array.hpp"
#include "charter/access/question.hpp"

namespace charter::inline v0::index {

/// Threads: any number read while one writes.
struct realm_words {
  explicit realm_words(page_source& pages) : memory(pages) {}

  blocks memory;
  word_array users{memory};
  word_array workspaces{memory};
  row_table rows{memory};
  word_array workspace_people{memory};
  word_array review_revisions{memory};  ///< of workspaces
  word_array jobs{memory};
  word_array job_people{memory};
  word_array runs{memory};

  /// What a question selected: words, or already the answer of one that names what is not there, or nothing.
  enum class selection : std::uint8_t { words, not_found, deactivated, nothing };

  /// The key of a listed member's question, without asking whether it is one: any other has none, or a key
  /// that is never learnt. Cost: one line of rows, one word each of the user and the workspace.
  [[gnu::always_inline]] bool key_at_once(std::uint32_t user, std::uint32_t workspace,
                                          word& key) const noexcept {
    if ((user | workspace) >= room_.load(std::memory_order_acquire)) return false;
    word row = 0;
    if (!rows.find_at_once(user, workspace, row)) return false;
    key = facts_of(users[user], workspaces[workspace], row);
    return true;
  }

  /// Room for that many users and as many workspaces. Fails: bad_alloc. Readers must not be answered
  /// meanwhile.
  void reserve(std::size_t ids) {
    users.reserve(ids), workspaces.reserve(ids);
    const auto room = std::min<std::size_t>(users.size(), most_ids + 1);
    room_.store(static_cast<std::uint32_t>(room), std::memory_order_release);
  }

  selection select(std::uint32_t user, std::uint32_t workspace, selected& out) const noexcept {
    out.user_id = user;
    out.user = users.get(user);
    if (!is_usable(out.user)) return why_not(out.user);
    out.workspace = workspaces.get(workspace);
    if (!out.workspace) return selection::not_found;
    if (!workspace_word::plain::get(out.workspace)) return selection::nothing;
    out.people = workspace_people.get(workspace);
    out.review_revision = review_revisions.get(workspace);
    out.row = rows.find(user, workspace);
    return selection::words;
  }
  /// The workspace of a job, or of a run's, is in the owner of `people`. REQUIRES: the target is one of them.
  selection select(const question& q, selected_job& out) const noexcept {
    const auto user = users.get(q.user.value);
    if (!is_usable(user)) return why_not(user);
    auto job = q.on.value;
    if (q.on.what == target::kind::run) {
      out.run = runs.get(q.on.value);
      if (!out.run) return selection::not_found;
      job = static_cast<std::uint32_t>(run_word::job::get(out.run) - 1);
    }
    out.job = jobs.get(job);
    if (!out.job || (!out.run && job_word::discarded::get(out.job))) return selection::not_found;
    out.people = job_people.get(job);
    out.creator = users.get(static_cast<std::uint32_t>(people_word::creator::get(out.people)));
    return selection::words;
  }

 private:
  static bool is_usable(word user) noexcept { return user_word::standing::get(user) != 0; }
  static selection why_not(word user) noexcept {
    if (!user_word::known::get(user)) return selection::not_found;
    return user_word::active::get(user) ? selection::nothing : selection::deactivated;
  }

  /// There is room for so many users, and for as many workspaces. A power of two or zero: one look is enough
  /// for both ids.
  std::atomic<std::uint32_t> room_{0};
};

}  // namespace charter::inline v0::index
