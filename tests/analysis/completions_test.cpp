// SPDX-License-Identifier: Apache-2.0
// Whose approval completes a review: every set is run through the rule, and nothing smaller is enough.
#include "charter/analysis/completions.hpp"

#include <doctest/doctest.h>

#include <set>

#include "electorates.hpp"

TEST_SUITE("analysis/completions") {

using namespace quorum_sample;

namespace {

/// All smallest sets, by trying every one.
std::set<users> all_smallest(const electorate& it) {
  const auto people = undecided(it);
  for (std::size_t size = 0; size <= people.size(); ++size) {
    std::set<users> out;
    for (const auto& each : sets_of(people, size))
      if (is_met_by(it, together(approvers(it), each))) out.insert(each);
    if (!out.empty()) return out;
  }
  return {};
}

std::set<users> as_set(const completions& it) { return {it.sets.begin(), it.sets.end()}; }

/// A policy where no choice is obviously the best: many groups that overlap at random.
electorate tangled(std::uint32_t people, std::uint32_t groups) {
  std::mt19937 random(5);
  electorate it = everybody(0);
  for (std::uint32_t i = 0; i < people; ++i) it.members.push_back({user_id{i}});
  it.in_force = {approval::approval_mode::groups, std::vector<approval::group>{}, {}};
  for (std::uint32_t g = 0; g < groups; ++g) {
    approval::group made{"g" + std::to_string(g), 1 + static_cast<std::int64_t>(random() % 2), {}};
    for (std::uint32_t i = 0; i < people; ++i)
      if (random() % 6 == 0) made.members.push_back({i});
    it.in_force.groups->push_back(std::move(made));
  }
  return it;
}

}  // namespace

TEST_CASE("people who sit in several groups make the smallest sets") {
  const auto it =
      in_groups(4, {{"owners", 1, {alice, bob}}, {"methods", 1, {bob, carol}}, {"lab", 1, {carol, dave}}});
  const auto found = smallest_completions(it, 10);
  CHECK(found.possible);
  CHECK(found.is_smallest);
  CHECK(found.size == 2);
  CHECK(found.count == 3);
  CHECK(found.count_is_exact);
  CHECK(found.sets == std::vector<users>{{alice, carol}, {bob, carol}, {bob, dave}});
  for (const auto& each : found.sets) CHECK(stands(approved_by(it, each)).satisfied);
}

TEST_CASE("what was approved counts, and moves to other seats where each fills one") {
  auto it = in_groups(4, {{"owners", 1, {alice, bob}}, {"methods", 1, {bob, carol, dave}}}, true);
  it.ballots = {{bob, approval::verdict::approve, false}};
  const auto found = smallest_completions(it, 10);
  CHECK(found.size == 1);
  CHECK(found.sets == std::vector<users>{{alice}, {carol}, {dave}});
  for (const auto& each : found.sets) CHECK(stands(approved_by(it, each)).satisfied);
  it.ballots.push_back({carol, approval::verdict::approve, false});
  CHECK(smallest_completions(it, 10).size == 0);
}

TEST_CASE("in mode all everybody who has not approved") {
  auto it = everybody(3);
  it.ballots = {{bob, approval::verdict::approve, false}};
  CHECK(smallest_completions(it, 10).sets == std::vector<users>{{alice, carol}});
  it.ballots.push_back({alice, approval::verdict::reject, false});
  CHECK_FALSE(smallest_completions(it, 10).possible);
}

TEST_CASE("nothing completes what cannot be met, and nothing is wanting where nobody else is there") {
  CHECK_FALSE(smallest_completions(in_groups(3, {}), 10).possible);
  CHECK_FALSE(smallest_completions(in_groups(3, {{"none", 0, {alice}}}), 10).possible);
  CHECK_FALSE(smallest_completions(in_groups(3, {{"none", 0, {alice}}}, true), 10).possible);
  CHECK_FALSE(smallest_completions(in_groups(3, {{"strangers", 1, {frank}}}), 10).possible);
  CHECK_FALSE(smallest_completions(in_groups(3, {{"a", 1, {alice}}, {"b", 1, {alice}}}, true), 10).possible);
  CHECK(smallest_completions(in_groups(1, {{"strangers", 1, {frank}}}), 10).size == 0);
}

TEST_CASE("a held review waits for anybody's decision [D15]") {
  auto it = in_groups(3, {{"owners", 1, {alice, bob, carol}}});
  it.ballots = {{alice, approval::verdict::approve, false}};
  it.held = true;
  const auto found = smallest_completions(it, 10);
  CHECK(found.size == 1);
  CHECK(found.sets == std::vector<users>{{bob}, {carol}});
  it.members[1].may_decide = it.members[2].may_decide = false;
  CHECK_FALSE(smallest_completions(it, 10).possible);
}

TEST_CASE("many sets are counted, and as many listed as were asked for") {
  electorate it = everybody(0);
  approval::group group{"large", 3, {}};
  for (std::uint32_t i = 0; i < 100; ++i) {
    it.members.push_back({user_id{i}});
    group.members.push_back({i});
  }
  for (const bool distinct : {false, true}) {
    it.rules.distinct_approvers = distinct;
    it.in_force = {approval::approval_mode::groups, std::vector<approval::group>{group}, {}};
    const auto found = smallest_completions(it, 5);
    CHECK(found.count == 161'700);
    CHECK(found.count_is_exact);
    CHECK(found.sets.size() == 5);
    CHECK(smallest_completions(it, 0).sets.empty());
    it.in_force.groups->at(0).minimum = 50;
    const auto more = smallest_completions(it, 1);
    CHECK(more.count > 1'000'000'000);
    CHECK_FALSE(more.count_is_exact);
    CHECK(more.end == search_end::complete);
  }
}

TEST_CASE("a bound that comes first leaves a set that completes the review") {
  auto it = tangled(60, 40);
  const auto cut = smallest_completions(it, 5, {50, {}});
  CHECK(cut.possible);
  CHECK_FALSE(cut.is_smallest);
  CHECK_FALSE(cut.count_is_exact);
  CHECK(cut.end == search_end::out_of_steps);
  REQUIRE(cut.sets.size() == 1);
  CHECK(cut.sets[0].size() == cut.size);
  CHECK(stands(approved_by(it, cut.sets[0])).satisfied);
  for (std::size_t i = 0; i < cut.size; ++i) {
    auto fewer = cut.sets[0];
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(stands(approved_by(it, fewer)).satisfied);
  }
  const auto stopped = smallest_completions(it, 5, within(std::chrono::seconds(0)));
  CHECK(stopped.end == search_end::stopped);
  CHECK(stopped.sets.size() == 1);

  it = tangled(60, 10);
  it.rules.distinct_approvers = true;
  const auto seated = smallest_completions(it, 5, {50, {}});
  CHECK(seated.is_smallest);
  CHECK_FALSE(seated.count_is_exact);
  REQUIRE(seated.sets.size() == 1);
  CHECK(seated.sets[0].size() == seated.size);
  CHECK(stands(approved_by(it, seated.sets[0])).satisfied);
}

TEST_CASE("10,000 random reviews: all smallest sets, as trying everything finds them") {
  electorate_maker make(77);
  std::set<std::size_t> sizes;
  int several = 0;
  for (int round = 0; round < 10'000; ++round) {
    CAPTURE(round);
    const auto it = make.next();
    const auto found = smallest_completions(it, 1'000);
    const auto wanted = all_smallest(it);
    REQUIRE(found.possible == !wanted.empty());
    if (!found.possible) continue;
    REQUIRE(as_set(found) == wanted);
    REQUIRE(found.sets.size() == wanted.size());
    REQUIRE(found.count == wanted.size());
    REQUIRE(found.count_is_exact);
    REQUIRE(found.is_smallest);
    for (const auto& each : found.sets) REQUIRE(stands(approved_by(it, each)).satisfied);
    sizes.insert(found.size);
    several += found.sets.size() > 1;
  }
  CHECK(sizes.size() >= 5);
  CHECK(several > 1'000);
}

}  // TEST_SUITE("analysis/completions")
