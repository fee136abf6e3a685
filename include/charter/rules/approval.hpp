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

inline bool is_active(const review& it, user_id user) {
  return std::any_of(it.members.begin(), it.members.end(),
                     [&](const voter& v) { return v.user == user && v.active; });
}

inline std::optional<verdict> decision_of(const review& it, user_id user) {
  for (const auto& each : it.ballots)
    if (each.user == user) return each.decision;
  return {};
}

/// The seats of one group, or of everybody in mode `all`.
inline group_standing count(const review& it, std::string name, std::int64_t need,
                            const std::vector<user_id>& people) {
  group_standing out{std::move(name), need};
  for (const user_id user : people) {
    if (!is_active(it, user) || !is_eligible(it.in_force, it.rules, user, it.creator)) continue;
    const auto decided = decision_of(it, user);
    if (!decided) out.may_approve.push_back(user);
    if (decided == verdict::approve) out.approved_by.push_back(user);
  }
  out.have = static_cast<std::int64_t>(out.approved_by.size());
  out.satisfied = need > 0 && out.have >= need;
  out.unsatisfiable = need <= 0 || out.have + static_cast<std::int64_t>(out.may_approve.size()) < need;
  return out;
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

/// Evaluates a review. Pure. Cost: O(members x ballots), with distinct approvers a matching on top.
inline standing evaluate(const review& it) {
  standing out;
  out.rejections_need = it.in_force.rejections.value_or(1);
  for (const auto& each : it.ballots)
    if (each.decision == verdict::reject && detail::is_active(it, each.user) &&
        is_eligible(it.in_force, it.rules, each.user, it.creator))
      ++out.rejections_have;

  if (it.in_force.mode == approval_mode::all) {
    std::vector<user_id> everybody;
    for (const auto& each : it.members)
      if (it.rules.creator_approves || each.user != it.creator) everybody.push_back(each.user);
    out.groups.push_back(detail::count(it, "all", static_cast<std::int64_t>(everybody.size()), everybody));
  } else {
    for (const auto& each : it.in_force.groups.value_or(std::vector<group>{}))
      out.groups.push_back(detail::count(it, each.name, each.minimum, each.members));
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
