// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/quorum.hpp"

#include <algorithm>

#include "../sentences.hpp"
#include "seating.hpp"
#include "seats.hpp"

namespace charter::inline v0::analysis {

namespace {

shortage shortage_of(const seat_plan& plan, const std::vector<std::size_t>& groups) {
  shortage out;
  std::vector<bool> counts(plan.people.size());
  for (const auto group : groups) {
    out.groups.push_back(plan.groups[group].name);
    out.need = add_seats(out.need, plan.groups[group].need);
    for (const auto person : plan.groups[group].people) counts[person] = true;
  }
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i]) out.people.push_back(plan.people[i].user);
  return out;
}

bool is_short(const seat_group& it) {
  return it.need < 1 || static_cast<std::int64_t>(it.people.size()) < it.need;
}

/// Each group by itself; who has approved comes first.
void fill_by_counting(const seat_plan& plan, feasibility& out) {
  for (std::size_t g = 0; g < plan.groups.size(); ++g) {
    const auto& group = plan.groups[g];
    if (is_short(group)) {
      out.shortages.push_back(shortage_of(plan, {g}));
      continue;
    }
    auto left = group.need;
    for (const bool has_approved : {true, false})
      for (const auto person : group.people)
        if (plan.people[person].has_approved == has_approved && left > 0) {
          out.seats.push_back({group.name, plan.people[person].user, has_approved});
          --left;
        }
  }
}

/// Those that are short by themselves are told first, and then take nobody from the others.
void fill_by_flow(const seat_plan& plan, feasibility& out) {
  auto rest = plan;
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    if (is_short(plan.groups[g])) {
      out.shortages.push_back(shortage_of(plan, {g}));
      rest.groups[g].need = 0;
    }
  const seating best(rest);
  for (const auto& groups : best.cut()) out.shortages.push_back(shortage_of(plan, groups));
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    for (const auto person : plan.groups[g].people)
      if (best.seat_of(person) == g)
        out.seats.push_back(
            {plan.groups[g].name, plan.people[person].user, plan.people[person].has_approved});
}

}  // namespace

feasibility can_be_met(const electorate& it) {
  const auto plan = plan_seats(it);
  feasibility out;
  if (plan.exempt) {
    out.possible = out.exempt = true;
    return out;
  }
  if (plan.groups.empty())
    out.shortages.push_back({});
  else if (plan.distinct)
    fill_by_flow(plan, out);
  else
    fill_by_counting(plan, out);
  out.possible = out.shortages.empty();
  if (!out.possible) out.seats.clear();
  return out;
}

std::string in_words(const electorate& it, const shortage& what) {
  if (what.groups.empty()) return "the policy has no group, so nothing can meet it";
  if (it.in_force.mode == approval::approval_mode::all) {
    if (what.people.empty()) return "nobody is there who can approve";
    return "all of the " + counted(what.need, "member") + " who are asked must approve, and only " +
           listed(it, what.people) + " can";
  }
  if (what.need < 1)
    return quoted(what.groups) + " asks for " + counted(what.need, "approval") +
           ", and a group asks for at least 1";
  const bool alone = what.groups.size() == 1;
  const auto can = what.people.empty()
                       ? std::string("nobody can give ") + (what.need == 1 ? "it" : "them")
                       : "only " + listed(it, what.people) + " can give " + (what.need == 1 ? "it" : "them");
  return quoted(what.groups) + (alone ? " needs " : " together need ") + counted(what.need, "approval") +
         ", and " + can;
}

}  // namespace charter::inline v0::analysis
