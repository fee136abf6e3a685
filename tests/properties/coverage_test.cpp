// SPDX-License-Identifier: Apache-2.0
// The generator itself: it reaches every command, meets many refusals, and is mostly legal.
#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "charter/rules/validate.hpp"
#include "charter/testing/sample_rulebooks.hpp"
#include "drive.hpp"

TEST_SUITE("properties/coverage") {

namespace {

template <class... Commands>
std::set<std::string> names_of(charter::type_list<Commands...>) {
  return {std::string(Commands::message_name)...};
}

}  // namespace

TEST_CASE("the sample rulebooks are valid") {
  for (const auto& book : charter::testing::sample_rulebooks())
    for (const auto& fault : charter::rules::validate(book))
      FAIL_CHECK(book.name << ": " << fault.entry << fault.reason);
  CHECK(charter::testing::sample_rulebooks().size() >= 10);
}

TEST_CASE("every command occurs and is accepted; at least half of the moves are") {
  auto missing = names_of(charter::detail::all_commands_list{});
  std::set<std::string> slugs;
  CHECK(missing.size() > 60);
  for (std::size_t book = 0; book < charter::testing::sample_rulebooks().size(); ++book) {
    const auto told = properties::tell(book, 1, 200, 10);
    const auto all = told.accepted + told.refused + told.repeated;
    std::cout << charter::testing::sample_rulebooks()[book].name << ": " << 100 * told.accepted / all
              << " % accepted, " << told.commands.size() << " commands, " << told.slugs.size()
              << " refusals\n";
    CHECK(2 * told.accepted >= all);
    CHECK(told.repeated > 0);
    CHECK(told.commands.size() >= 40);
    CHECK(told.slugs.size() >= 20);
    for (const auto& each : told.commands) missing.erase(each);
    slugs.insert(told.slugs.begin(), told.slugs.end());
  }
  for (const auto& each : missing) FAIL_CHECK("never accepted: " << each);
  std::cout << slugs.size() << " refusals in all\n";
  CHECK(slugs.size() >= 45);
}

}  // TEST_SUITE("properties/coverage")
