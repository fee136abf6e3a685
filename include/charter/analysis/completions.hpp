// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whose approval would complete a review: the smallest sets of people, all of them where that can be said.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "charter/analysis/electorate.hpp"
#include "charter/analysis/search_bound.hpp"

namespace charter::inline v0::analysis {

struct completions {
  bool possible = false;     ///< otherwise the rest says nothing
  bool is_smallest = false;  ///< otherwise the sets complete the review, but smaller ones may exist
  std::size_t size = 0;      ///< people in each set; 0: nothing is wanting
  /// No more than were asked for, each in the order of the members, or none.
  std::vector<std::vector<user_id>> sets = {};
  std::uint64_t count = 0;      ///< how many sets of that size complete it
  bool count_is_exact = false;  ///< otherwise there are at least so many
  search_end end = search_end::complete;
};

/// What a search for the smallest sets may take by default; enough for tens of groups.
inline constexpr std::uint64_t default_completion_steps = 200'000;

/// The smallest sets of people whose approval, now and on this revision, would complete the review; of a held
/// one (D15) everybody whose decision releases it. Lists at most `most_sets`, and counts the others without
/// listing them. To find the smallest is hard where groups overlap much, so `bound` limits the steps of
/// the search; whatever it is, each set that is listed completes the review. Cost: a step takes O(groups and
/// kinds of people), with distinct approvers a maximum flow over them.
completions smallest_completions(const electorate& it, std::size_t most_sets,
                                 const search_bound& bound = {default_completion_steps, {}});

/// The same for a job of a realm. Fails: as `electorate_of`.
result<completions> smallest_completions(const realm& world, job_id job, instant at, std::size_t most_sets,
                                         const search_bound& bound = {default_completion_steps, {}});

}  // namespace charter::inline v0::analysis
