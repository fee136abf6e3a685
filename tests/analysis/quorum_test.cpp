// SPDX-License-Identifier: Apache-2.0
// Whether a policy can be met, now and after departures: each witness is run through the rule.
#include "charter/analysis/quorum.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <set>

#include "electorates.hpp"

TEST_SUITE("analysis/quorum") {

using namespace quorum_sample;

namespace {

/// Lets the people in the seats approve, and counts that each group has its minimum by different people.
void check_seats(const electorate& it, const feasibility& found) {
  users people;
  std::map<std::string, std::set<user_id>> by_group;
  for (const auto& each : found.seats) {
    if (!each.has_approved) people.push_back(each.user);
    CHECK(by_group[each.group].insert(each.user).second);
  }
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  CHECK(stands(approved_by(it, people)).satisfied);
  if (it.in_force.groups)
    for (const auto& each : *it.in_force.groups)
      CHECK(by_group[each.name].size() == static_cast<std::size_t>(each.minimum));
}

/// The groups that are named ask for more than the people who are named.
void check_shortages(const electorate& it, const feasibility& found) {
  CHECK_FALSE(found.shortages.empty());
  for (const auto& each : found.shortages) {
    CHECK(each.need > static_cast<std::int64_t>(each.people.size()));
    auto rest = it;
    if (it.in_force.groups)
      std::erase_if(*rest.in_force.groups, [&](const approval::group& g) {
        return std::find(each.groups.begin(), each.groups.end(), g.name) == each.groups.end();
      });
    CHECK_FALSE(can_be_met_by_trying(rest));
  }
}

void check_breaking(const electorate& it, const breakage& found) {
  CHECK_FALSE(can_be_met_by_trying(without(it, found.people)));
  for (std::size_t i = 0; i < found.people.size(); ++i) {
    auto fewer = found.people;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(can_be_met_by_trying(without(it, fewer)));
  }
}

}  // namespace

TEST_CASE("plain groups are counted, and one person may sit in several") {
  auto it = in_groups(3, {{"owners", 1, {alice, bob}}, {"methods", 2, {bob, carol}}});
  const auto found = can_be_met(it);
  CHECK(found.possible);
  CHECK(found.seats.size() == 3);
  check_seats(it, found);
  it = without(it, {carol});
  const auto broken = can_be_met(it);
  CHECK_FALSE(broken.possible);
  CHECK(stands(it).unsatisfiable);
  REQUIRE(broken.shortages.size() == 1);
  CHECK(in_words(it, broken.shortages[0]) == "'methods' needs 2 approvals, and only bob can give them");
}

TEST_CASE("those who have approved fill the first seats") {
  auto it = in_groups(3, {{"methods", 2, {alice, bob, carol}}});
  it.ballots = {{carol, approval::verdict::approve, false}};
  const auto found = can_be_met(it);
  REQUIRE(found.seats.size() == 2);
  CHECK(found.seats[0].user == carol);
  CHECK(found.seats[0].has_approved);
  check_seats(it, found);
}

TEST_CASE("where each person fills one seat, the groups that compete are named [D21]") {
  auto it = in_groups(
      4, {{"data owners", 2, {alice, bob, dave}}, {"methods", 2, {alice, bob, dave}}, {"lab", 1, {carol}}});
  CHECK(can_be_met(it).possible);
  it.rules.distinct_approvers = true;
  const auto found = can_be_met(it);
  CHECK_FALSE(found.possible);
  CHECK(stands(it).unsatisfiable);
  REQUIRE(found.shortages.size() == 1);
  check_shortages(it, found);
  CHECK(in_words(it, found.shortages[0]) ==
        "'data owners' and 'methods' together need 4 approvals, and only alice, bob and dave can give them");
  it.in_force.groups->at(1).minimum = 1;
  const auto better = can_be_met(it);
  CHECK(better.possible);
  check_seats(it, better);
}

TEST_CASE("groups that are short by themselves are told so, others in parts that share nobody") {
  auto it = in_groups(6, {{"a", 2, {alice}}, {"b", 2, {alice}}}, true);
  auto found = can_be_met(it);
  REQUIRE(found.shortages.size() == 2);
  CHECK(found.shortages[0].groups == std::vector<std::string>{"a"});
  CHECK(found.shortages[1].groups == std::vector<std::string>{"b"});
  check_shortages(it, found);
  it.in_force.groups = {{"a", 2, {alice, bob, carol}}, {"d", 1, {dave}},
                        {"b", 2, {alice, bob, carol}}, {"e", 1, {dave}},
                        {"c", 2, {alice, bob, carol}}, {"f", 1, {erin}}};
  found = can_be_met(it);
  REQUIRE(found.shortages.size() == 2);
  CHECK(found.shortages[0].groups == std::vector<std::string>{"a", "b", "c"});
  CHECK(found.shortages[0].need == 6);
  CHECK(found.shortages[1].groups == std::vector<std::string>{"d", "e"});
  check_shortages(it, found);
}

TEST_CASE("in mode all everybody is asked, and the reason says who cannot") {
  auto it = everybody(3);
  check_seats(it, can_be_met(it));
  it.members[1].active = false;
  const auto found = can_be_met(it);
  REQUIRE(found.shortages.size() == 1);
  CHECK(in_words(it, found.shortages[0]) ==
        "all of the 3 members who are asked must approve, and only alice and carol can");
  it.members.clear();
  CHECK(in_words(it, can_be_met(it).shortages.at(0)) == "nobody is there who can approve");
}

TEST_CASE("one listed member is exempt where the rulebook says so [D25]") {
  auto it = in_groups(1, {{"owners", 2, {}}});
  CHECK(can_be_met(it).exempt);
  CHECK(stands(it).satisfied);
  it.rules.single_party_exempt = false;
  CHECK_FALSE(can_be_met(it).possible);
}

TEST_CASE("bad policies have a reason and break nothing") {
  auto it = in_groups(3, {});
  CHECK(in_words(it, can_be_met(it).shortages.at(0)) == "the policy has no group, so nothing can meet it");
  it.in_force.groups.reset();
  CHECK_FALSE(can_be_met(it).possible);
  for (const bool distinct : {false, true}) {
    it = in_groups(2, {{"none", 0, {alice}}, {"minus", -3, {bob}}}, distinct);
    const auto void_ones = can_be_met(it);
    CHECK_FALSE(void_ones.possible);
    REQUIRE(void_ones.shortages.size() == 2);
    CHECK(in_words(it, void_ones.shortages[1]) ==
          "'minus' asks for -3 approvals, and a group asks for at least 1");
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    it = in_groups(2, {{"huge", most, {alice}}, {"more", most, {alice}}, {"empty", 1, {}}}, distinct);
    CHECK_FALSE(can_be_met(it).possible);
    CHECK(after_leaving(it, 3).breaking->people.empty());
    CHECK(single_points_of_failure(it).empty());
  }
  it = in_groups(2, {{"twice", 2, {alice, alice, user_id{77}}}});
  it.members.push_back({alice});
  const auto found = can_be_met(it);
  CHECK_FALSE(found.possible);
  CHECK(in_words(it, found.shortages.at(0)) == "'twice' needs 2 approvals, and only alice can give them");
}

TEST_CASE("a group breaks with one more departure than it can spare") {
  const auto it =
      in_groups(6, {{"large", 2, {alice, bob, carol, dave, erin}}, {"small", 1, {dave, erin, frank}}});
  const auto two = after_leaving(it, 2);
  CHECK(two.withstands());
  CHECK(two.is_complete());
  CHECK(two.examined == 2);
  const auto three = after_leaving(it, 3);
  REQUIRE(three.breaking);
  CHECK(three.breaking->people == users{dave, erin, frank});
  CHECK(three.breaking->groups == std::vector<std::string>{"small"});
  check_breaking(it, *three.breaking);
  CHECK(after_leaving(it, 0).withstands());
}

TEST_CASE("with distinct approvers groups break together") {
  const auto it =
      in_groups(6, {{"owners", 1, {alice, bob, carol}}, {"methods", 2, {alice, bob, carol, dave}}}, true);
  CHECK(after_leaving(it, 1).withstands());
  const auto found = after_leaving(it, 2);
  REQUIRE(found.breaking);
  CHECK(found.breaking->people.size() == 2);
  CHECK(found.breaking->groups == std::vector<std::string>{"owners", "methods"});
  check_breaking(it, *found.breaking);
}

TEST_CASE("in mode all a departure shrinks what is asked for, unless the member list is fixed [D14, D26]") {
  auto it = everybody(3);
  it.rules.single_party_exempt = false;
  CHECK(after_leaving(it, 2).withstands());
  CHECK(after_leaving(it, 3).breaking->people.size() == 3);
  CHECK(single_points_of_failure(it).empty());
  it.on_leaving = departure::inactive;
  const auto found = after_leaving(it, 1);
  REQUIRE(found.breaking);
  check_breaking(it, *found.breaking);
  CHECK(single_points_of_failure(it).size() == 3);
}

TEST_CASE("who is left alone is exempt, so the other one breaks nothing [D25]") {
  auto it = in_groups(2, {{"owners", 1, {alice}}});
  CHECK(after_leaving(it, 1).withstands());
  CHECK(single_points_of_failure(it).empty());
  CHECK(after_leaving(it, 2).breaking->people.size() == 2);
  it.rules.single_party_exempt = false;
  CHECK(after_leaving(it, 1).breaking->people == users{alice});
  CHECK(single_points_of_failure(it).size() == 1);
}

TEST_CASE("single points of failure, with the groups that break") {
  const auto plain =
      in_groups(4, {{"owners", 2, {alice, bob}}, {"lab", 1, {bob}}, {"any", 1, {alice, bob, carol}}});
  const auto found = single_points_of_failure(plain);
  REQUIRE(found.size() == 2);
  CHECK(found[0].user == alice);
  CHECK(found[0].groups == std::vector<std::string>{"owners"});
  CHECK(found[1].user == bob);
  CHECK(found[1].groups == std::vector<std::string>{"owners", "lab"});

  const auto distinct = in_groups(
      5, {{"owners", 1, {alice, bob}}, {"lab", 1, {alice, bob}}, {"any", 1, {bob, carol, dave}}}, true);
  const auto rivals = single_points_of_failure(distinct);
  REQUIRE(rivals.size() == 2);
  for (const auto& each : rivals) {
    CHECK(each.groups == std::vector<std::string>{"owners", "lab"});
    CHECK(stands(without(distinct, {each.user})).unsatisfiable);
  }
}

TEST_CASE("a bound that comes first is said") {
  const auto it = in_groups(6, {{"a", 1, {alice, bob, carol}}, {"b", 1, {dave}}}, true);
  const auto some = after_leaving(it, 3, {1, {}});
  CHECK(some.end == search_end::out_of_steps);
  CHECK(some.examined == 1);
  CHECK(some.of == 2);
  CHECK_FALSE(some.withstands());
  REQUIRE(some.breaking);
  CHECK(some.breaking->people.size() == 3);
  const auto none = after_leaving(it, 3, within(std::chrono::seconds(0)));
  CHECK(none.end == search_end::stopped);
  CHECK(none.examined == 0);
  CHECK_FALSE(none.withstands());
  CHECK(after_leaving(it, 3, within(std::chrono::hours(1))).breaking->people == users{dave});
}

TEST_CASE("10,000 random policies: the same answers as trying everything, and as the rule") {
  electorate_maker make(2026);
  std::map<std::size_t, int> broken_by;
  int possible = 0;
  for (int round = 0; round < 10'000; ++round) {
    CAPTURE(round);
    auto it = make.next();
    const auto found = can_be_met(it);
    REQUIRE(found.possible == can_be_met_by_trying(it));
    possible += found.possible;
    if (!found.possible) check_shortages(it, found);
    if (found.possible && !found.exempt) check_seats(it, found);

    const auto departures = after_leaving(it, 3);
    REQUIRE(departures.is_complete());
    std::size_t fewest = 4;
    std::set<user_id> critical;
    for (std::size_t size = 0; size <= 3; ++size)
      for (const auto& gone : sets_of(people_of(it), size)) {
        if (can_be_met_by_trying(without(it, gone))) continue;
        fewest = std::min(fewest, size);
        if (size == 1) critical.insert(gone[0]);
      }
    REQUIRE((departures.breaking ? departures.breaking->people.size() : 4) == fewest);
    if (departures.breaking) check_breaking(it, *departures.breaking);
    ++broken_by[fewest];

    std::set<user_id> told;
    for (const auto& each : single_points_of_failure(it)) told.insert(each.user);
    REQUIRE(told == (found.possible ? critical : std::set<user_id>{}));

    for (auto& each : it.members) each.may_decide = true;  // the rule does not look at it
    REQUIRE(can_be_met(it).possible != stands(it).unsatisfiable);
    const auto again = after_leaving(it, 3);
    if (again.breaking) REQUIRE(stands(without(it, again.breaking->people)).unsatisfiable);
  }
  CHECK(possible > 2'000);
  CHECK(possible < 8'000);
  for (std::size_t size = 0; size <= 4; ++size) CHECK(broken_by[size] > 100);
}

}  // TEST_SUITE("analysis/quorum")
