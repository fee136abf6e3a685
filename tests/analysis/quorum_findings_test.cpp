// SPDX-License-Identifier: Apache-2.0
// Each kind of finding, its witness run through the rule, and its fix followed.
#include "charter/analysis/quorum_findings.hpp"

#include <doctest/doctest.h>

#include <map>

#include "charter/analysis/quorum.hpp"
#include "charter/analysis/quorum_diagram.hpp"
#include "electorates.hpp"

TEST_SUITE("analysis/quorum_findings") {

using namespace quorum_sample;
using texts = std::vector<std::string>;

namespace {

std::vector<std::string> slugs(const std::vector<finding>& all) {
  std::vector<std::string> out;
  for (const auto& each : all) out.push_back(each.slug);
  return out;
}
finding the(const std::vector<finding>& all, const std::string& slug) {
  const finding* found = nullptr;
  for (const auto& each : all)
    if (each.slug == slug) {
      CHECK_MESSAGE(!found, "twice: " << slug);
      found = &each;
    }
  REQUIRE_MESSAGE(found, "no " << slug);
  CHECK(found->about == "study");
  CHECK_FALSE(found->fix.empty());
  CHECK(found->fix.back() == '.');
  CHECK(found->message.back() == '.');
  return *found;
}

user_id named(const electorate& it, const std::string& name) {
  for (const auto& [user, known] : it.names)
    if (known == name) return user;
  FAIL("nobody is called " << name);
  return {};
}

bool is_unsatisfiable(const electorate& it) { return stands(it).unsatisfiable; }

}  // namespace

TEST_CASE("nothing to say of a quorum that leaves room") {
  CHECK(check_quorum(in_groups(4, {{"owners", 1, {alice, bob}}, {"methods", 1, {carol, dave}}})).empty());
  CHECK(
      check_quorum(in_groups(4, {{"owners", 1, {alice, bob}}, {"methods", 1, {carol, dave}}}, true)).empty());
  CHECK(check_quorum(everybody(3)).empty());
}

TEST_CASE("quorum_unsatisfiable") {
  auto it = in_groups(4, {{"owners", 2, {alice, bob, carol}}, {"lab", 1, {dave, erin}}});
  it.members[1].active = it.members[2].active = false;
  const auto found = the(check_quorum(it), "quorum_unsatisfiable");
  CHECK(found.severity == severity::serious);
  CHECK(found.message ==
        "Nothing can be approved in 'study': 'owners' needs 2 approvals, and only alice can give them.");
  CHECK(found.witness == texts{"owners", "alice"});
  CHECK(is_unsatisfiable(it));
  it.in_force.groups->at(0).minimum = 1;
  CHECK_FALSE(is_unsatisfiable(it));
}

TEST_CASE("quorum_unsatisfiable in mode all, where the policy is fixed") {
  auto it = everybody(3);
  it.on_leaving = departure::inactive;
  it.policy_is_fixed = true;
  it.members[2].active = false;
  const auto found = the(check_quorum(it), "quorum_unsatisfiable");
  CHECK(found.witness == texts{"all", "alice", "bob"});
  CHECK(
      found.fix ==
      "Reactivate the inactive members; where that is not enough, archive the workspace and create another.");
  CHECK(is_unsatisfiable(it));
  it.members[2].active = true;
  CHECK_FALSE(is_unsatisfiable(it));
}

TEST_CASE("groups_compete") {
  auto it = in_groups(
      4, {{"data owners", 2, {alice, bob, dave}}, {"methods", 2, {alice, bob, dave}}, {"lab", 1, {carol}}},
      true);
  const auto found = the(check_quorum(it), "groups_compete");
  CHECK(found.severity == severity::serious);
  CHECK(found.message ==
        "Nothing can be approved in 'study': 'data owners' and 'methods' together need 4 approvals, and only "
        "alice, "
        "bob and dave can give them.");
  CHECK(found.witness == texts{"data owners", "methods", "alice", "bob", "dave"});
  CHECK(is_unsatisfiable(it));
  it.in_force.groups->at(0).members.push_back(carol);
  it.in_force.groups->at(2).members.push_back(erin);
  it.members.push_back({erin});
  CHECK_FALSE(is_unsatisfiable(it));
}

TEST_CASE("single_point_of_failure") {
  const auto it =
      in_groups(4, {{"owners", 1, {alice}}, {"methods", 2, {bob, carol}}, {"lab", 1, {carol, dave}}});
  std::map<texts, std::string> found;
  for (const auto& each : check_quorum(it)) {
    CHECK(each.slug == "single_point_of_failure");
    CHECK(each.severity == severity::warning);
    found[each.witness] = each.message;
  }
  CHECK(found == std::map<texts, std::string>{
                     {{"owners", "alice"},
                      "If alice leaves, nothing can be approved in 'study': 'owners' falls short."},
                     {{"methods", "bob", "carol"},
                      "If bob or carol leaves, nothing can be approved in 'study': 'methods' falls short."}});
  CHECK_FALSE(is_unsatisfiable(it));
  for (const auto& [witness, message] : found)
    for (std::size_t i = 1; i < witness.size(); ++i)
      CHECK(is_unsatisfiable(without(it, {named(it, witness[i])})));
  CHECK_FALSE(is_unsatisfiable(without(it, {dave})));
}

TEST_CASE("empty_group and no_groups") {
  auto it = in_groups(3, {{"owners", 1, {}}, {"lab", 1, {alice, bob}}});
  CHECK(the(check_quorum(it), "empty_group").witness == texts{"owners"});
  CHECK(is_unsatisfiable(it));
  it.in_force.groups->clear();
  CHECK(slugs(check_quorum(it)) == texts{"no_groups", "quorum_unsatisfiable"});
  it.in_force.groups.reset();
  CHECK(slugs(check_quorum(it)) == texts{"no_groups", "quorum_unsatisfiable"});
  CHECK(is_unsatisfiable(it));
}

TEST_CASE("group_of_strangers") {
  auto it = in_groups(3, {{"owners", 1, {alice, bob, erin, user_id{40}}}, {"lab", 1, {bob, carol}}});
  it.members[0].active = false;
  const auto found = the(check_quorum(it), "group_of_strangers");
  CHECK(found.severity == severity::warning);
  CHECK(found.witness == texts{"owners", "erin", "usr_40", "alice"});
  CHECK(found.message ==
        "'owners' has places for people who can approve nothing: erin and usr_40 (not in the workspace) and "
        "alice "
        "(inactive).");
  CHECK_FALSE(is_unsatisfiable(it));
  CHECK_FALSE(stands(approved_by(it, {alice, erin, user_id{40}, carol})).satisfied);
  it.in_force.groups->at(0).members = {erin, user_id{40}};
  CHECK(the(check_quorum(it), "group_of_strangers").severity == severity::serious);
  CHECK(is_unsatisfiable(it));
}

TEST_CASE("minimum_exceeds_group and minimum_too_small") {
  auto it = in_groups(3, {{"owners", 3, {alice, bob}}, {"lab", 1, {bob, carol}}});
  const auto found = the(check_quorum(it), "minimum_exceeds_group");
  CHECK(found.message == "'owners' asks for 3 approvals and has 2 members.");
  CHECK(found.witness == texts{"owners", "alice", "bob"});
  CHECK(is_unsatisfiable(it));
  it.in_force.groups->at(0).minimum = 0;
  CHECK(the(check_quorum(it), "minimum_too_small").witness == texts{"owners"});
  CHECK(is_unsatisfiable(it));
}

TEST_CASE("duplicate_member and duplicate_group") {
  auto it = in_groups(4, {{"owners", 2, {alice, bob, alice, carol}}, {"owners", 1, {carol, dave}}});
  CHECK(slugs(check_quorum(it)) == texts{"duplicate_member", "duplicate_group"});
  CHECK(the(check_quorum(it), "duplicate_member").witness == texts{"owners", "alice"});
  it.in_force.groups->at(0).members = {alice, alice};
  CHECK(slugs(check_quorum(it)) ==
        texts{"minimum_exceeds_group", "quorum_unsatisfiable", "duplicate_member", "duplicate_group"});
  it = everybody(3);
  it.members.push_back({bob});
  CHECK(the(check_quorum(it), "duplicate_member").witness == texts{"bob"});
}

TEST_CASE("creator_needed_but_excluded: of a job [D48]") {
  auto it = in_groups(3, {{"owners", 2, {alice, bob}}});
  it.rules.creator_approves = false;
  it.creator = alice;
  CHECK(slugs(check_quorum(it)) == texts{"quorum_unsatisfiable", "creator_needed_but_excluded"});
  CHECK(the(check_quorum(it), "creator_needed_but_excluded").witness == texts{"alice"});
  CHECK(is_unsatisfiable(it));
  it.creator = carol;
  CHECK_FALSE(is_unsatisfiable(it));
  it.creator = alice;
  it.in_force.groups->at(0).members.push_back(carol);
  CHECK_FALSE(is_unsatisfiable(it));
  CHECK(slugs(check_quorum(it)) == texts{"single_point_of_failure"});
}

TEST_CASE("creator_needed_but_excluded: of a workspace, for every job of some people") {
  for (const bool distinct : {false, true}) {
    auto it = in_groups(4, {{"owners", 1, {alice}}, {"lab", 1, {bob, carol}}}, distinct);
    it.rules.creator_approves = false;
    const auto found = the(check_quorum(it), "creator_needed_but_excluded");
    CHECK(found.severity == severity::warning);
    CHECK(found.witness == texts{"alice"});
    for (const auto& each : it.members) {
      auto of = it;
      of.creator = each.user;
      CHECK(is_unsatisfiable(of) == (each.user == alice));
    }
    it.in_force.groups = {{"owners", 4, {alice, bob, carol, dave}}};
    CHECK(the(check_quorum(it), "creator_needed_but_excluded").severity == severity::serious);
  }
  auto pair = in_groups(2, {{"owners", 1, {alice}}});
  pair.rules.creator_approves = false;
  CHECK(pair.rules.single_party_exempt);
  CHECK(the(check_quorum(pair), "creator_needed_but_excluded").witness == texts{"alice"});
  pair.creator = alice;
  CHECK(is_unsatisfiable(pair));
  auto alone = everybody(1);
  alone.rules.creator_approves = alone.rules.single_party_exempt = false;
  CHECK(the(check_quorum(alone), "creator_needed_but_excluded").witness == texts{"alice"});
}

TEST_CASE("nobody_can_release: a held review, and everybody has decided [D15]") {
  auto it = in_groups(3, {{"owners", 1, {alice, bob}}});
  it.creator = carol;
  it.held = true;
  it.ballots = {{alice, approval::verdict::approve, false}, {carol, approval::verdict::reject, false}};
  CHECK(check_quorum(it).empty());
  it.ballots.push_back({bob, approval::verdict::approve, false});
  CHECK(the(check_quorum(it), "nobody_can_release").severity == severity::serious);
}

TEST_CASE("a drawing marks the seats that are filled, or the cut") {
  auto it = in_groups(4, {{"owners", 1, {alice, bob}}, {"lab", 1, {carol, erin}}}, true);
  it.ballots = {{bob, approval::verdict::approve, false}};
  const auto drawn = draw_quorum(it);
  REQUIRE(drawn.nodes.size() == 7);
  CHECK(drawn.title == "study");
  CHECK(drawn.nodes[4].label == "owners: 1 of 2");
  CHECK(drawn.nodes[6].label == "erin");
  CHECK(drawn.nodes[6].stroke == stroke::faint);
  int seats = 0;
  for (const auto& each : drawn.edges) {
    seats += each.stroke == stroke::marked;
    CHECK((each.label == "has approved") == (drawn.nodes[each.from].label == "bob"));
  }
  CHECK(seats == 2);
  it.in_force.groups = {{"owners", 2, {alice, bob}}, {"lab", 1, {alice, bob}}, {"any", 1, {carol}}};
  const auto cut = draw_quorum(it);
  std::map<std::string, stroke> strokes;
  for (const auto& each : cut.nodes) strokes[each.label] = each.stroke;
  CHECK(strokes == std::map<std::string, stroke>{{"alice", stroke::marked},
                                                 {"bob", stroke::marked},
                                                 {"carol", stroke::plain},
                                                 {"dave", stroke::plain},
                                                 {"owners: 2 of 2", stroke::marked},
                                                 {"lab: 1 of 2", stroke::marked},
                                                 {"any: 1 of 1", stroke::plain}});
  CHECK(draw_quorum(everybody(2)).edges.size() == 2);
  CHECK(draw_quorum(electorate{}).nodes.size() == 1);
}

}  // TEST_SUITE("analysis/quorum_findings")
