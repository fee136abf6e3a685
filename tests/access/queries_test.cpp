// SPDX-License-Identifier: Apache-2.0
// Queries over a small realm: sight, permission, shape, pages.
#include <doctest/doctest.h>

#include "small_realm.hpp"

TEST_SUITE("access/queries") {

using namespace small;
using namespace charter::queries;

namespace {

struct study_realm : builder {
  study_realm() : builder(rulebooks::opaque_open()) { member(study, bob); }

  organization_id hospital = organization("hospital"), lab = organization("lab");
  user_id hana = user("hana", hospital, {"organization_admin"});
  user_id alice = user("alice", hospital, {"workspace_admin"});
  user_id amir = user("amir", hospital);
  user_id bob = user("bob", lab);
  workspace_id study = workspace("study", hospital, alice);
};

}  // namespace

TEST_CASE("shape comes before the actor, the actor before sight, sight before permission") {
  const study_realm it;
  CHECK(slug(it.ask("nobody", list_members{"study", 0, {}})) == "malformed");
  CHECK(slug(it.ask("nobody", list_members{"study", {}, {}})) == "not_found");
  CHECK(slug(it.ask("amir", get_workspace{"study"})) == "not_found");
  CHECK(slug(it.ask("amir", get_workspace{"nowhere"})) == "not_found");
  CHECK(it.ask("amir", get_workspace{"study"}).error() == it.ask("amir", get_workspace{"nowhere"}).error());
  CHECK(slug(it.ask("bob", list_invitations{"study", {}, {}, {}})) == "forbidden");
  CHECK(slug(it.ask("hana", list_jobs{"study", {}, {}})) == "not_a_member");
  CHECK(slug(it.ask(list_jobs{"study", {}, {}})) == "ok");
}

TEST_CASE("exactly one of several fields: the path names the first, or the one too many") {
  const study_realm it;
  const auto path = [](const auto& answer) { return std::get<std::string>(answer.error().details[0].value); };
  CHECK(path(it.ask(list_runs{})) == "job");
  CHECK(path(it.ask(list_runs{"j", "study", {}, {}})) == "workspace");
  charter::queries::check odd{"bob", "job.create", {}, "study"};
  odd.job = "j";
  CHECK(path(it.ask(odd)) == "job");
}

TEST_CASE("a deactivated user asks nothing, and the host sees all") {
  study_realm it;
  it.happens(user::deactivated{it.bob});
  CHECK(slug(it.ask("bob", list_workspaces{"bob", false, {}, {}})) == "deactivated");
  CHECK(it.ask(get_user{"bob"})->status == user::status::deactivated);
}

TEST_CASE("one's own lists are for oneself, and a stranger is not even named") {
  const study_realm it;
  CHECK(slug(it.ask("alice", list_notices{"bob", {}, {}, {}})) == "forbidden");
  CHECK(slug(it.ask("amir", list_notices{"bob", {}, {}, {}})) == "not_found");
  CHECK(slug(it.ask("amir", list_my_invitations{{}, "bob@lab.org", {}, {}})) == "forbidden");
  CHECK(slug(it.ask("amir", list_my_invitations{{}, "none@lab.org", {}, {}})) == "forbidden");
}

TEST_CASE("a list goes on behind `after`, and ends exactly at the limit with a null") {
  const study_realm it;
  const auto first = it.ask("bob", list_members{"study", 1, {}});
  CHECK(column(first, &listed_member::user) == texts{"alice"});
  CHECK(first->next == "alice");
  const auto second = it.ask("bob", list_members{"study", 1, first->next});
  CHECK(column(second, &listed_member::user) == texts{"bob"});
  CHECK(!second->next);
  CHECK(slug(it.ask("bob", list_members{"study", {}, "amir"})) == "malformed");
  CHECK(slug(it.ask("bob", list_members{"study", 1001, {}})) == "malformed");
}

TEST_CASE("a cursor stays good when what it names has left the list") {
  study_realm it;
  it.member(it.study, it.amir);
  it.happens(workspace::member_left{it.study, it.bob});
  CHECK(column(it.ask("alice", list_members{"study", {}, "bob"}), &listed_member::user) == texts{"amir"});
  it.member(it.study, it.bob);
  CHECK(column(it.ask("alice", list_members{"study", {}, "amir"}), &listed_member::user) == texts{"bob"});
}

TEST_CASE("no cursor tells whether a workspace exists that one does not see") {
  study_realm it;
  it.workspace("other", it.hospital, it.alice);
  CHECK(slug(it.ask("amir", list_workspaces{"amir", false, {}, "study"})) == "malformed");
  CHECK(slug(it.ask("hana", list_workspaces{"hana", false, {}, "study"})) == "ok");
}

TEST_CASE("archived workspaces are listed when asked for") {
  study_realm it;
  it.happens(workspace::archived{it.study});
  CHECK(it.ask("bob", list_workspaces{"bob", false, {}, {}})->items.empty());
  CHECK(column(it.ask("bob", list_workspaces{"bob", true, {}, {}}), &workspace_row::workspace) ==
        texts{"study"});
}

TEST_CASE("check refuses with the slug of the denial, explain tells what is missing") {
  study_realm it;
  it.job("j", it.study, it.alice);
  CHECK(slug(it.ask("bob", charter::queries::check{"bob", "job.create", {}, "study"})) == "ok");
  charter::queries::explain why{"bob", "job.edit"};
  why.job = "j";
  CHECK(it.ask("bob", why)->reason == "forbidden");
  CHECK(it.ask("bob", why)->missing == texts{"creator"});
  why.permission = "job.fly";
  CHECK(slug(it.ask("nobody", why)) == "unknown_permission");
  CHECK(slug(it.ask("bob", charter::queries::check{"alice", "job.create", {}, "study"})) == "forbidden");
  CHECK(slug(it.ask("hana", charter::queries::check{"alice", "job.create", {}, "study"})) == "ok");
}

TEST_CASE("whoever explains another's rights learns nothing of what it does not see") {
  study_realm it;
  const auto labs = it.workspace("labs", it.lab, it.bob);
  it.member(labs, it.alice);
  CHECK(it.ask("hana", charter::queries::explain{"alice", "workspace.view", {}, "labs"})->reason ==
        "not_found");
  CHECK(it.ask("hana", charter::queries::explain{"alice", "workspace.view", {}, "none"})->reason ==
        "not_found");
  CHECK(it.ask(charter::queries::explain{"alice", "workspace.view", {}, "labs"})->allowed);
}

TEST_CASE("who may and where one may are each other's inverse") {
  const study_realm it;
  for (permission what; what.value < it.world.rules->permission_count(); ++what.value) {
    const auto& row = it.world.rules->row(what);
    if (row.about != subject::workspace) continue;
    const std::string name(row.name);
    const auto holders = column(it.ask(who_may{name, "study", {}, {}, {}}), &holder::user);
    for (const std::string user : {"hana", "alice", "amir", "bob"}) {
      const auto places = it.ask(where_may{user, name, {}, {}});
      REQUIRE(places);
      const bool here = std::find(holders.begin(), holders.end(), user) != holders.end();
      CHECK_MESSAGE(here == !places->items.empty(), name, " ", user);
    }
  }
}

TEST_CASE("a review shows who approved and who may, and whose decision counts") {
  study_realm it;
  const auto job = it.job("j", it.study, it.alice);
  it.happens(job::approval_requested{job});
  it.decide(job, it.alice, approval::verdict::approve, true);
  const auto open = it.ask("bob", queries::review_status{"j"});
  REQUIRE(open);
  CHECK(open->status == job::status::in_review);
  CHECK(open->groups[0].need == 2);
  CHECK(open->groups[0].approved_by == texts{"alice"});
  CHECK(open->groups[0].may_approve == texts{"bob"});
  CHECK(open->decisions[0].counts);
  it.decide(job, it.bob, approval::verdict::approve);
  CHECK(it.ask("bob", get_job{"j"})->status == job::status::approved);
  it.happens(workspace::member_left{it.study, it.bob});
  CHECK(!it.ask("alice", queries::review_status{"j"})->decisions[1].counts);
}

TEST_CASE("candidates: the own organization, collaborators, outsiders by exact address [D30]") {
  study_realm it;
  it.user("ben", it.lab);
  candidates of_alice{"alice", "hospital"};
  CHECK(column(it.ask("alice", of_alice), &candidate::email) ==
        texts{"hana@hospital.org", "amir@hospital.org", "bob@lab.org"});
  CHECK(it.ask("alice", of_alice)->items[2].via == acquaintance::collaborator);
  of_alice.search = "BEN";
  CHECK(it.ask("alice", of_alice)->items.empty());
  of_alice.search.reset();
  of_alice.email = "ben@LAB.org";
  CHECK(it.ask("alice", of_alice)->items[0].via == acquaintance::email);
  of_alice.email = "nobody@lab.org";
  CHECK(it.ask("alice", of_alice)->items[0].reason == "not_provisioned");
  CHECK(slug(it.ask("bob", candidates{"bob", "hospital"})) == "forbidden");
}

}  // TEST_SUITE("access/queries")
