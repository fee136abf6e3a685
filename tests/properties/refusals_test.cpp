// SPDX-License-Identifier: Apache-2.0
// Deciding has no effect; a repeated command id does nothing twice.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "charter/testing/fingerprint.hpp"
#include "drive.hpp"

TEST_SUITE("properties/refusals") {

using charter::testing::attempt, charter::testing::fingerprint;
using properties::fail, properties::story;

TEST_CASE("deciding changes nothing, whatever the answer [D44]") {
  CHECK(properties::holds(
      "decide has no effect",
      [](const story& told) {
        properties::stage live(told.rulebook);
        for (const auto& each_move : told.moves) {
          const auto next = live.think_of(each_move);
          const auto before = fingerprint(live.world());
          const auto first = properties::judge(live.world(), next);
          const auto after = fingerprint(live.world());
          if (before != after)
            fail("deciding changed the realm: " + charter::testing::first_difference(before, after));
          const auto second = live.perform(next);
          if (first.accepted != second.accepted || first.why != second.why || first.repeats != second.repeats)
            fail("decided otherwise the second time: " + first.why.slug + " and " + second.why.slug);
          if (!second.accepted && fingerprint(live.world()) != before)
            fail("a refused command changed the realm");
          for (const auto& each : first.records)
            if (each.events.empty()) fail("an accepted command without an event: " + each.command);
        }
      },
      100));
}

namespace {

struct remembered {
  attempt asked;
  charter::position at_position;
};

/// The same id of the same actor: the same payload gives the first receipt, another is refused.
void check_repeats(const charter::realm& world, const remembered& one) {
  auto again = one.asked;
  const auto same = properties::judge(world, again);
  if (same.repeats != one.at_position || same.accepted || !same.records.empty())
    fail("a repeated command id was decided anew: " + same.why.slug);
  again.with.digest += " and more";
  const auto other = properties::judge(world, again);
  if (other.why.slug != "command_id_reused") fail("a reused command id passed: " + other.why.slug);
}

/// Once forgotten, an id may stand for something new.
void check_forgotten(const charter::realm& world, const remembered& one) {
  const auto again = properties::judge(world, one.asked);
  if (again.repeats == one.at_position) fail("a command id outside the window is remembered");
}

}  // namespace

TEST_CASE("a command id is remembered for as long as the rulebook says") {
  CHECK(properties::holds("command ids", [](const story& told) {
    std::vector<remembered> all;
    charter::position forgotten = 0;
    properties::follow(
        told, [&](const properties::stage& here, const attempt& next, const properties::answer& done) {
          const auto& world = here.world();
          const charter::position window = world.book().idempotency.window;
          if (world.head > window) forgotten = std::max(forgotten, world.head - window);
          if (done.accepted && next.with.id) {
            all.push_back({next, world.head});
            // By id: a later account may have the old name as its key.
            if (const auto& by = done.records.back().by; by.is_user()) all.back().asked.with.as = by.user;
          }
          for (const auto& each : all) {
            if (each.at_position % 7 != world.head % 7) continue;
            each.at_position > forgotten ? check_repeats(world, each) : check_forgotten(world, each);
          }
        });
  }));
}

}  // TEST_SUITE("properties/refusals")
