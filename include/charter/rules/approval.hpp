// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Approval policies and their evaluation: who must approve, who has, and whether it can still be met.
/// Nothing here is ever stored as "satisfied" (D14): a standing is computed from decisions, members and
/// policy.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "charter/base/id.hpp"
#include "charter/rules/approval_policy.hpp"
#include "charter/rules/matching.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::approval {

/// A listed member of the workspace; inactive ones count as listed but approve nothing (D26).
struct voter {
  user_id user;
  bool active = true;
};

/// One decision of the current revision.
struct ballot {
  user_id user;
  verdict decision = verdict::approve;
  bool automatic = false;  ///< the creator's own, recorded when approval was requested (D19)
};

/// All that an evaluation looks at. Owns nothing; the vectors must outlive the call.
struct review {
  const policy& in_force;
  const rules::approval_rules& rules;
  const std::vector<voter>& members;
  const std::vector<ballot>& ballots;
  user_id creator;
};

struct group_standing {
  std::string name;
  std::int64_t need = 0;
  std::int64_t have = 0;
  std::vector<user_id> approved_by = {};
  std::vector<user_id> may_approve = {};  ///< eligible now and undecided on this revision
  bool satisfied = false;
  bool unsatisfiable = false;  ///< not even if everybody who still may approve does (D20)
};

struct standing {
  bool satisfied = false;
  bool unsatisfiable = false;
  bool exempt = false;  ///< single-party: exactly one listed member (D25)
  std::vector<group_standing> groups = {};
  std::int64_t rejections_have = 0;
  std::int64_t rejections_need = 1;
};

/// May this current, active member decide on a job of that creator? (D23, D48)
inline bool is_eligible(const policy& it, const rules::approval_rules& rules, user_id user, user_id creator) {
  return (rules.creator_approves || user != creator) && names(it, user);
}

namespace detail {

/// What members and ballots say of a person, found without looking through all of them each time.
class electorate {
 public:
  explicit electorate(const review& it) : ballots_(it.ballots) {
    for (const auto& each : it.members)
      if (each.active) active_.push_back(each.user);
    if (!std::is_sorted(active_.begin(), active_.end())) std::sort(active_.begin(), active_.end());
    const auto by_user = [](const ballot& one, const ballot& other) { return one.user < other.user; };
    std::stable_sort(ballots_.begin(), ballots_.end(), by_user);
  }
  bool is_active(user_id user) const { return std::binary_search(active_.begin(), active_.end(), user); }
  /// The first, should there be several.
  std::optional<verdict> decision_of(user_id user) const {
    const auto found = std::partition_point(ballots_.begin(), ballots_.end(),
                                            [&](const ballot& b) { return b.user < user; });
    if (found == ballots_.end() || found->user != user) return {};
    return found->decision;
  }

 private:
  std::vector<user_id> active_;  ///< sorted
  std::vector<ballot> ballots_;  ///< by user
};

/// Adds what a person of the group has decided, or may.
inline void count_in(group_standing& group, const electorate& all, user_id user) {
  const auto decided = all.decision_of(user);
  if (!decided) group.may_approve.push_back(user);
  if (decided == verdict::approve) group.approved_by.push_back(user);
}
inline group_standing finish(group_standing group) {
  group.have = static_cast<std::int64_t>(group.approved_by.size());
  group.satisfied = group.need > 0 && group.have >= group.need;
  group.unsatisfiable =
      group.need <= 0 || group.have + static_cast<std::int64_t>(group.may_approve.size()) < group.need;
  return group;
}
inline bool may_decide(const review& it, user_id user) {
  return it.rules.creator_approves || user != it.creator;
}

/// Everybody listed is asked; who is inactive cannot answer.
inline group_standing count_everybody(const review& it, const electorate& all) {
  group_standing out{"all"};
  for (const auto& each : it.members) {
    if (!may_decide(it, each.user)) continue;
    ++out.need;
    if (each.active) count_in(out, all, each.user);
  }
  return finish(std::move(out));
}
inline group_standing count_group(const review& it, const electorate& all, const group& what) {
  group_standing out{what.name, what.minimum};
  for (const auto user : what.members)
    if (all.is_active(user) && may_decide(it, user)) count_in(out, all, user);
  return finish(std::move(out));
}

inline seating_plan plan_seats(const std::vector<group_standing>& groups, bool with_undecided) {
  seating_plan plan;
  std::vector<user_id> people;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    plan.seats.push_back(static_cast<std::size_t>(std::max<std::int64_t>(groups[g].need, 0)));
    const auto add = [&](const std::vector<user_id>& some) {
      for (const user_id user : some) {
        auto at = static_cast<std::size_t>(std::find(people.begin(), people.end(), user) - people.begin());
        if (at == people.size()) people.push_back(user), plan.choices.emplace_back();
        plan.choices[at].push_back(g);
      }
    };
    add(groups[g].approved_by);
    if (with_undecided) add(groups[g].may_approve);
  }
  return plan;
}

/// Where each approval serves one group only: a group is met when the best seating fills it (D21).
inline void seat_distinctly(std::vector<group_standing>& groups) {
  const auto now = fill_seats(plan_seats(groups, false));
  const auto at_best = fill_seats(plan_seats(groups, true));
  for (std::size_t g = 0; g < groups.size(); ++g) {
    groups[g].satisfied = static_cast<std::int64_t>(now[g]) >= groups[g].need;
    groups[g].unsatisfiable = static_cast<std::int64_t>(at_best[g]) < groups[g].need;
  }
}

}  // namespace detail

/// Evaluates a review. Pure. Cost: O(n log n) in members, ballots and people of groups; with distinct
/// approvers a matching on top.
inline standing evaluate(const review& it) {
  standing out;
  const detail::electorate all(it);
  out.rejections_need = it.in_force.rejections.value_or(1);
  for (const auto& each : it.ballots)
    if (each.decision == verdict::reject && all.is_active(each.user) &&
        is_eligible(it.in_force, it.rules, each.user, it.creator))
      ++out.rejections_have;

  if (it.in_force.mode == approval_mode::all) {
    out.groups.push_back(detail::count_everybody(it, all));
  } else {
    for (const auto& each : it.in_force.groups.value_or(std::vector<group>{}))
      out.groups.push_back(detail::count_group(it, all, each));
    if (it.rules.distinct_approvers) detail::seat_distinctly(out.groups);
  }
  out.exempt = it.rules.single_party_exempt && it.members.size() == 1;
  const auto met = [](const group_standing& g) { return g.satisfied; };
  const auto lost = [](const group_standing& g) { return g.unsatisfiable; };
  out.satisfied =
      out.exempt || (!out.groups.empty() && std::all_of(out.groups.begin(), out.groups.end(), met));
  out.unsatisfiable =
      !out.exempt && (out.groups.empty() || std::any_of(out.groups.begin(), out.groups.end(), lost));
  return out;
}

/// Whether every group can be filled when each person sits once; judged when a policy is saved
/// (`groups_compete`).
inline bool can_seat_everyone(const std::vector<group>& groups) {
  std::vector<group_standing> full;
  for (const auto& each : groups) {
    group_standing g{each.name, each.minimum};
    g.may_approve = each.members;
    full.push_back(std::move(g));
  }
  detail::seat_distinctly(full);
  return std::none_of(full.begin(), full.end(), [](const group_standing& g) { return g.unsatisfiable; });
}

}  // namespace charter::inline v0::approval
