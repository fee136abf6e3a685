// SPDX-License-Identifier: Apache-2.0
// Replaying a log gives the realm that wrote it; copies of a realm never change while it goes on.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "charter/testing/fingerprint.hpp"
#include "drive.hpp"

TEST_SUITE("properties/replay") {

using charter::testing::fingerprint;
using properties::fail, properties::story;

namespace {

void must_equal(const std::string& what, const std::string& before, const std::string& after) {
  if (before != after) fail(what + ": " + charter::testing::first_difference(before, after));
}

}  // namespace

TEST_CASE("folding a log again gives an equal realm") {
  CHECK(properties::holds("replay equals live", [](const story& told) {
    properties::stage live(told.rulebook);
    properties::act_out(live, told);
    charter::realm again;
    for (const auto& each : live.records()) properties::fold_in(again, each);
    must_equal("replayed", fingerprint(live.world()), fingerprint(again));
  }));
}

TEST_CASE("advance arrives where folding its records does, and says when it left a trace") {
  CHECK(properties::holds("advance equals decide and fold", [](const story& told) {
    properties::stage live(told.rulebook);
    auto ahead = live.world();
    for (const auto& each : told.moves) {
      const auto next = live.think_of(each);
      const bool has_left_trace = properties::advance(ahead, next);
      const auto before = live.world();
      if (!live.perform(next).accepted) {
        if (!has_left_trace) must_equal("untouched", fingerprint(before), fingerprint(ahead));
        ahead = live.world();
      }
    }
    must_equal("advanced", fingerprint(live.world()), fingerprint(ahead));
  }));
}

TEST_CASE("a copy of a realm goes its own way") {
  CHECK(properties::holds("snapshots never change", [](const story& told) {
    properties::stage live(told.rulebook);
    std::vector<std::pair<charter::realm, std::string>> snapshots;
    for (std::size_t i = 0; i < told.moves.size(); ++i) {
      if (i % 10 == 0) snapshots.emplace_back(live.world(), fingerprint(live.world()));
      live.perform(live.think_of(told.moves[i]));
    }
    const auto last = fingerprint(live.world());
    for (auto& [copy, before] : snapshots) {
      must_equal("snapshot", before, fingerprint(copy));
      // The copy may live on as well: what the original did after it can be told to it.
      for (const auto& each : live.records())
        if (each.at_position > copy.head) properties::fold_in(copy, each);
      must_equal("snapshot that lived on", last, fingerprint(copy));
    }
    must_equal("the original", last, fingerprint(live.world()));
  }));
}

}  // TEST_SUITE("properties/replay")
