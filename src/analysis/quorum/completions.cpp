// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/completions.hpp"

#include <algorithm>

#include "completion_search.hpp"
#include "seats.hpp"

namespace charter::inline v0::analysis {

namespace {

/// Whoever may decide and has not: one decision of any of them releases a held review (D15).
completions release(const electorate& it, std::size_t most_sets) {
  completions out;
  for (const auto& each : it.members) {
    const bool has_decided = std::any_of(it.ballots.begin(), it.ballots.end(),
                                         [&](const approval::ballot& b) { return b.user == each.user; });
    if (has_decided || !each.active || !each.may_decide) continue;
    ++out.count;
    if (out.sets.size() < most_sets) out.sets.push_back({each.user});
  }
  out.possible = out.is_smallest = out.count_is_exact = out.count > 0;
  out.size = 1;
  return out;
}

completions nothing_wanting() {
  completions out;
  out.possible = out.is_smallest = out.count_is_exact = true;
  out.sets.emplace_back();
  out.count = 1;
  return out;
}

}  // namespace

completions smallest_completions(const electorate& it, std::size_t most_sets, const search_bound& bound) {
  const auto plan = plan_seats(it);
  if (!plan.exempt && plan.groups.empty()) return {};
  auto out = plan.exempt     ? nothing_wanting()
             : plan.distinct ? complete_by_seating(plan, most_sets, bound)
                             : complete_by_counting(plan, most_sets, bound);
  return it.held && out.possible && out.size == 0 ? release(it, most_sets) : out;
}

result<completions> smallest_completions(const realm& world, job_id job, instant at, std::size_t most_sets,
                                         const search_bound& bound) {
  const auto it = electorate_of(world, job, at);
  if (!it) return tl::make_unexpected(it.error());
  return smallest_completions(*it, most_sets, bound);
}

}  // namespace charter::inline v0::analysis
