// SPDX-License-Identifier: Apache-2.0
// Ids as text, what merely looks like one, and references that a host may write in several ways.
#include "charter/base/id.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>

TEST_SUITE("base/id") {

namespace {

using namespace charter;

constexpr std::uint32_t last = 0xffffffffU;

bool is_user(std::string_view text) { return parse_id<user_id>(text).has_value(); }

template <class Id>
void check_text(const std::string& prefix) {
  CHECK(to_text(Id{0}) == prefix + "_0");
  CHECK(to_text(Id{7}) == prefix + "_7");
  CHECK(to_text(Id{last}) == prefix + "_4294967295");
  CHECK(parse_id<Id>(prefix + "_7") == Id{7});
  CHECK(parse_id<Id>("xyz_7") == std::nullopt);
  CHECK(has_id_form(prefix + "_7"));
}

}  // namespace

static_assert(sizeof(user_id) == 4);
static_assert(!std::is_convertible_v<std::uint32_t, user_id>);
static_assert(!std::is_convertible_v<workspace_id, user_id>);
static_assert(parse_id<workspace_id>("wsp_12") == workspace_id{12});

TEST_CASE("each kind of id has its own prefix") {
  check_text<organization_id>("org");
  check_text<user_id>("usr");
  check_text<workspace_id>("wsp");
  check_text<invitation_id>("inv");
  check_text<job_id>("job");
  check_text<run_id>("run");
  check_text<asset_id>("ast");
  check_text<data_policy_id>("pol");
  check_text<attestation_id>("att");
  CHECK_FALSE(parse_id<workspace_id>("usr_7"));
}

TEST_CASE("only the canonical spelling is an id, so that two texts never name the same thing") {
  CHECK(is_user("usr_0"));
  for (const auto text :
       {"", "usr", "usr_", "usr7", "usr-7", "usr__7", "usr_07", "usr_00", "usr_+7", "usr_-7", "usr_7 ",
        " usr_7", "usr_7a", "usr_0x7", "usr_7.0", "USR_7", "Usr_7", "users_7", "us_7"})
    CHECK_MESSAGE(!is_user(text), text);
}

TEST_CASE("an id has 32 bits, and a larger number is not cut down to one") {
  CHECK(parse_id<user_id>("usr_4294967295") == user_id{last});
  CHECK(parse_id<user_id>("usr_1000000000") == user_id{1'000'000'000});
  for (const auto text :
       {"usr_4294967296", "usr_4294967300", "usr_9999999999", "usr_42949672960", "usr_18446744073709551616",
        "usr_18446744073709551623", "usr_340282366920938463463374607431768211456"})
    CHECK_MESSAGE(!is_user(text), text);
}

TEST_CASE("every id is read back as the same") {
  std::mt19937 random(11);
  for (int i = 0; i < 5'000; ++i) {
    const job_id it{static_cast<std::uint32_t>(random()) >> (i % 32)};
    REQUIRE(parse_id<job_id>(to_text(it)) == it);
  }
}

TEST_CASE("a text has the form of an id or is free to be a key") {
  for (const auto text : {"alice", "study", "org", "org_", "org_x", "org_01", "orgs_1", "run_1_2", "_7", "7"})
    CHECK_MESSAGE(!has_id_form(text), text);
}

TEST_CASE("ids are ordered by number") {
  CHECK(user_id{} == user_id{0});
  CHECK(user_id{2} < user_id{10});
  CHECK(std::set<user_id>{{3}, {1}, {3}}.size() == 2);
}

TEST_CASE("a reference is the text it was written as, an id its canonical one") {
  CHECK(ref<user_id>(user_id{7}).text() == "usr_7");
  CHECK(ref<user_id>(user_id{7}) == ref<user_id>("usr_7"));
  CHECK(ref<user_id>(std::string("alice")) == ref<user_id>(std::string_view("alice")));
  CHECK(ref<user_id>("alice@hospital.org").text() == "alice@hospital.org");
  CHECK(ref<user_id>("Alice") != ref<user_id>("alice"));
  CHECK(ref<user_id>().empty());
  CHECK(ref<user_id>() == ref<user_id>(""));
  CHECK_FALSE(ref<user_id>(user_id{}).empty());
}

}  // TEST_SUITE("base/id")
