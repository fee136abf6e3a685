// SPDX-License-Identifier: Apache-2.0
// Bridge people: what is answered is held against really taking people away.
#include "charter/analysis/bridges.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "../realm/happen.hpp"
#include "cast.hpp"
#include "charter/analysis/collaboration.hpp"

TEST_SUITE("analysis/bridges") {

using namespace analysis_tests;

namespace {

bool meet(const realm& world, organization_id a, organization_id b) {
  for (const auto& each : connected_clusters(world)) {
    const auto has = [&](organization_id it) {
      return std::count(each.organizations.begin(), each.organizations.end(), it) > 0;
    };
    if (has(a) && has(b)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("one person alone between two organizations, of neither of them") {
  cast here;
  here.organization("hospital", {"alice", "ann"});
  here.organization("lab", {"bob", "ben"});
  here.organization("agency", {"carl"});
  here.workspace("ward", "hospital", {"alice", "ann", "carl"});
  here.workspace("bench", "lab", {"bob", "ben", "carl"});
  const auto found = bridges_between(here.world(), here.of("hospital"), here.of("lab"));
  REQUIRE(found);
  CHECK(found->connected);
  CHECK(here.names(found->alone) == strings{"carl"});
  CHECK(here.names(found->together) == strings{"carl"});
  CHECK(here.names(found->shortest.workspaces) == strings{"ward", "bench"});
  REQUIRE(found->shortest.people.size() == 3);
  CHECK(here.names(found->shortest.people)[1] == "carl");

  // Take carl away by a command: they meet no more. Bring him back: they do.
  here.must("operator", user::deactivate{"carl"});
  CHECK_FALSE(meet(here.world(), here.of("hospital"), here.of("lab")));
  const auto apart = bridges_between(here.world(), here.of("hospital"), here.of("lab"));
  REQUIRE(apart);
  CHECK_FALSE(apart->connected);
  CHECK(apart->shortest.people.empty());
  here.must("operator", user::reactivate{"carl"});
  for (const auto* each : {"ward", "bench"}) here.add(each, "carl");
  CHECK(meet(here.world(), here.of("hospital"), here.of("lab")));
}

TEST_CASE("several alone on one path, and several that are needed together") {
  cast here;
  here.organization("hospital", {"alice"});
  here.organization("lab", {"bob", "ben"});
  here.organization("agency", {"carl", "cora"});
  here.workspace("ward", "hospital", {"alice", "carl", "cora"});
  here.workspace("bench", "lab", {"bob", "carl", "cora"});
  const auto first = bridges_between(here.world(), here.of("hospital"), here.of("lab"));
  REQUIRE(first);
  CHECK(here.names(first->alone) == strings{"alice", "bob"});
  here.provision("ann", "hospital");
  here.add("ward", "ann");
  here.add("bench", "ben");
  const auto second = bridges_between(here.world(), here.of("hospital"), here.of("lab"));
  REQUIRE(second);
  CHECK(second->alone.empty());
  CHECK(second->together.size() == 2);
  for (const auto& each : here.names(second->together)) {
    CHECK(meet(here.world(), here.of("hospital"), here.of("lab")));
    here.must("operator", user::deactivate{each});
  }
  CHECK_FALSE(meet(here.world(), here.of("hospital"), here.of("lab")));
}

TEST_CASE("organizations that are not there, and one and the same") {
  cast here;
  here.organization("hospital", {});
  const auto unknown = bridges_between(here.world(), here.of("hospital"), organization_id{7});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().slug == "not_found");
  const auto same = bridges_between(here.world(), here.of("hospital"), here.of("hospital"));
  REQUIRE_FALSE(same);
  CHECK(same.error().slug == "same_organization");
}

namespace {

/// Some people of some organizations at work in some workspaces, from bare events.
realm small_world(std::mt19937_64& random) {
  realm out;
  out.rules = std::make_shared<const rule_set>(rulebooks::opaque_open());
  const auto happens = [&](auto what) { charter_tests::happen(out, make_event(std::move(what)), {}); };
  const auto below = [&](std::uint64_t end) { return static_cast<std::uint32_t>(random() % end); };
  const auto organizations = 2 + below(3), people = 3 + below(6), workspaces = 1 + below(6);
  for (std::uint32_t i = 0; i < organizations; ++i)
    happens(organization::created{{i}, "o" + std::to_string(i), "O"});
  for (std::uint32_t i = 0; i < people; ++i) {
    const organization_id home{below(organizations)};
    happens(user::provisioned{{i}, "u" + std::to_string(i), "u" + std::to_string(i) + "@o.org", {}, home});
    const organization_id second{below(organizations)};
    if (below(8) == 0 && second != home) happens(user::joined{{i}, second});
    if (below(12) == 0) happens(user::deactivated{{i}});
  }
  for (std::uint32_t i = 0; i < workspaces; ++i) {
    workspace::created made;
    made.workspace = {i};
    made.key = "w" + std::to_string(i);
    made.kind = "analytics";
    made.mode = rules::membership_mode::open;
    happens(made);
    const auto density = 2 + below(3);
    for (std::uint32_t who = 0; who < people; ++who)
      if (below(density) == 0) happens(workspace::member_added{{i}, {who}, {}, {}});
    happens(workspace::activated{{i}, {}});
    if (below(12) == 0) happens(workspace::archived{{i}});
  }
  return out;
}

realm without(realm world, const std::vector<user_id>& people) {
  for (const auto each : people) charter_tests::happen(world, make_event(user::deactivated{each}), {});
  return world;
}

/// Whether some set of that many people separates the two.
bool separates(const realm& world, organization_id a, organization_id b, std::size_t size,
               user_id from = {}) {
  if (size == 0) return !meet(world, a, b);
  for (auto each = from; world.users.has(each); ++each.value)
    if (separates(without(world, {each}), a, b, size - 1, {each.value + 1})) return true;
  return false;
}

}  // namespace

TEST_CASE("bridges, cuts and bridge persons are those that taking everybody away in turn finds") {
  std::mt19937_64 random(4);
  std::size_t alone = 0, together = 0, bridge_persons = 0;
  for (int round = 0; round < 1500; ++round) {
    const auto world = small_world(random);
    std::vector<user_id> expected_bridges;
    for (organization_id a; world.organizations.has(a); ++a.value)
      for (organization_id b{a.value + 1}; world.organizations.has(b); ++b.value) {
        const auto found = bridges_between(world, a, b);
        REQUIRE(found);
        INFO("round ", round, ", ", to_text(a), " and ", to_text(b));
        REQUIRE(found->connected == meet(world, a, b));
        if (!found->connected) continue;
        std::vector<user_id> expected;
        for (user_id each; world.users.has(each); ++each.value)
          if (!meet(without(world, {each}), a, b)) expected.push_back(each);
        expected_bridges.insert(expected_bridges.end(), expected.begin(), expected.end());
        auto got = found->alone;
        std::sort(got.begin(), got.end());
        REQUIRE(got == expected);
        REQUIRE_FALSE(meet(without(world, found->together), a, b));
        REQUIRE_FALSE(separates(world, a, b, found->together.size() - 1));
        alone += expected.empty() ? 0 : 1;
        together += found->together.size() > 1 ? 1 : 0;
      }
    std::vector<std::string> expected, got;
    for (user_id each; world.users.has(each); ++each.value)
      if (std::count(expected_bridges.begin(), expected_bridges.end(), each) > 0)
        expected.push_back(label(world, each));
    for (const auto& each : check_collaboration(world))
      if (each.slug == "bridge_person") got.push_back(each.about);
    INFO("round ", round);
    REQUIRE(got == expected);
    bridge_persons += got.size();
  }
  CHECK(alone > 300);
  CHECK(together > 300);
  CHECK(bridge_persons > 300);
}

TEST_CASE("who is not decided about is named") {
  realm world;
  world.rules = std::make_shared<const rule_set>(rulebooks::opaque_open());
  const auto happens = [&](auto what) { charter_tests::happen(world, make_event(std::move(what)), {}); };
  // Two rooms of seventeen organizations each, joined by one person of none; and all of them meet elsewhere.
  constexpr std::uint32_t organizations = 34;
  for (std::uint32_t i = 0; i < 3; ++i) {
    workspace::created made;
    made.workspace = {i};
    made.key = "w" + std::to_string(i);
    made.kind = "analytics";
    made.mode = rules::membership_mode::open;
    if (i == 0) happens(organization::created{{0}, "o0", "O"});
    happens(made);
  }
  const auto person = [&](std::optional<organization_id> of) {
    const auto id = world.users.next();
    const auto key = "u" + std::to_string(id.value);
    happens(user::provisioned{id, key, key + "@o.org", {}, of});
    return id;
  };
  const auto bridge = person({});
  for (const std::uint32_t where : {0U, 1U}) happens(workspace::member_added{{where}, bridge, {}, {}});
  for (std::uint32_t i = 0; i < organizations; ++i) {
    if (i > 0) happens(organization::created{{i}, "o" + std::to_string(i), "O"});
    for (const auto where : {i % 2, std::uint32_t{2}})
      happens(workspace::member_added{{where}, person(organization_id{i}), {}, {}});
  }
  for (std::uint32_t i = 0; i < 3; ++i) happens(workspace::activated{{i}, {}});
  const auto all = check_collaboration(world);
  REQUIRE(find_finding(all, "bridge_undecided") != nullptr);
  CHECK(find_finding(all, "bridge_undecided")->witness == strings{"u0"});
  CHECK(find_finding(all, "bridge_person") == nullptr);
}

}  // TEST_SUITE("analysis/bridges")
