// SPDX-License-Identifier: Apache-2.0
// Organizations and users: accounts, belonging, roles.
#include "charter/machines/directory/rules.hpp"

#include <doctest/doctest.h>

TEST_SUITE("machines/directory") {

using namespace charter;
using machine = directory::machine;

namespace {

constexpr organization_id hospital{0}, lab{1};
constexpr role_index admin{0}, member{2};
constexpr auto later = instant{std::chrono::hours{5}};

user::state belongs_to_both() {
  user::state it;
  machine::apply(it, user::joined{{}, hospital});
  machine::apply(it, user::joined{{}, lab});
  return it;
}

}  // namespace

TEST_CASE("an account signs in, sleeps and wakes") {
  user::state it;
  CHECK_FALSE(it.signed_in);
  machine::apply(it, user::signed_in{});
  machine::apply(it, user::deactivated{});
  CHECK(it.status == user::status::deactivated);
  CHECK(it.signed_in);
  machine::apply(it, user::reactivated{});
  CHECK(it.status == user::status::active);
}

TEST_CASE("who leaves one organization still belongs to the other [R196]") {
  auto it = belongs_to_both();
  machine::apply(it, user::removed{{}, hospital});
  CHECK_FALSE(it.belongs_to(hospital));
  CHECK(it.belongs_to(lab));
  user::state other;
  machine::apply(other, user::joined{{}, hospital});
  CHECK_FALSE(it.shares_organization(other));
  machine::apply(other, user::joined{{}, lab});
  CHECK(it.shares_organization(other));
}

TEST_CASE("a role given again gets the new end, and is held once") {
  auto it = belongs_to_both();
  machine::apply(it, role::assigned{{}, hospital, "admin", {}}, admin);
  machine::apply(it, role::assigned{{}, hospital, "admin", later}, admin);
  REQUIRE(it.standing->roles.size() == 1);
  CHECK(it.find_role(hospital, admin)->until == later);
  CHECK(it.find_role(hospital, admin)->counts(later - duration{1}));
  CHECK_FALSE(it.find_role(hospital, admin)->counts(later));
  CHECK(it.find_role(lab, admin) == nullptr);
}

TEST_CASE("roles go one by one, by organization, or all") {
  auto it = belongs_to_both();
  for (const auto where : {hospital, lab})
    for (const auto what : {admin, member}) machine::apply(it, role::assigned{{}, where, "", {}}, what);
  auto one = it, there = it, all = it;
  machine::apply(one, role::withdrawn{{}, hospital, ""}, admin);
  CHECK(one.standing->roles.size() == 3);
  CHECK(one.find_role(hospital, member));
  machine::apply(there, roles::ended{{}, lab, "user.removed"});
  CHECK(there.standing->roles.size() == 2);
  CHECK(there.find_role(lab, admin) == nullptr);
  machine::apply(all, roles::ended{{}, {}, "user.deactivated"});
  CHECK(all.standing->roles.empty());
  CHECK(it.standing->roles.size() == 4);
  machine::lapse(it, lab, member);
  CHECK(it.find_role(lab, member) == nullptr);
}

}  // TEST_SUITE("machines/directory")
