// SPDX-License-Identifier: Apache-2.0
// Who works with whom, and what is found in it: each finding's witness is tried out by commands.
#include "charter/analysis/collaboration.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "cast.hpp"
#include "charter/access/effective.hpp"
#include "charter/access/persons.hpp"
#include "charter/testing/moves.hpp"
#include "charter/testing/sample_rulebooks.hpp"

TEST_SUITE("analysis/collaboration") {

using namespace analysis_tests;

namespace {

/// A hospital and a lab that meet by alice alone.
struct thin_tie : cast {
  thin_tie() {
    organization("hospital", {"alice", "ann"});
    organization("lab", {"bob", "ben"});
    workspace("ward", "hospital", {"alice", "ann"});
    workspace("bench", "lab", {"bob", "ben"});
    workspace("study", "hospital", {"alice", "bob", "ben"});
  }
};

bool meet(const std::vector<cluster>& all, organization_id a, organization_id b) {
  return std::any_of(all.begin(), all.end(), [&](const cluster& each) {
    const auto& there = each.organizations;
    return std::count(there.begin(), there.end(), a) > 0 && std::count(there.begin(), there.end(), b) > 0;
  });
}

}  // namespace

TEST_CASE("collaborators now and before, with the workspaces") {
  thin_tie here;
  const auto of_alice = [&] { return *collaborators_of(here.world(), here.person("alice")); };
  auto found = of_alice();
  const auto bob = [&] {
    return *std::find_if(found.begin(), found.end(),
                         [&](const collaborator& each) { return each.user == here.person("bob"); });
  };
  CHECK(here.names(bob().now) == strings{"study"});
  CHECK(bob().before.empty());
  here.must("hospital_admin", workspace::remove_member{"study", here.address("bob")});
  found = of_alice();
  CHECK(bob().now.empty());
  CHECK(here.names(bob().before) == strings{"study"});
  here.add("study", "bob");
  found = of_alice();
  CHECK(here.names(bob().now) == strings{"study"});  // though the list has two rows of him
  CHECK(bob().before.empty());
  CHECK(found.size() == 4);  // ann, ben, and the administrator who was there once
  const auto nobody = collaborators_of(here.world(), user_id{1000});
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().slug == "not_found");
}

TEST_CASE("collaborators are those that the rules mean [D30]") {
  std::size_t pairs = 0, rulebook = 0;
  for (const auto& book : testing::sample_rulebooks()) {
    std::mt19937_64 random(70 + rulebook++);
    testing::driven_realm here(book);
    for (int i = 0; i < 300; ++i) here.execute(testing::next_attempt(here.world(), random));
    const auto& world = here.world();
    for (user_id user; world.users.has(user); ++user.value) {
      std::vector<user_id> expected, got;
      for (user_id other; world.users.has(other); ++other.value)
        if (other != user && have_collaborated(world, user, other)) expected.push_back(other);
      const auto found = collaborators_of(world, user);
      REQUIRE(found);
      for (const auto& each : *found) {
        got.push_back(each.user);
        CHECK(each.now.size() + each.before.size() > 0);
      }
      REQUIRE(got == expected);
      pairs += got.size();
    }
  }
  CHECK(pairs > 100);
}

TEST_CASE("clusters hold together what shares workspaces") {
  thin_tie here;
  const auto joined = connected_clusters(here.world());
  REQUIRE(joined.size() == 1);
  CHECK(here.names(joined[0].organizations) == strings{"hospital", "lab"});
  CHECK(here.names(joined[0].workspaces) == strings{"ward", "bench", "study"});
  CHECK(here.names(joined[0].people) == strings{"alice", "ann", "bob", "ben"});
  here.must("hospital_admin", workspace::archive{"study"});
  const auto apart = connected_clusters(here.world());
  REQUIRE(apart.size() == 2);
  CHECK(here.names(apart[1].people) == strings{"bob", "ben"});
}

TEST_CASE("finding: bridge_person, and taking the person away proves it") {
  thin_tie here;
  const auto all = check_collaboration(here.world());
  const auto* found = find_finding(all, "bridge_person");
  REQUIRE(found != nullptr);
  CHECK(found->severity == severity::warning);
  CHECK(found->about == "alice");
  CHECK(found->witness == strings{"lab", "study", "alice", "hospital"});
  CHECK_FALSE(found->fix.empty());
  CHECK(std::count_if(all.begin(), all.end(),
                      [](const finding& each) { return each.slug == "bridge_person"; }) == 1);

  CHECK(meet(connected_clusters(here.world()), here.of("hospital"), here.of("lab")));
  here.must("hospital_admin", workspace::remove_member{"study", "alice"});
  CHECK_FALSE(meet(connected_clusters(here.world()), here.of("hospital"), here.of("lab")));
  here.add("study", "alice");
  CHECK(meet(connected_clusters(here.world()), here.of("hospital"), here.of("lab")));
  // What the fix says mends it.
  here.add("study", "ann");
  CHECK(find_finding(check_collaboration(here.world()), "bridge_person") == nullptr);
}

