// SPDX-License-Identifier: Apache-2.0
// What the shipped rulebooks promise: none of the goals is reached, however the people of a small realm go
// about it. `mutants` shows that each would be, were its guard not there.
#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "../sanitized.hpp"
#include "charter/analysis/cast.hpp"
#include "charter/analysis/explore.hpp"
#include "charter/rules/rulebooks/shipped.hpp"

TEST_SUITE("analysis/unreachable") {

using namespace charter;
using namespace charter::analysis;

namespace {

using charter_tests::is_sanitized;

analysis::cast usual(const rules::rulebook& book, const std::string& kind) {
  auto made = make_usual_cast(std::make_shared<const rule_set>(book), kind);
  REQUIRE(made);
  return *made;
}

void print(const std::string& where, const std::string& goal, const search_result& it) {
  std::printf("%-26s %-30s %s: %zu states, %zu transitions, depth %zu\n", where.c_str(), goal.c_str(),
              std::string(to_text(it.end)).c_str(), it.seen.states, it.seen.transitions, it.seen.depth);
}

}  // namespace

TEST_CASE("no goal is reached under a shipped rulebook") {
  for (const auto name : rulebooks::shipped_names) {
    const auto& book = *rulebooks::find_shipped(name);
    for (const auto& kind : book.kinds) {
      const auto there = usual(book, kind.name);
      for (const auto& each : goals()) {
        const auto found =
            explore(there.start, each, {.new_workspaces = 1, .states = is_sanitized ? 40U : 1500U});
        REQUIRE(found);
        CHECK_MESSAGE(found->end != search_outcome::reached, each.name, " under ", name);
        if (found->end == search_outcome::exhausted)
          print(std::string(name) + "/" + kind.name, each.name, *found);
      }
    }
  }
}

TEST_CASE("a million states without a run that was not approved") {
  const auto& goal = *find_goal("run_without_approval");
  std::size_t states = 0;
  const auto look = [&](const char* book, search_scope within) {
    if (is_sanitized) within.states = 5000;
    const auto there = usual(*rulebooks::find_shipped(book), "analytics");
    const auto found = explore(there.start, goal, within);
    REQUIRE(found);
    CHECK(found->end != search_outcome::reached);
    print(book, goal.name, *found);
    states += found->seen.states;
  };
  look("opaque_sealed", {.new_jobs = 2, .new_runs = 2});
  look("opaque_open", {});
  look("opaque_open", {.new_runs = 2, .states = 400'000});
  look(
      "opaque_open",
      {.areas = {area::membership, area::jobs, area::runs}, .new_jobs = 2, .new_runs = 2, .states = 400'000});
  CHECK((is_sanitized || states >= 1'000'000));
}

}  // TEST_SUITE("analysis/unreachable")
