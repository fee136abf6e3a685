// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whether an approval policy can be met by the people there are, now and after some of them leave.
/// `approval::evaluate` is the rule; this says who fills which seat, or which groups compete for whom, and
/// comes to it another way: by counting, or by maximum flow where each person fills one seat only (D21).
/// Threads: pure functions.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "charter/analysis/electorate.hpp"
#include "charter/analysis/search_bound.hpp"

namespace charter::inline v0::analysis {

/// One approval that a group asks for, and who gives it.
struct filled_seat {
  std::string group;
  user_id user;
  bool has_approved = false;  ///< already, on this revision
};

/// Groups that together ask for more than there are people to give it: a minimum cut.
struct shortage {
  std::vector<std::string> groups = {};  ///< none: the policy has no group at all
  std::int64_t need = 0;                 ///< seats of those groups together
  std::vector<user_id> people = {};      ///< all who can fill one of them
};

struct feasibility {
  bool possible = false;
  bool exempt = false;                   ///< single-party: approved without anybody (D25)
  std::vector<filled_seat> seats = {};   ///< if possible and not exempt: each group's minimum
  std::vector<shortage> shortages = {};  ///< if not possible: at least one
};

/// Whether those who may still approve, and those who have, can meet the policy. A group that asks for less
/// than one approval cannot be met (D20). Cost: O(people of groups); with distinct approvers a maximum flow.
feasibility can_be_met(const electorate& it);

/// "'data owners' and 'methods' together need 4 approvals, and only alice, bob and dora can give them".
std::string in_words(const electorate& it, const shortage& what);

/// People whose leaving together breaks the quorum, and which groups then compete for too few.
struct breakage {
  std::vector<user_id> people = {};  ///< none: it cannot be met now
  std::vector<std::string> groups = {};
};

struct resilience {
  /// A smallest set if `is_complete()`, else the smallest that was found. None has more than `leaving`
  /// people.
  std::optional<breakage> breaking = {};
  std::size_t leaving = 0;
  std::size_t examined = 0, of = 0;  ///< groups whose weakest point was looked for, and how many there are
  search_end end = search_end::complete;

  bool is_complete() const { return end == search_end::complete; }
  /// Whether it is certain that it can be met after any so many people leave, or fewer.
  bool withstands() const { return is_complete() && !breaking; }
};

/// Whether it can still be met whoever leaves, up to `leaving` people at once. The answer is exact without
/// trying out sets of people: a group breaks with as many as it has more than it needs, and one. A workspace
/// left with one listed member is exempt where the rulebook says so (D25), and so is not broken.
/// A step of the bound is a group. Cost: as `can_be_met`; with distinct approvers
/// O(groups x leaving x people of groups) on top.
resilience after_leaving(const electorate& it, std::size_t leaving, const search_bound& bound = {});

struct critical_person {
  user_id user;
  std::vector<std::string> groups = {};  ///< those that cannot all be met without that person
};

/// Everybody whose leaving alone breaks the quorum, in the order of the groups; nobody if it cannot be met
/// now. Cost: as `can_be_met`.
std::vector<critical_person> single_points_of_failure(const electorate& it);

}  // namespace charter::inline v0::analysis
