// SPDX-License-Identifier: Apache-2.0
// Filling seats: the known traps by hand, and many small plans against a search through every seating.
#include "charter/rules/matching.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <random>
#include <vector>

TEST_SUITE("rules/matching") {

namespace {

using namespace charter;
using counts = std::vector<std::size_t>;

std::size_t sum(const counts& of) { return std::accumulate(of.begin(), of.end(), std::size_t{0}); }

/// The most seats that can be filled, by trying every choice of every person from `person` on.
std::size_t best(const seating_plan& plan, counts& left, std::size_t person = 0) {
  if (person == plan.choices.size()) return 0;
  std::size_t most = best(plan, left, person + 1);
  for (const auto group : plan.choices[person]) {
    if (left[group] == 0) continue;
    --left[group];
    most = std::max(most, 1 + best(plan, left, person + 1));
    ++left[group];
  }
  return most;
}

seating_plan random_plan(std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  seating_plan plan;
  plan.seats.resize(below(5));
  for (auto& each : plan.seats) each = below(4);
  plan.choices.resize(below(7));
  for (auto& of_person : plan.choices)
    for (std::size_t group = 0; group < plan.seats.size(); ++group)
      if (below(5) < 2) of_person.push_back(group);
  return plan;
}

}  // namespace

TEST_CASE("who may sit in one group only is given that seat by the others [D21]") {
  CHECK(fill_seats({{1, 1}, {{0, 1}, {0}}}) == counts{1, 1});
  CHECK(fill_seats({{1, 1, 1}, {{0, 1}, {1, 2}, {0, 1}}}) == counts{1, 1, 1});
  CHECK(fill_seats({{1, 1, 1, 1}, {{0, 1}, {0, 1, 2}, {0, 2, 3}, {0}}}) == counts{1, 1, 1, 1});
  CHECK(fill_seats({{2, 1}, {{0, 1}, {0}, {0}}}) == counts{2, 1});
}

TEST_CASE("one person fills one seat, however many groups hold them") {
  CHECK(sum(fill_seats({{1, 1, 1}, {{0, 1, 2}}})) == 1);
  CHECK(sum(fill_seats({{2, 2}, {{0, 1}, {0, 1}, {0, 1}}})) == 3);
  CHECK(fill_seats({{2}, {{0, 0, 0}}}) == counts{1});
}

TEST_CASE("no seat is filled twice, and where there is none nobody sits") {
  CHECK(fill_seats({{}, {}}).empty());
  CHECK(fill_seats({{}, {{}, {}}}).empty());
  CHECK(fill_seats({{3, 2}, {}}) == counts{0, 0});
  CHECK(fill_seats({{0, 1}, {{0}, {0, 1}}}) == counts{0, 1});
  CHECK(fill_seats({{2}, {{0}, {0}, {0}, {}}}) == counts{2});
}

TEST_CASE("no other seating fills more, and each group keeps to its seats") {
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    const auto plan = random_plan(random);
    const auto filled = fill_seats(plan);
    REQUIRE(filled.size() == plan.seats.size());
    for (std::size_t group = 0; group < filled.size(); ++group) REQUIRE(filled[group] <= plan.seats[group]);
    auto left = plan.seats;
    REQUIRE(sum(filled) == best(plan, left));
  }
}

}  // TEST_SUITE("rules/matching")
