// SPDX-License-Identifier: Apache-2.0
// The small values of the rules: sets of columns, sets of conditions, run policies, spellings.
#include "charter/rules/columns.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "charter/rules/run_policy.hpp"
#include "charter/rules/words.hpp"

TEST_SUITE("rules/columns") {

namespace {

using namespace charter;
using names = std::vector<std::string>;

column_set some(names of) { return {std::move(of)}; }

template <spelled Enum>
void check_spelling() {
  const auto& all = enum_names<Enum>::names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto each = static_cast<Enum>(i);
    CHECK_FALSE(to_text(each).empty());
    CHECK(parse_enum<Enum>(to_text(each)) == each);
  }
  CHECK(std::set<std::string_view>(all.begin(), all.end()).size() == all.size());
  CHECK(parse_enum<Enum>("") == std::nullopt);
  CHECK(parse_enum<Enum>(std::string(all.front()) + " ") == std::nullopt);
}
template <spelled... Enums>
void check_spellings() {
  (check_spelling<Enums>(), ...);
}

}  // namespace

TEST_CASE("all columns cover everything, and only all columns cover all") {
  CHECK(column_set{}.all());
  CHECK(column_set{}.covers({}));
  CHECK(column_set{}.covers(some({"age"})));
  CHECK_FALSE(some({"age"}).covers({}));
  CHECK_FALSE(some({"age"}).all());
}

TEST_CASE("named columns cover what they name, in any order and however often") {
  const auto both = some({"age", "sex"});
  CHECK(both.covers(both));
  CHECK(both.covers(some({"sex"})));
  CHECK(both.covers(some({"sex", "age", "sex"})));
  CHECK_FALSE(both.covers(some({"age", "name"})));
  CHECK_FALSE(both.covers(some({"Age"})));
}

TEST_CASE("a list without names is no columns, not all of them") {
  CHECK_FALSE(some({}).all());
  CHECK_FALSE(some({}).covers(some({"age"})));
  CHECK_FALSE(some({}).covers({}));
  CHECK(some({"age"}).covers(some({})));
  CHECK(some({}) != column_set{});
}

TEST_CASE("an emptied allow-list names nobody, nor does a policy without one [D24]") {
  const user_id alice{1}, bob{2};
  CHECK(runs::names({rules::run_mode::specific, {{alice}}}, alice));
  CHECK_FALSE(runs::names({rules::run_mode::specific, {{alice}}}, bob));
  CHECK_FALSE(runs::names({rules::run_mode::specific, std::vector<user_id>{}}, alice));
  CHECK_FALSE(runs::names({rules::run_mode::all, {}}, alice));
  CHECK(runs::all().mode == rules::run_mode::all);
  CHECK(runs::creator().mode == rules::run_mode::creator);
  CHECK(runs::specific({"alice"}).users == std::vector<ref<user_id>>{"alice"});
}

TEST_CASE("a set of conditions holds each once and tells them in the order of the denial rule") {
  condition_set set;
  CHECK(set.empty());
  for (const auto each :
       {condition::owning_organization, condition::approved, condition::member, condition::approved})
    set.add(each);
  CHECK(set.size() == 3);
  CHECK(set.has(condition::approved));
  CHECK_FALSE(set.has(condition::creator));
  std::vector<condition> told;
  set.for_each([&](condition one) { told.push_back(one); });
  CHECK(told == std::vector{condition::member, condition::approved, condition::owning_organization});
  CHECK(set.bits() == 0b1000011);
}

TEST_CASE("every choice of a rulebook is spelled once and read back") {
  check_spellings<condition, subject, need, charset>();
  check_spellings<rules::role_scope, rules::work, rules::asset_type, rules::candidates_from>();
  check_spellings<rules::membership_mode, rules::existing_accounts, rules::on_account_created>();
  check_spellings<rules::eligible_organization, rules::duplicate_invitation, rules::decline>();
  check_spellings<rules::own_role_change, rules::run_mode, rules::approval_mode>();
  check_spellings<rules::after_creation, rules::archive_visibility>();
  CHECK(to_text(rules::membership_mode::sealed) == "sealed");
  CHECK(to_text(rules::candidates_from::everyone) == "everyone");
  CHECK(to_text(rules::decline::may_accept_later) == "may_accept_later");
  CHECK(to_text(need::not_archived) == "not_archived");
  CHECK(find_condition("same_organization") == condition::same_organization);
  CHECK(find_condition("Member") == std::nullopt);
}

TEST_CASE("every permission of the engine has a name of its own that finds it") {
  for (std::size_t i = 0; i < engine_permissions.size(); ++i)
    CHECK(find_engine_permission(engine_permissions[i].name)->value == i);
  CHECK(engine_permissions[permissions::job_create.value].needs == need::active);
  CHECK(engine_permissions[permissions::result_export.value].about == subject::run);
  CHECK_FALSE(find_engine_permission("job"));
  CHECK_FALSE(find_engine_permission(""));
}

}  // TEST_SUITE("rules/columns")
