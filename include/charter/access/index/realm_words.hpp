// SPDX-License-Identifier: Apache-2.0
#pragma once
/// All words of a realm, and how a question selects the few that it is about.

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
  word_array<1> users{memory};
  word_array<2> workspaces{memory};  ///< people_word, workspace_word
  word_array<2> jobs{memory};        ///< people_word, job_word
  word_array<1> runs{memory};
  row_table rows{memory};

  /// What a question selected: words, or already the answer of one that names what is not there, or nothing.
  enum class selection : std::uint8_t { words, not_found, deactivated, nothing };

  [[gnu::always_inline]] selection select(std::uint32_t user, std::uint32_t workspace,
                                          selected& out) const noexcept {
    out.user_id = user;
    out.user = users.get(user);
    if ((out.user & usable_user) != usable_user) return why_not(out.user);
    const auto both = workspaces.get_all(workspace);
    out.people = both[0], out.workspace = both[1];
    if (!out.workspace) return selection::not_found;
    if (!workspace_word::plain::get(out.workspace)) return selection::nothing;
    out.row = rows.find(user, workspace);
    return selection::words;
  }
  /// The workspace of a job, or of a run's, is in the owner of `people`. REQUIRES: the target is one of them.
  selection select(const question& q, selected_job& out) const noexcept {
    const auto user = users.get(q.user.value);
    if ((user & usable_user) != usable_user) return why_not(user);
    auto job = q.on.value;
    if (q.on.what == target::kind::run) {
      out.run = runs.get(q.on.value);
      if (!out.run) return selection::not_found;
      job = static_cast<std::uint32_t>(run_word::job::get(out.run) - 1);
    }
    const auto both = jobs.get_all(job);
    out.people = both[0], out.job = both[1];
    if (!out.job || (!out.run && job_word::discarded::get(out.job))) return selection::not_found;
    out.creator = users.get(static_cast<std::uint32_t>(people_word::creator::get(out.people)));
    return selection::words;
  }

 private:
  static constexpr word usable_user =
      user_word::known::put(1) | user_word::active::put(1) | user_word::plain::put(1);
  static selection why_not(word user) noexcept {
    if (!user_word::known::get(user)) return selection::not_found;
    return user_word::active::get(user) ? selection::nothing : selection::deactivated;
  }
};

}  // namespace charter::inline v0::index
