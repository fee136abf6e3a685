// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the two searches for smallest completions share: people who are of the same use are counted, not told
/// apart, until sets are listed.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "charter/analysis/completions.hpp"
#include "seats.hpp"

namespace charter::inline v0::analysis {

/// People without a decision who sit in the same groups.
struct person_kind {
  std::vector<std::size_t> groups;
  std::vector<std::size_t> people;  ///< of the plan, in order
};

/// Those of use to the groups that are `open`; who is in more of these comes first.
std::vector<person_kind> kinds_of(const seat_plan& plan, const std::vector<bool>& open);

/// Counts the steps of a search against its bound.
class step_counter {
 public:
  explicit step_counter(const search_bound& bound) : bound_(bound) {}
  /// False once the bound is reached, and ever after.
  bool may_take(std::uint64_t steps);
  search_end end() const { return end_; }

 private:
  const search_bound& bound_;
  std::uint64_t taken_ = 0;
  search_end end_ = search_end::complete;
};

/// Collects solutions: how many of each kind.
class set_collector {
 public:
  set_collector(const seat_plan& plan, const std::vector<person_kind>& kinds, std::size_t most_sets)
      : plan_(plan), kinds_(kinds), most_sets_(most_sets) {}

  bool is_empty() const { return count_ == 0; }
  void add(const std::vector<std::size_t>& of_each_kind);
  /// What was found, all of it if the search came to its end.
  void report(completions& out, search_end end) const;

 private:
  void list(const std::vector<std::size_t>& of_each_kind, std::size_t kind, std::size_t from,
            std::size_t left, std::vector<std::size_t>& chosen);

  const seat_plan& plan_;
  const std::vector<person_kind>& kinds_;
  std::size_t most_sets_;
  std::uint64_t count_ = 0;
  bool is_exact_ = true;
  std::vector<std::vector<std::size_t>> sets_;
};

/// Where one approval counts in every group of the person: a multiple cover, by iterative deepening.
completions complete_by_counting(const seat_plan& plan, std::size_t most_sets, const search_bound& bound);

/// Where each approval fills one seat. The people who can be seated beside the approvers are the independent
/// sets of a matroid, so every way that is taken leads to a smallest set.
completions complete_by_seating(const seat_plan& plan, std::size_t most_sets, const search_bound& bound);

}  // namespace charter::inline v0::analysis
