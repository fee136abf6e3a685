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
using owner_is_own = part<0, 1>;
using is_creator = part<1, 1>;
using creator_is_own = part<2, 1>;
using workspace = workspace_word::facts;  // as they stand in their words
using standing = user_word::standing;
using row = part<32, 14>;
using names_job = part<46, 1>;
using approved = part<47, 1>;
using is_job_creator = part<48, 1>;
using job_creator_is_own = part<49, 1>;
using names_run = part<50, 1>;
using started_run = part<51, 1>;
using exists = part<63, 1>;  ///< no key is zero
}  // namespace facts_key

/// Zero if the words do not say enough. REQUIRES: the user is usable, the workspace plain.
[[gnu::always_inline]] inline word key_of(const selected& it) {
  const auto own = user_word::organization::get(it.user);
  const bool owner_is_own = own == people_word::owner::get(it.people) + 1;
  // To which other organizations the creator belongs is not known here.
  const bool is_guesswork = !owner_is_own && own != 0 && workspace_word::creator_elsewhere::get(it.workspace);
  if (is_guesswork | (row_class::timed::get(it.row) != 0)) return 0;
  const bool creator_is_own = owner_is_own && workspace_word::creator_at_owner::get(it.workspace);
  return facts_key::exists::put(1) | facts_key::standing::alone(it.user) |
         facts_key::workspace::alone(it.workspace) | facts_key::row::put(it.row) |
         facts_key::owner_is_own::put(owner_is_own) |
         facts_key::is_creator::put(it.user_id == people_word::creator::get(it.people)) |
         facts_key::creator_is_own::put(creator_is_own);
}

/// Whether the job's review was looked at since its workspace moved on.
inline bool is_up_to_date(const selected& it, const selected_job& on) {
  if (job_word::settled::get(on.job)) return true;
  return (job_word::judged::get(on.job) || job_word::timed::get(on.job)) &&
         job_word::review_revision::get(on.job) == workspace_word::review_revision::get(it.workspace);
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
