// SPDX-License-Identifier: Apache-2.0
#include "seats.hpp"

#include <algorithm>
#include <unordered_map>

namespace charter::inline v0::analysis {

namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// Which listed members can fill a seat, found by user.
class roll {
 public:
  roll(const electorate& it, seat_plan& out) {
    std::unordered_map<std::uint32_t, approval::verdict> decided;
    for (const auto& each : it.ballots) decided.try_emplace(each.user.value, each.decision);
    for (const auto& each : it.members) {
      if (!candidate_of_.try_emplace(each.user.value, nobody).second) continue;
      ++out.listed;
      if (it.creator == each.user && !it.rules.creator_approves) continue;
      ++asked_;
      const auto found = decided.find(each.user.value);
      const bool has_approved = found != decided.end() && found->second == approval::verdict::approve;
      const bool may_approve = found == decided.end() && each.may_decide;
      if (!each.active || (!has_approved && !may_approve)) continue;
      candidate_of_[each.user.value] = out.people.size();
      out.people.push_back({each.user, has_approved});
    }
  }
  std::size_t candidate_of(user_id user) const {
    const auto found = candidate_of_.find(user.value);
    return found == candidate_of_.end() ? nobody : found->second;
  }
  std::size_t asked() const { return asked_; }

 private:
  std::unordered_map<std::uint32_t, std::size_t> candidate_of_;
  std::size_t asked_ = 0;  ///< listed, and may decide were they active
};

void add_group(const approval::group& group, const roll& all, seat_plan& out) {
  seat_group made{group.name, group.minimum};
  for (const auto user : group.members)
    if (const auto who = all.candidate_of(user); who != nobody) made.people.push_back(who);
  std::sort(made.people.begin(), made.people.end());
  made.people.erase(std::unique(made.people.begin(), made.people.end()), made.people.end());
  out.groups.push_back(std::move(made));
}

}  // namespace

seat_plan plan_seats(const electorate& it) {
  seat_plan out;
  const roll all(it, out);
  out.exempt = it.rules.single_party_exempt && out.listed == 1;
  if (it.in_force.mode == approval::approval_mode::all) {
    out.asks_everybody = true;
    seat_group everybody{"all", std::max<std::int64_t>(1, static_cast<std::int64_t>(all.asked()))};
    for (std::size_t i = 0; i < out.people.size(); ++i) everybody.people.push_back(i);
    out.groups.push_back(std::move(everybody));
    return out;
  }
  out.distinct = it.rules.distinct_approvers;
  if (it.in_force.groups)
    for (const auto& each : *it.in_force.groups) add_group(each, all, out);
  return out;
}

}  // namespace charter::inline v0::analysis
