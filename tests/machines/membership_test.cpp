// SPDX-License-Identifier: Apache-2.0
// Rows of a member list.
#include "charter/machines/membership/rules.hpp"

#include <doctest/doctest.h>

#include "charter/rules/rulebooks/openhexa.hpp"

TEST_SUITE("machines/membership") {

using namespace charter;
using machine = membership::machine;

namespace {
constexpr organization_id hospital{0}, lab{1};
constexpr auto end = instant{std::chrono::hours{1}};
}  // namespace

TEST_CASE("a row is listed until it ends, by event or by time [D05]") {
  membership::row it{user_id{1}, {}, end};
  CHECK(it.listed(end - duration{1}));
  CHECK_FALSE(it.listed(end));
  membership::row other{user_id{2}};
  CHECK(other.listed(end));
  machine::end(other);
  CHECK_FALSE(other.listed(instant{}));
}

TEST_CASE("a row is suspended by the first organization, and only that one reinstates it [D26]") {
  membership::row it{user_id{1}};
  machine::suspend(it, hospital);
  machine::suspend(it, lab);
  CHECK(it.suspended_by == hospital);
  CHECK(it.listed(instant{}));
  machine::reinstate(it, lab);
  CHECK(it.suspended_by == hospital);
  machine::reinstate(it, hospital);
  CHECK_FALSE(it.suspended_by);
}

TEST_CASE("a change of role takes the end it says, or none") {
  membership::row it{user_id{1}, role_index{4}, end};
  machine::apply(it, workspace::role_changed{}, role_index{5});
  CHECK(it.role == role_index{5});
  CHECK_FALSE(it.until);
}

TEST_CASE("down is to a role that the present one inherits, never to itself [D39]") {
  const rule_set rules(rulebooks::openhexa());
  const auto admin = *rules.find_role("admin"), editor = *rules.find_role("editor"),
             viewer = *rules.find_role("viewer");
  CHECK(machine::is_downward(rules, admin, editor));
  CHECK(machine::is_downward(rules, admin, viewer));
  CHECK_FALSE(machine::is_downward(rules, editor, admin));
  CHECK_FALSE(machine::is_downward(rules, editor, editor));
}

}  // TEST_SUITE("machines/membership")