TEST_CASE("finding: isolated_workspace") {
  cast here;
  here.organization("hospital", {"alice", "ann"});
  here.workspace("quiet", "hospital", {});
  here.workspace("desk", "hospital", {"alice"});
  const auto all = check_collaboration(here.world());
  REQUIRE(find_finding(all, "isolated_workspace", "quiet") != nullptr);
  CHECK(find_finding(all, "isolated_workspace", "quiet")->witness.empty());
  REQUIRE(find_finding(all, "isolated_workspace", "desk") != nullptr);
  CHECK(find_finding(all, "isolated_workspace", "desk")->severity == severity::note);
  CHECK(find_finding(all, "isolated_workspace", "desk")->witness == strings{"alice"});
  here.add("desk", "ann");
  here.must("hospital_admin", workspace::archive{"quiet"});
  CHECK(find_finding(check_collaboration(here.world()), "isolated_workspace") == nullptr);
}

TEST_CASE("finding: dataset_reaches_far, and who is named does see it") {
  cast here;
  here.organization("hospital", {"alice"});
  here.organization("lab", {"bob"});
  here.organization("agency", {"carl"});
  here.workspace("bench", "lab", {"alice", "bob"});
  here.must("alice", dataset::connect{"wards", "Wards", {}, {}, "bench"});
  // Nor do guests in its own workspace: those the hospital let in.
  here.workspace("ward", "hospital", {"alice", "carl"});
  here.must("alice", dataset::connect{"beds", "Beds", {}, {}, "ward"});
  // The lab owns the workspace: that much its owner knew.
  CHECK(find_finding(check_collaboration(here.world()), "dataset_reaches_far") == nullptr);
  const auto sees = [&] {
    const question asked{here.person("carl"), permissions::dataset_view, target(asset_id{0})};
    return effective(here.world(), asked).allowed();
  };
  CHECK_FALSE(sees());
  here.add("bench", "carl");
  const auto all = check_collaboration(here.world());
  const auto* found = find_finding(all, "dataset_reaches_far");
  REQUIRE(found != nullptr);
  CHECK(found->about == "wards");
  CHECK(found->severity == severity::warning);
  CHECK(found->witness == strings{"agency: carl in bench"});
  CHECK(sees());
  here.must("alice", dataset::unshare{"wards", "bench"});
  CHECK_FALSE(sees());
  CHECK(find_finding(check_collaboration(here.world()), "dataset_reaches_far") == nullptr);
}

TEST_CASE("a drawing boxes people by organization, marks bridges, and says what it left out") {
  thin_tie here;
  const auto all = draw_collaboration(here.world());
  REQUIRE(all);
  CHECK(all->title == "Who works where");
  CHECK_FALSE(all->is_directed);
  const auto node = [&](const diagram& it, std::string_view label) {
    const auto found = std::find_if(it.nodes.begin(), it.nodes.end(),
                                    [&](const diagram::node& each) { return each.label == label; });
    REQUIRE(found != it.nodes.end());
    return *found;
  };
  CHECK(node(*all, "alice").group == "hospital");
  CHECK(node(*all, "alice").stroke == stroke::marked);
  CHECK(node(*all, "bob").stroke == stroke::plain);
  CHECK(node(*all, "study").group.empty());
  CHECK(all->edges.size() == 7);
  const auto lab = draw_collaboration(here.world(), here.of("lab"));
  REQUIRE(lab);
  CHECK(lab->edges.size() == 5);  // the ward is none of its business
  CHECK(draw_collaboration(here.world(), organization_id{9}).error().slug == "not_found");

  here.workspace("hall", "hospital", {});
  for (int i = 0; i < 40; ++i) {
    here.provision("u" + std::to_string(i), "hospital");
    here.workspace("w" + std::to_string(i), "hospital", {"alice", "u" + std::to_string(i)});
  }
  const auto many = draw_collaboration(here.world());
  REQUIRE(many);
  CHECK(many->nodes.size() <= most_drawn);
  CHECK(many->title == "Who works where (left out: 14 workspaces, 14 people)");
  for (const auto& each : many->edges) CHECK(std::max(each.from, each.to) < many->nodes.size());

  for (int i = 0; i < 30; ++i) here.provision("v" + std::to_string(i), "hospital");
  for (int i = 0; i < 70; ++i) here.add("hall", (i < 40 ? "u" : "v") + std::to_string(i < 40 ? i : i - 40));
  const auto crowd = draw_collaboration(here.world());
  REQUIRE(crowd);
  CHECK(crowd->nodes.size() == most_drawn);
  CHECK(crowd->nodes.front().label == "hall");
  CHECK(crowd->edges.size() == most_drawn - 1);
}

}  // TEST_SUITE("analysis/collaboration")
