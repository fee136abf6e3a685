// SPDX-License-Identifier: Apache-2.0
// How a review stands, by hand, and for many small policies against a search through every seating.
#include "charter/rules/approval.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

TEST_SUITE("rules/approval") {

namespace {

using namespace charter;
using approval::ballot, approval::group, approval::policy, approval::standing, approval::voter;
using approval::verdict;
using users = std::vector<user_id>;

constexpr user_id alice{1}, bob{2}, carol{3}, dave{4}, nobody{99};

/// One review, to be changed field by field; the job is alice's.
struct sample {
  policy in_force = {};
  rules::approval_rules rules = {};
  std::vector<voter> members = {{alice}, {bob}, {carol}};
  std::vector<ballot> ballots = {};
  user_id creator = alice;

  standing stands() const { return approval::evaluate({in_force, rules, members, ballots, creator}); }
  standing after(std::vector<ballot> cast) {
    ballots = std::move(cast);
    return stands();
  }
};

sample in_groups(std::vector<group> groups) {
  sample it;
  it.in_force = {rules::approval_mode::groups, std::move(groups), {}};
  return it;
}

}  // namespace

TEST_CASE("in mode all every listed member must approve") {
  sample it;
  const auto before = it.stands();
  REQUIRE(before.groups.size() == 1);
  CHECK(before.groups[0].name == "all");
  CHECK(before.groups[0].need == 3);
  CHECK(before.groups[0].have == 0);
  CHECK(before.groups[0].may_approve == users{alice, bob, carol});
  CHECK_FALSE(before.satisfied);
  CHECK_FALSE(before.unsatisfiable);
  const auto half = it.after({{carol}, {alice}});
  CHECK_FALSE(half.satisfied);
  CHECK(half.groups[0].approved_by == users{alice, carol});
  CHECK(half.groups[0].may_approve == users{bob});
  CHECK(it.after({{carol}, {alice}, {bob}}).satisfied);
  CHECK_FALSE(it.after({{carol}, {alice}, {nobody}}).satisfied);
}

TEST_CASE("in mode groups each group needs its minimum, and one approval counts wherever it may [D21]") {
  auto it = in_groups({{"owners", 1, {alice, bob}}, {"reviewers", 2, {bob, carol, dave}}});
  it.members.push_back({dave});
  CHECK_FALSE(it.after({{bob}}).satisfied);
  CHECK(it.stands().groups[0].satisfied);
  CHECK_FALSE(it.stands().groups[1].satisfied);
  CHECK(it.stands().groups[1].may_approve == users{carol, dave});
  CHECK(it.after({{bob}, {carol}}).satisfied);
  CHECK_FALSE(it.after({{carol}, {dave}}).satisfied);
}

TEST_CASE("with distinct approvers each approval serves one group only [D21]") {
  auto it = in_groups({{"owners", 1, {alice, bob}}, {"reviewers", 1, {bob, carol}}});
  it.rules.distinct_approvers = true;
  CHECK_FALSE(it.after({{bob}}).satisfied);
  CHECK_FALSE(it.stands().unsatisfiable);
  CHECK(it.after({{alice}, {bob}}).satisfied);
  CHECK(it.after({{bob}, {carol}}).satisfied);
  CHECK(it.after({{bob}, {alice, verdict::reject}, {carol, verdict::reject}}).unsatisfiable);
  it.rules.distinct_approvers = false;
  CHECK(it.after({{bob}}).satisfied);
}

TEST_CASE("groups that share too many people cannot all be met by distinct approvers [D21]") {
  CHECK(approval::can_seat_everyone({{"a", 1, {alice, bob}}, {"b", 1, {alice}}}));
  CHECK_FALSE(approval::can_seat_everyone({{"a", 1, {alice}}, {"b", 1, {alice}}}));
  CHECK_FALSE(approval::can_seat_everyone({{"a", 2, {alice, bob}}, {"b", 1, {alice, bob}}}));
  CHECK(approval::can_seat_everyone({{"a", 2, {alice, bob}}, {"b", 1, {alice, bob, carol}}}));
  CHECK_FALSE(approval::can_seat_everyone({{"a", 3, {alice, bob}}}));
}

TEST_CASE("one listed member alone needs no approval, whatever the policy [D25]") {
  auto it = in_groups({{"owners", 2, {bob, carol}}});
  it.members = {{alice}};
  CHECK(it.stands().exempt);
  CHECK(it.stands().satisfied);
  CHECK_FALSE(it.stands().unsatisfiable);
  it.rules.single_party_exempt = false;
  CHECK_FALSE(it.stands().exempt);
  CHECK_FALSE(it.stands().satisfied);
  CHECK(it.stands().unsatisfiable);
}

TEST_CASE("a second member ends the exemption, even an inactive one, and nobody is not one [D25]") {
  sample it;
  it.members = {{alice}, {bob, false}};
  CHECK_FALSE(it.after({{alice}}).exempt);
  CHECK_FALSE(it.stands().satisfied);
  it.members = {};
  CHECK_FALSE(it.stands().exempt);
  CHECK_FALSE(it.stands().satisfied);
  CHECK(it.stands().unsatisfiable);
}

TEST_CASE("an inactive member is asked for and counts for nothing [D26]") {
  sample it;
  it.members = {{alice}, {bob, false}, {carol}};
  const auto now = it.after({{alice}, {bob}, {carol}});
  CHECK(now.groups[0].need == 3);
  CHECK(now.groups[0].approved_by == users{alice, carol});
  CHECK_FALSE(now.satisfied);
  CHECK(now.unsatisfiable);
  CHECK(it.after({{bob, verdict::reject}}).rejections_have == 0);
  auto grouped = in_groups({{"owners", 1, {bob, carol}}});
  grouped.members = it.members;
  CHECK_FALSE(grouped.after({{bob}}).satisfied);
  CHECK_FALSE(grouped.stands().unsatisfiable);
  CHECK(grouped.stands().groups[0].may_approve == users{carol});
}

TEST_CASE("a group that shrank below its minimum is never approved by itself [D20]") {
  auto it = in_groups({{"owners", 2, {bob}}, {"others", 1, {carol}}});
  CHECK(it.after({{bob}, {carol}}).unsatisfiable);
  CHECK_FALSE(it.stands().satisfied);
  CHECK(it.stands().groups[0].unsatisfiable);
  CHECK(it.stands().groups[1].satisfied);
  CHECK(in_groups({{"owners", 1, {}}}).stands().unsatisfiable);
  CHECK(in_groups({}).stands().unsatisfiable);
  CHECK_FALSE(in_groups({}).stands().satisfied);
}

TEST_CASE("a rejection takes a possible approval away [D20]") {
  auto it = in_groups({{"owners", 2, {alice, bob, carol}}});
  CHECK_FALSE(it.after({{bob, verdict::reject}}).unsatisfiable);
  CHECK(it.after({{bob, verdict::reject}, {carol, verdict::reject}}).unsatisfiable);
}

TEST_CASE("rejections count those who have a say, up to what the policy asks for [D47]") {
  auto it = in_groups({{"owners", 1, {bob, carol}}});
  CHECK(it.stands().rejections_need == 1);
  CHECK(it.stands().rejections_have == 0);
  CHECK(it.after({{bob, verdict::reject}, {carol}}).rejections_have == 1);
  CHECK(it.after({{alice, verdict::reject}}).rejections_have == 0);
  CHECK(it.after({{nobody, verdict::reject}}).rejections_have == 0);
  it.in_force.rejections = 2;
  CHECK(it.after({{bob, verdict::reject}, {carol, verdict::reject}}).rejections_have == 2);
  CHECK(it.stands().rejections_need == 2);
}

TEST_CASE("a creator who is barred neither approves nor rejects nor is asked [D48]") {
  sample it;
  it.rules.creator_approves = false;
  const auto now = it.after({{alice}, {bob}, {carol}});
  CHECK(now.groups[0].need == 2);
  CHECK(now.groups[0].approved_by == users{bob, carol});
  CHECK(now.satisfied);
  CHECK(it.after({{alice, verdict::reject}}).rejections_have == 0);
  auto grouped = in_groups({{"owners", 1, {alice}}});
  grouped.rules.creator_approves = false;
  CHECK(grouped.after({{alice}}).unsatisfiable);
  grouped.creator = bob;
  CHECK(grouped.stands().satisfied);
  it.members = {{alice}};
  it.rules.single_party_exempt = false;
  CHECK_FALSE(it.stands().satisfied);
  CHECK(it.stands().unsatisfiable);
}

namespace {

/// Whether `chosen` can fill what the groups still need, by trying every seat for every person.
bool can_seat(const std::vector<group>& groups, const users& chosen, std::vector<std::int64_t>& left,
              std::size_t at = 0) {
  if (std::all_of(left.begin(), left.end(), [](auto need) { return need <= 0; })) return true;
  if (at == chosen.size()) return false;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (left[g] <= 0 || !approval::in_group(groups[g], chosen[at])) continue;
    --left[g];
    const bool found = can_seat(groups, chosen, left, at + 1);
    ++left[g];
    if (found) return true;
  }
  return can_seat(groups, chosen, left, at + 1);
}
bool can_seat(const std::vector<group>& groups, const users& chosen) {
  std::vector<std::int64_t> left;
  for (const auto& each : groups) left.push_back(each.minimum);
  return can_seat(groups, chosen, left);
}
/// The same where an approval counts in every group.
bool can_count(const std::vector<group>& groups, const users& chosen) {
  return std::all_of(groups.begin(), groups.end(), [&](const group& g) {
    return std::count_if(chosen.begin(), chosen.end(),
                         [&](user_id each) { return approval::in_group(g, each); }) >= g.minimum;
  });
}

sample random_sample(std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  auto it = in_groups({});
  it.members.clear();
  const auto people = static_cast<std::uint32_t>(2 + below(5));
  for (std::uint32_t i = 0; i < people; ++i) it.members.push_back({user_id{i}, below(6) != 0});
  for (std::size_t g = below(4) + 1; g > 0; --g) {
    group made{std::to_string(g), static_cast<std::int64_t>(1 + below(2)), {}};
    for (std::uint32_t i = 0; i < people; ++i)
      if (below(2) == 0) made.members.push_back(user_id{i});
    it.in_force.groups->push_back(std::move(made));
  }
  for (std::uint32_t i = 0; i < people; ++i)
    if (const auto choice = below(5); choice < 3)
      it.ballots.push_back({user_id{i}, choice == 0 ? verdict::reject : verdict::approve});
  it.creator = user_id{static_cast<std::uint32_t>(below(people))};
  it.rules.creator_approves = below(3) != 0;
  return it;
}

}  // namespace

