// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Small electorates, what charter's rule says of them, and what trying everything out says.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "charter/analysis/electorate.hpp"

namespace quorum_sample {

using namespace charter;
using namespace charter::analysis;
using users = std::vector<user_id>;

inline constexpr user_id alice{0}, bob{1}, carol{2}, dave{3}, erin{4}, frank{5};

inline electorate everybody(std::size_t count) {
  static const char* const names[] = {"alice", "bob", "carol", "dave", "erin", "frank"};
  electorate it;
  it.about = "study";
  for (std::uint32_t i = 0; i < count; ++i) it.members.push_back({user_id{i}});
  for (std::uint32_t i = 0; i < 6; ++i) it.names[user_id{i}] = names[i];
  return it;
}
inline electorate in_groups(std::size_t count, std::vector<approval::group> groups, bool distinct = false) {
  auto it = everybody(count);
  it.in_force = {approval::approval_mode::groups, std::move(groups), {}};
  it.rules.distinct_approvers = distinct;
  return it;
}

/// As the rule sees it. It knows nothing of who may decide.
inline approval::standing stands(const electorate& it) {
  std::vector<approval::voter> members;
  for (const auto& each : it.members) members.push_back({each.user, each.active});
  const auto creator = it.creator.value_or(user_id{0xffffffffU});
  return approval::evaluate({it.in_force, it.rules, members, it.ballots, creator});
}

/// What a departure does: members and places in groups go, or the member is inactive.
inline electorate without(electorate it, const users& gone) {
  const auto is_gone = [&](user_id user) { return std::find(gone.begin(), gone.end(), user) != gone.end(); };
  if (it.on_leaving == departure::inactive) {
    for (auto& each : it.members)
      if (is_gone(each.user)) each.active = false;
    return it;
  }
  std::erase_if(it.members, [&](const elector& each) { return is_gone(each.user); });
  if (it.in_force.groups)
    for (auto& each : *it.in_force.groups) std::erase_if(each.members, is_gone);
  return it;
}

inline electorate approved_by(electorate it, const users& people) {
  for (const auto each : people) it.ballots.push_back({each, approval::verdict::approve, false});
  return it;
}

/// All sets of that many people.
inline std::vector<users> sets_of(const users& people, std::size_t size) {
  std::vector<users> out;
  users chosen;
  const std::function<void(std::size_t)> go = [&](std::size_t from) {
    if (chosen.size() == size) return out.push_back(chosen);
    for (std::size_t i = from; i < people.size(); ++i) {
      chosen.push_back(people[i]);
      go(i + 1);
      chosen.pop_back();
    }
  };
  go(0);
  return out;
}

/// By trying every seating: whether these approvals meet the policy. Nothing is taken from the rule's code.
inline bool is_met_by(const electorate& it, const users& approving) {
  if (it.rules.single_party_exempt && it.members.size() == 1) return true;
  const auto counts = [&](user_id user) {
    if (it.creator == user && !it.rules.creator_approves) return false;
    const bool is_active = std::any_of(it.members.begin(), it.members.end(),
                                       [&](const elector& e) { return e.user == user && e.active; });
    return is_active && std::find(approving.begin(), approving.end(), user) != approving.end();
  };
  if (it.in_force.mode == approval::approval_mode::all) {
    std::size_t asked = 0, have = 0;
    for (const auto& each : it.members) {
      if (it.creator == each.user && !it.rules.creator_approves) continue;
      ++asked;
      have += counts(each.user);
    }
    return asked > 0 && have == asked;
  }
  if (!it.in_force.groups || it.in_force.groups->empty()) return false;
  const auto& groups = *it.in_force.groups;
  std::vector<std::int64_t> left;
  for (const auto& each : groups) left.push_back(each.minimum);
  if (std::any_of(left.begin(), left.end(), [](auto n) { return n < 1; })) return false;
  const auto has = [&](std::size_t group, user_id user) {
    return counts(user) && approval::in_group(groups[group], user);
  };
  const std::function<bool(std::size_t)> seat = [&](std::size_t from) {
    if (std::all_of(left.begin(), left.end(), [](auto n) { return n <= 0; })) return true;
    if (from == approving.size()) return false;
    if (!it.rules.distinct_approvers) {
      for (std::size_t g = 0; g < groups.size(); ++g) left[g] -= has(g, approving[from]);
      return seat(from + 1);
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (!has(g, approving[from])) continue;
      --left[g];
      if (seat(from + 1)) return true;
      ++left[g];
    }
    return seat(from + 1);
  };
  return seat(0);
}

inline users people_of(const electorate& it) {
  users out;
  for (const auto& each : it.members) out.push_back(each.user);
  return out;
}
inline users approvers(const electorate& it) {
  users out;
  for (const auto& each : it.ballots)
    if (each.decision == approval::verdict::approve) out.push_back(each.user);
  return out;
}
/// Listed, active, permitted, and has not decided.
inline users undecided(const electorate& it) {
  users out;
  for (const auto& each : it.members) {
    const bool decided = std::any_of(it.ballots.begin(), it.ballots.end(),
                                     [&](const approval::ballot& b) { return b.user == each.user; });
    if (each.active && each.may_decide && !decided) out.push_back(each.user);
  }
  return out;
}
inline users together(users some, const users& more) {
  some.insert(some.end(), more.begin(), more.end());
  return some;
}
inline bool can_be_met_by_trying(const electorate& it) {
  return is_met_by(it, together(approvers(it), undecided(it)));
}

/// Up to six people and three groups; with ballots, inactive members, strangers in groups and every rule.
class electorate_maker {
 public:
  explicit electorate_maker(std::uint32_t seed) : random_(seed) {}

  electorate next() {
    auto it = everybody(1 + below(6));
    for (auto& each : it.members) {
      each.active = below(8) > 0;
      each.may_decide = below(10) > 0;
    }
    it.rules.single_party_exempt = below(2) == 0;
    it.rules.creator_approves = below(3) > 0;
    it.rules.distinct_approvers = below(2) == 0;
    it.on_leaving = below(2) == 0 ? departure::unlisted : departure::inactive;
    if (below(2) == 0) it.creator = user_id{below(7)};
    for (const auto& each : it.members)
      if (below(4) == 0)
        it.ballots.push_back(
            {each.user, below(3) > 0 ? approval::verdict::approve : approval::verdict::reject, false});
    if (below(6) == 0) return it;
    it.in_force.mode = approval::approval_mode::groups;
    it.in_force.groups.emplace();
    for (std::uint32_t g = 1 + below(3); g > 0; --g) {
      approval::group made{"g" + std::to_string(g), 1 + static_cast<std::int64_t>(below(3)), {}};
      for (std::uint32_t user = 0; user < 7; ++user)
        if (below(3) > 0) made.members.push_back({user});
      it.in_force.groups->push_back(std::move(made));
    }
    return it;
  }

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  std::mt19937 random_;
};

}  // namespace quorum_sample
