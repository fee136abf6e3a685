// SPDX-License-Identifier: Apache-2.0
// The search: what it finds is a shortest story that can be played again, what it does not find it counts,
// and none of what makes it fast changes what it sees.
#include "charter/analysis/explore.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "../../src/analysis/explore/alphabet.hpp"
#include "../../src/analysis/explore/search.hpp"
#include "../../src/analysis/explore/state_key.hpp"
#include "../sanitized.hpp"
#include "charter/analysis/cast.hpp"
#include "charter/analysis/scenario_text.hpp"
#include "charter/record/advance_realm.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/testing/scenario.hpp"

TEST_SUITE("analysis/explore") {

using namespace charter;
using namespace charter::analysis;

namespace {

using charter_tests::is_sanitized;

rules_ptr rules_of(const rules::rulebook& book) { return std::make_shared<const rule_set>(book); }

analysis::cast usual(const rules::rulebook& book) {
  auto made = make_usual_cast(rules_of(book));
  REQUIRE(made);
  return *made;
}

/// Reached by the events of the accepted_command.
template <class Event>
goal once_there_is(std::vector<area> areas) {
  return {"test", "Something happened.", std::move(areas), [](const accepted_command& it) {
            return std::any_of(it.events.begin(), it.events.end(),
                               [](const event& each) { return each.get_if<Event>() != nullptr; });
          }};
}
const goal never{
    "never", "Nothing.", {area::membership, area::jobs}, [](const accepted_command&) { return false; }, true};

/// Where a permission hangs on the review of a run's job, as in no rulebook that ships.
rules::rulebook with_approval_for(const std::string& permission, rules::rulebook book) {
  for (auto& role : book.grants)
    for (auto& each : role.grants)
      if (each.permission == permission)
        for (auto& alternative : each.alternatives) alternative.if_.push_back(condition::approved);
  return book;
}

search_result search_in(const realm& start, const goal& what, const search_scope& within, bool remembers) {
  const search_watch nobody;
  const auto moves = make_alphabet(start, within, within.areas.empty() ? what.areas : within.areas);
  search it(start, what, within, moves, nobody);
  if (!remembers) it.forget_outcomes();
  return it.run();
}

}  // namespace

TEST_CASE("what is found is a shortest story, and plays again as a scenario") {
  const auto there = usual(rulebooks::opaque_open());
  // Create, ask for approval (which is Alice's own at once), Bob's approval, run.
  const auto found = explore(there.start, once_there_is<run::started>({area::jobs, area::runs}), {});
  REQUIRE(found);
  CHECK(found->end == search_outcome::reached);
  REQUIRE(found->steps.size() == 4);
  CHECK(found->steps.front().what.name() == "job.create");
  CHECK(found->steps.back().what.name() == "run.start");
  CHECK(found->seen.depth == 3);

  const auto text =
      write_scenario("a run", "found by a search", there.start.book(), there.given, found->steps);
  const auto played = testing::run_scenario(text);
  CHECK(played.not_a_scenario == "");
  CHECK(played.passed == 4);
  CHECK(played.ok());
  CHECK(text.find("\"rulebook\": \"opaque_open\"") != std::string::npos);
}

TEST_CASE("a rulebook that is not shipped is written into the scenario") {
  auto book = rulebooks::opaque_open();
  book.membership.self_leave = false;
  const auto there = usual(book);
  const auto found = explore(there.start, once_there_is<workspace::member_removed>({area::membership}), {});
  REQUIRE(found);
  const auto played = testing::run_scenario(write_scenario("x", "", book, there.given, found->steps));
  CHECK(played.ok());
  CHECK(played.passed == found->steps.size());
}

TEST_CASE("how a search ends") {
  const auto there = usual(rulebooks::opaque_open());
  SUBCASE("all was seen") {
    const auto found = explore(there.start, never, {.areas = {area::jobs}});
    REQUIRE(found);
    CHECK(found->end == search_outcome::exhausted);
    CHECK(found->steps.empty());
    CHECK(found->seen.states > 10);
    CHECK(found->seen.transitions > found->seen.states);
  }
  SUBCASE("too many states") {
    const auto found = explore(there.start, never, {.states = 12});
    CHECK(found->end == search_outcome::states);
    CHECK(found->seen.states == 12);
  }
  SUBCASE("too deep") {
    const auto found = explore(there.start, never, {.depth = 2});
    CHECK(found->end == search_outcome::depth);
    CHECK(found->seen.depth == 2);
  }
  SUBCASE("stopped, having told how far it is") {
    std::vector<std::size_t> told;
    const goal anything{"x", "", {area::directory, area::membership, area::jobs}, never.is_reached};
    const auto found = explore(there.start, anything, {}, [&](const search_progress& now) {
      told.push_back(now.attempts);
      return told.size() < 3;
    });
    CHECK(found->end == search_outcome::stopped);
    REQUIRE(told.size() == 3);
    CHECK(told[0] < told[1]);
  }
}

TEST_CASE("bounds that say nothing are refused") {
  const auto there = usual(rulebooks::opaque_open());
  const auto slug = [&](const realm& start, const goal& what, const search_scope& within) {
    const auto found = explore(start, what, within);
    return found ? "" : found.error().slug;
  };
  CHECK(slug(there.start, never, {.states = 0}) == "bounds_too_small");
  CHECK(slug(there.start, never, {.depth = 0}) == "bounds_too_small");
  CHECK(slug(there.start, goal{"x", "", {}, never.is_reached}, {}) == "bounds_too_small");
  realm empty;
  empty.rules = there.start.rules;
  CHECK(slug(empty, never, {}) == "bounds_too_small");
  CHECK(slug(there.start, never, {.areas = {area::jobs}, .new_jobs = 3000}) == "too_many_moves");
}

TEST_CASE("what was tried before is not tried again, and nothing else changes") {
  std::vector<rules::rulebook> books;
  for (const auto name : rulebooks::shipped_names) books.push_back(*rulebooks::find_shipped(name));
  for (const auto* each : {"run.cancel", "run.view"})
    books.push_back(with_approval_for(each, rulebooks::opaque_open()));
  for (auto& book : books) {
    for (const bool shrinking_completes : {true, false}) {
      book.approval.shrinking_completes = shrinking_completes;
      const auto there = usual(book);
      // Everything at once, which does not lead far; and what leads to runs and away from them.
      for (const search_scope& within :
           {search_scope{.areas = {area::directory, area::workspaces, area::membership, area::invitations,
                                   area::policies, area::assets, area::jobs, area::runs},
           .states = is_sanitized ? 300U : 1500U},
            search_scope{.areas = {area::jobs, area::runs},
            .new_runs = 3,
            .states = is_sanitized ? 1000U : 1'000'000U},
            search_scope{.areas = {area::workspaces, area::membership, area::assets, area::jobs, area::runs},
            .new_workspaces = 0,
            .new_runs = 2,
            .states = is_sanitized ? 600U : 4000U}}) {
        const auto quick = search_in(there.start, never, within, true);
        const auto plain = search_in(there.start, never, within, false);
        CHECK(quick.seen.states == plain.seen.states);
        CHECK(quick.seen.transitions == plain.seen.transitions);
        CHECK(quick.seen.depth == plain.seen.depth);
        CHECK(quick.seen.attempts <= plain.seen.attempts);
        if (!is_sanitized) CHECK(quick.seen.attempts < plain.seen.attempts);
      }
    }
  }
}

TEST_CASE("realms that are taken for the same behave the same") {
  std::mt19937_64 dice(11);
  for (const auto name : rulebooks::shipped_names) {
    const auto there = usual(*rulebooks::find_shipped(name));
    const search_scope within{.new_jobs = 1, .new_runs = 1};
    const auto moves = make_alphabet(there.start, within,
                                     {area::directory, area::workspaces, area::membership, area::invitations,
                                      area::policies, area::assets, area::jobs, area::runs});
    const naming by_id(there.start, naming::by::id);
    const state_keys keys(there.start, false);
    std::map<std::uint64_t, std::vector<bool>> seen;
    std::size_t again = 0;
    for (int walk = 0; walk < (is_sanitized ? 12 : 40); ++walk) {
      realm world = there.start;
      for (int step = 0; step < 12; ++step) {
        std::vector<bool> accepted(moves.size());
        std::vector<realm> next;
        for (std::size_t m = 0; m < moves.size(); ++m) {
          if (!moves[m].may_be_tried(world)) continue;
          auto with = moves[m].with;
          with.at = with.clock = world.now;
          realm after = world;
          accepted[m] = advance_realm(after, with, moves[m].make(by_id, world)).has_value();
          if (accepted[m]) next.push_back(after);
        }
        part_hashes parts;
        keys.take(world, parts);
        const auto [known, is_new] = seen.emplace(state_keys::key_of(parts), accepted);
        again += !is_new;
        REQUIRE(known->second == accepted);
        if (next.empty()) break;
        world = next[dice() % next.size()];
      }
    }
    CHECK(again > (is_sanitized ? 8 : 40));
  }
}

TEST_CASE("people who stand alike are taken for one another") {
  auto there = usual(rulebooks::opaque_open());
  for (const std::string who : {"carol", "dan"}) {
    there.given.push_back(
        {actor::host(), user::provision{.key = who, .email = who + "@lab.org", .organization = "lab"}});
    there.given.push_back({actor::host(), user::record_sign_in{who}});
  }
  const auto larger = make_cast(there.start.rules, there.given);
  REQUIRE(larger);
  // Ben, Carol and Dan.
  CHECK(state_keys(larger->start, true).ways() == 6);
  CHECK(state_keys(larger->start, false).ways() == 1);
  const search_scope apart{.areas = {area::membership}, .symmetry = false},
      alike{.areas = {area::membership}};
  const auto all = explore(larger->start, never, apart), some = explore(larger->start, never, alike);
  REQUIRE(all);
  REQUIRE(some);
  CHECK(all->end == search_outcome::exhausted);
  CHECK(some->end == search_outcome::exhausted);
  CHECK(some->seen.states < all->seen.states);
  CHECK(some->seen.depth == all->seen.depth);

  const auto leaves = once_there_is<workspace::member_left>({area::membership});
  CHECK(explore(larger->start, leaves, apart)->steps.size() ==
        explore(larger->start, leaves, alike)->steps.size());
}

TEST_CASE("a cast of one's own") {
  const auto rules = rules_of(rulebooks::opaque_open());
  const auto no = make_cast(rules, {{actor::platform(), organization::create{"lab", "Lab"}},
                                    {actor::platform(), organization::create{"lab", "Lab"}}});
  REQUIRE(!no);
  CHECK(no.error().slug == "already_exists");
  REQUIRE(no.error().details.size() > 0);
  CHECK(no.error().details.back() == detail_value{"index", std::int64_t{1}});
  const auto unknown = make_usual_cast(rules, "spreadsheets");
  REQUIRE(!unknown);
  CHECK(unknown.error().slug == "unknown_kind");
}

TEST_CASE("the shipped goals are sorted, spelled as slugs, and found by name") {
  std::string last;
  for (const auto& each : goals()) {
    CHECK(last < each.name);
    CHECK(each.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    CHECK(each.message.ends_with('.'));
    CHECK(!each.areas.empty());
    CHECK(find_goal(each.name) == &each);
    last = each.name;
  }
  CHECK(find_goal("world_peace") == nullptr);
}

}  // TEST_SUITE("analysis/explore")
