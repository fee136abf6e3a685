// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The facts that an answer depends on, packed into one number: questions with equal keys have equal answers.

#include <cstdint>

#include "charter/access/index/words.hpp"

namespace charter::inline v0::index {

/// The words that a question about a workspace selects.
struct selected {
  std::uint32_t user_id = 0;
  word user = 0;
  word people = 0;
  word workspace = 0;
  word review_revision = 0;
  word row = 0;
};

/// Those that a question about a job or a run selects besides.
struct selected_job {
  word people = 0;
  word job = 0;
  word creator = 0;  ///< the user word of the job's creator
  word run = 0;      ///< zero where none is named
};

namespace facts_key {
using row = row_class::all;  // these three as they stand in their words
using standing = user_word::standing;
using workspace = workspace_word::all;
using names_job = part<46, 1>;
using approved = part<47, 1>;
using is_job_creator = part<48, 1>;
using job_creator_is_own = part<49, 1>;
using names_run = part<50, 1>;
using started_run = part<51, 1>;
using unlisted = part<52, 1>;  ///< what only the rows of who is listed say was worked out
}  // namespace facts_key

/// The facts, where the words say enough. Where they do not, nobody ever learns an answer to the key: its
/// standing is none, its workspace not plain, its row timed, or not listed and not marked as that.
[[gnu::always_inline]] inline word facts_of(word user, word workspace, word row) {
  return facts_key::standing::alone(user) | workspace | row;
}

/// Zero if the words do not say enough. REQUIRES: the user is usable, the workspace plain.
inline word key_of(const selected& it) {
  const auto own = user_word::organization::get(it.user);
  const auto membership = row_class::membership::get(it.row);
  auto row = it.row;
  if (membership == row_class::not_listed)
    row |= row_class::owner_is_own::put(own == people_word::owner::get(it.people) + 1) |
           row_class::is_creator::put(it.user_id == people_word::creator::get(it.people));
  // To which other organizations the creator belongs is not known here.
  const bool is_guesswork =
      !row_class::owner_is_own::get(row) && own != 0 && workspace_word::creator_elsewhere::get(it.workspace);
  if (is_guesswork || membership == row_class::timed) return 0;
  return facts_of(it.user, it.workspace, row) | facts_key::unlisted::put(membership == row_class::not_listed);
}

/// Whether the job's review was looked at since its workspace moved on.
inline bool is_up_to_date(const selected& it, const selected_job& on) {
  if (job_word::settled::get(on.job)) return true;
  return (job_word::judged::get(on.job) || job_word::timed::get(on.job)) &&
         job_word::review_revision::get(on.job) == it.review_revision;
}

/// The same for a job in that workspace.
inline word key_of(const selected& it, const selected_job& on) {
  const auto key = key_of(it);
  if (key == 0 || !is_up_to_date(it, on) || job_word::timed::get(on.job) ||
      !user_word::plain::get(on.creator))
    return 0;
  const auto own = user_word::organization::get(it.user);
  const bool creator_is_own = own != 0 && own == user_word::organization::get(on.creator);
  return key | facts_key::names_job::put(1) | facts_key::approved::put(job_word::approved::get(on.job)) |
         facts_key::is_job_creator::put(it.user_id == people_word::creator::get(on.people)) |
         facts_key::job_creator_is_own::put(creator_is_own) | facts_key::names_run::put(on.run != 0) |
         facts_key::started_run::put(on.run != 0 && run_word::started_by::get(on.run) == it.user_id);
}

}  // namespace charter::inline v0::index
