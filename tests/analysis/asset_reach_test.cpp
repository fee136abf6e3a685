// SPDX-License-Identifier: Apache-2.0
// Where a dataset or an integration gets to: each witness is carried out.
#include "charter/analysis/asset_reach.hpp"

#include <doctest/doctest.h>

#include "cast.hpp"
#include "charter/access/effective.hpp"

TEST_SUITE("analysis/asset_reach") {

using namespace analysis_tests;

namespace {

struct three_organizations : cast {
  three_organizations() {
    organization("hospital", {"alice"});
    organization("lab", {"bob"});
    organization("agency", {"carl"});
    workspace("study", "hospital", {"alice", "bob"});
    workspace("survey", "agency", {"alice", "carl"});
    workspace("talk", "agency", {"alice", "carl"}, "agentic");
  }
};

}  // namespace

TEST_CASE(
    "a dataset reaches who is at work where it is shared, and could reach where its creator shares it") {
  three_organizations here;
  here.must("alice", dataset::connect{"wards", "Wards", {}, {}, "study"});
  const auto found = reach_of(here.world(), asset_id{0});
  REQUIRE(found);
  REQUIRE(found->now.size() == 1);
  CHECK(label(here.world(), found->now[0].organization) == "lab");
  CHECK(found->now[0].seen_by == here.person("bob"));
  CHECK(found->now[0].through == here.place("study"));
  REQUIRE(found->next.size() == 1);
  const auto& next = found->next[0];
  CHECK(label(here.world(), next.organization) == "agency");
  CHECK(next.shared_by == here.person("alice"));

  // The second step, taken.
  const question asked{next.seen_by, permissions::dataset_view, asset_id{0}};
  CHECK_FALSE(effective(here.world(), asked).allowed());
  here.must(next.shared_by, dataset::share{"wards", ref<workspace_id>(next.to)});
  CHECK(effective(here.world(), asked).allowed());
  const auto then = reach_of(here.world(), asset_id{0});
  REQUIRE(then);
  CHECK(then->now.size() == 2);
  CHECK(then->next.empty());
}

TEST_CASE("an integration goes on only to workspaces of a kind that takes it") {
  three_organizations here;
  here.must("hospital_admin", integration::create{"mail", "Mail", {}, {}, "hospital", {}});
  const auto found = reach_of(here.world(), asset_id{0});
  REQUIRE(found);
  CHECK(found->now.empty());
  CHECK(found->next.empty());
  here.must("alice", integration::create{"chat", "Chat", {}, {}, {}, "talk"});
  const auto chat = reach_of(here.world(), asset_id{1});
  REQUIRE(chat);
  REQUIRE(chat->now.size() == 1);
  CHECK(label(here.world(), chat->now[0].organization) == "agency");
}

TEST_CASE("what is not there reaches nobody, and says so") {
  three_organizations here;
  CHECK(reach_of(here.world(), asset_id{0}).error().slug == "not_found");
  here.must("alice", dataset::connect{"wards", "Wards", {}, {}, "study"});
  here.must("alice", dataset::remove{"wards"});
  CHECK(reach_of(here.world(), asset_id{0}).error().slug == "not_found");
}

}  // TEST_SUITE("analysis/asset_reach")
