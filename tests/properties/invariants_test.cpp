// SPDX-License-Identifier: Apache-2.0
// What holds of every realm, and of every step from one to the next.
#include <doctest/doctest.h>

#include "drive.hpp"
#include "realm_invariants.hpp"
#include "step_invariants.hpp"

TEST_SUITE("properties/invariants") {

using properties::story;

TEST_CASE("counters, lists and indexes agree with what they are about") {
  CHECK(properties::holds("realm invariants", [](const story& told) {
    properties::follow(told, [](const properties::stage& here, const auto&, const properties::answer& done) {
      if (done.accepted) properties::realm_inspection(here.world()).run();
    });
  }));
}

TEST_CASE("archived and sealed workspaces stay as they are, limits and guards hold [D02, D07, D12, D46]") {
  CHECK(properties::holds("step invariants", [](const story& told) {
    properties::stage here(told.rulebook);
    auto before = here.world();
    for (const auto& each_move : told.moves)
      for (const auto& each : here.perform(here.think_of(each_move)).records) {
        auto after = before;
        properties::fold_in(after, each);
        properties::step_inspection(before, after, each).run();
        before = after;
      }
  }));
}

}  // TEST_SUITE("properties/invariants")