TEST_CASE("no seating that exists is missed, and none is invented [D21]") {
  std::mt19937 random(21);
  int satisfied = 0, unsatisfiable = 0, seated = 0;
  for (int i = 0; i < 2000; ++i) {
    auto it = random_sample(random);
    users everybody, approved, possible;
    for (const auto& each : it.members) {
      everybody.push_back(each.user);
      if (!each.active || (each.user == it.creator && !it.rules.creator_approves)) continue;
      const auto cast = std::find_if(it.ballots.begin(), it.ballots.end(),
                                     [&](const ballot& b) { return b.user == each.user; });
      if (cast == it.ballots.end() || cast->decision == verdict::approve) possible.push_back(each.user);
      if (cast != it.ballots.end() && cast->decision == verdict::approve) approved.push_back(each.user);
    }
    const auto& groups = *it.in_force.groups;
    const auto counted = it.stands();
    REQUIRE(counted.satisfied == can_count(groups, approved));
    REQUIRE(counted.unsatisfiable == !can_count(groups, possible));
    it.rules.distinct_approvers = true;
    const auto distinct = it.stands();
    REQUIRE(distinct.satisfied == can_seat(groups, approved));
    REQUIRE(distinct.unsatisfiable == !can_seat(groups, possible));
    REQUIRE(approval::can_seat_everyone(groups) == can_seat(groups, everybody));
    satisfied += distinct.satisfied;
    unsatisfiable += distinct.unsatisfiable;
    seated += approval::can_seat_everyone(groups);
  }
  CHECK(satisfied > 100);  // the samples reach both answers
  CHECK(unsatisfiable > 100);
  CHECK(unsatisfiable < 1900);
  CHECK(seated > 100);
  CHECK(seated < 1900);
}

}  // TEST_SUITE("rules/approval")
