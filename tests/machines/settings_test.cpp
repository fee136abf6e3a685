// SPDX-License-Identifier: Apache-2.0
// Texts, properties, policies and templates of a workspace.
#include "charter/machines/settings/rules.hpp"

#include <doctest/doctest.h>

TEST_SUITE("machines/settings") {

using namespace charter;
using machine = settings::machine;
using words = std::vector<std::string>;

TEST_CASE("a property's name falls into words [D42]") {
  CHECK(settings::words_of("dbPassword") == words{"db", "password"});
  CHECK(settings::words_of("DB_API-key 2") == words{"db", "api", "key", "2"});
  CHECK(settings::words_of("APIkey") == words{"apikey"});
  CHECK(settings::words_of("__").empty());
}

TEST_CASE("a property looks like a credential when one whole word says so [R193]") {
  const words secrets{"password", "Token"};
  CHECK(settings::secret_word("dbPassword", secrets) == "password");
  CHECK(settings::secret_word("TOKEN", secrets) == "token");
  CHECK_FALSE(settings::secret_word("passwords", secrets));
  CHECK_FALSE(settings::secret_word("tokenizer", secrets));
}

TEST_CASE("a property set again keeps its place") {
  workspace::details it;
  machine::apply(it, workspace::property_set{{}, "colour", "red"});
  machine::apply(it, workspace::property_set{{}, "size", "big"});
  machine::apply(it, workspace::property_set{{}, "colour", "blue"});
  REQUIRE(it.properties.size() == 2);
  CHECK(it.properties.front().first == "colour");
  CHECK(it.properties.front().second == workspace::property_value("blue"));
  machine::apply(it, workspace::property_unset{{}, "colour"});
  CHECK(it.properties.size() == 1);
}

TEST_CASE("who leaves drops out of groups and allow-lists [D14]") {
  constexpr user_id ann{1}, bob{2}, cy{3};
  workspace::policies it;
  approval::policy groups{
      approval::approval_mode::groups, std::vector<approval::group>{{"legal", 1, {ann, bob}}}, {}};
  machine::apply(it, workspace::approval_policy_set{{}, groups});
  machine::apply(it,
                 workspace::run_policy_set{{}, {runs::run_mode::specific, std::vector<user_id>{cy, bob}}});
  CHECK(machine::names(it, ann));
  CHECK(machine::names(it, cy));
  machine::forget(it, bob);
  CHECK_FALSE(machine::names(it, bob));
  CHECK(it.approval->groups->front().members == std::vector<user_id>{ann});
  machine::forget(it, cy);
  CHECK(it.run->users->empty());
  CHECK_FALSE(machine::names(it, cy));
}

TEST_CASE("a policy for all gives nobody a place of their own") {
  workspace::policies it;
  machine::apply(it, workspace::approval_policy_set{{}, {}});
  CHECK_FALSE(machine::names(it, user_id{1}));
}

}  // TEST_SUITE("machines/settings")
