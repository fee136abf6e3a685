// SPDX-License-Identifier: Apache-2.0
// Quorums of a realm: what is found is done by commands, and comes out as it was said.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "charter/analysis/completions.hpp"
#include "charter/analysis/quorum.hpp"
#include "charter/analysis/quorum_findings.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/reviews.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/testing/world.hpp"

TEST_SUITE("analysis/quorum_realm") {

namespace {

using namespace charter;
using namespace charter::analysis;
using words = std::vector<std::string>;

/// alice, bob, carol and dave of one hospital in a study; alice asks for approval of a job.
struct hospital {
  testing::driven_realm driven;
  const realm& world = driven.world();

  explicit hospital(rules::rulebook book, std::optional<approval::proposal> policy = {},
                    const std::string& dave_of = "clinic")
      : driven(std::move(book)) {
    for (const std::string each : {"clinic", "lab"}) run("operator", organization::create{each, each});
    for (const std::string each : {"alice", "bob", "carol", "dave"}) {
      run("host", user::provision{each, each + "@clinic.org", {}, each == "dave" ? dave_of : "clinic"});
      run("host", user::record_sign_in{each});
    }
    run("operator", role::assign{"alice", "organization_admin", "clinic", {}});
    run("alice", role::assign{"alice", "workspace_admin", "clinic", {}});
    workspace::create made;
    made.key = "study";
    made.organization = "clinic";
    made.kind = "analytics";
    made.name = "Study";
    made.approval_policy = policy ? policy : approval::all();
    const bool sealed = world.book().membership.mode == rules::membership_mode::sealed;
    for (const std::string each : {"bob", "carol", "dave"})
      (sealed ? made.invitees : made.members).push_back({each + "@clinic.org"});
    run("alice", made);
  }
  void accept() {
    for (const auto each : {"bob", "carol", "dave"}) run(each, invitation::accept{.workspace = "study"});
  }
  void ask() {
    run("alice", job::create{"counts", "study", "Counts", "sha256:a1", {}});
    run("alice", job::request_approval{"counts"});
  }
  template <class Command>
  void run(actor as, Command what) {
    const auto done = driven.execute({{std::move(as), world.now, world.now, {}, {}}, std::move(what)});
    REQUIRE_MESSAGE(done, Command::message_name << ": " << done.error().slug << ": " << done.error().message);
  }
  workspace_id study() const { return *find(world, ref<workspace_id>("study")); }
  job_id counts() const { return *find(world, ref<job_id>("counts")); }
  user_id user(const char* name) const { return *find(world, ref<user_id>(name)); }
  completions smallest() const { return *smallest_completions(world, counts(), world.now, 100); }
  job::status shown() const { return shown_status(world, world.jobs[counts()], world.now); }
  std::vector<finding> findings() const { return check_quorum(world, study(), world.now); }
};

approval::proposal two_groups() {
  return approval::groups({{"owners", 1, {"bob", "carol"}}, {"methods", 2, {"carol", "dave", "bob"}}});
}

/// Lets each set approve in a realm of its own; before the last approval the job is in review.
void check_by_approving(const hospital& it) {
  const auto found = it.smallest();
  CHECK_FALSE(found.sets.empty());
  for (const auto& set : found.sets) {
    auto driven = it.driven;
    const realm& world = driven.world();
    for (const auto user : set) {
      CHECK(shown_status(world, world.jobs[it.counts()], world.now) == job::status::in_review);
      REQUIRE(driven.execute({{actor(ref<user_id>(user)), world.now, world.now, {}, {}},
                              job::approve{it.counts(), world.jobs[it.counts()].revision, {}}}));
    }
    CHECK(shown_status(world, world.jobs[it.counts()], world.now) == job::status::approved);
  }
}

words slugs(const std::vector<finding>& all) {
  words out;
  for (const auto& each : all) out.push_back(each.slug);
  return out;
}

}  // namespace

TEST_CASE("the smallest sets complete a review when they approve") {
  hospital it(rulebooks::opaque_open(), two_groups());
  it.ask();
  CHECK(it.smallest().size == 2);
  CHECK(it.smallest().count == 3);
  check_by_approving(it);
  it.run("dave", job::approve{"counts", 1, {}});
  CHECK(it.smallest().size == 1);
  CHECK(it.smallest().count == 2);
  check_by_approving(it);
}

TEST_CASE("the same where each person fills one seat") {
  auto book = rulebooks::opaque_open();
  book.approval.distinct_approvers = true;
  hospital it(book, two_groups());
  it.ask();
  CHECK(it.smallest().size == 3);
  check_by_approving(it);
  CHECK(slugs(it.findings()) == words{"single_point_of_failure"});
  it.run("alice", workspace::remove_member{"study", "dave"});
  CHECK(slugs(it.findings()) == words{"groups_compete", "groups_compete"});
  CHECK(it.findings()[1].about == "counts");
  CHECK(it.findings()[1].message ==
        "'counts' cannot be approved: 'owners' and 'methods' together need 3 approvals, and only bob and "
        "carol can "
        "give them.");
  CHECK(standing_of(it.world, it.world.jobs[it.counts()], it.world.now).unsatisfiable);
  CHECK_FALSE(it.smallest().possible);
}

TEST_CASE("a departure in an open workspace takes the places in groups with it") {
  hospital it(rulebooks::opaque_open(), two_groups());
  it.ask();
  const auto electorate = electorate_of(it.world, it.counts(), it.world.now);
  REQUIRE(electorate);
  CHECK(electorate->on_leaving == departure::unlisted);
  CHECK(after_leaving(*electorate, 1).withstands());
  const auto found = after_leaving(*electorate, 2);
  REQUIRE(found.breaking);
  REQUIRE(found.breaking->people.size() == 2);
  for (const auto user : found.breaking->people) {
    CHECK_FALSE(standing_of(it.world, it.world.jobs[it.counts()], it.world.now).unsatisfiable);
    it.run("alice", workspace::remove_member{"study", user});
  }
  CHECK(standing_of(it.world, it.world.jobs[it.counts()], it.world.now).unsatisfiable);
}

TEST_CASE("in a sealed workspace who is deactivated stays listed [D26]") {
  hospital it(rulebooks::opaque_sealed());
  const auto pending = electorate_of(it.world, it.study(), it.world.now);
  REQUIRE(pending);
  CHECK(pending->members.size() == 4);
  it.accept();
  const auto found = it.findings();
  REQUIRE(slugs(found) == words{"single_point_of_failure"});
  CHECK(found[0].witness == words{"all", "alice", "bob", "carol", "dave"});
  it.ask();
  CHECK(it.smallest().sets ==
        std::vector<std::vector<user_id>>{{it.user("bob"), it.user("carol"), it.user("dave")}});
  check_by_approving(it);
  it.run("host", user::deactivate{"dave"});
  CHECK(slugs(it.findings()) == words{"quorum_unsatisfiable", "quorum_unsatisfiable"});
  CHECK(standing_of(it.world, it.world.jobs[it.counts()], it.world.now).unsatisfiable);
}

TEST_CASE("a held review is released by one decision more [D15]") {
  auto book = rulebooks::opaque_open();
  book.approval.shrinking_completes = false;
  hospital it(book);
  it.ask();
  it.run("bob", job::approve{"counts", 1, {}});
  it.run("alice", workspace::remove_member{"study", "dave"});
  CHECK(it.smallest().size == 1);
  check_by_approving(it);
  it.run("carol", job::approve{"counts", 1, {}});
  CHECK(it.shown() == job::status::approved);

  hospital stuck(book);
  stuck.ask();
  for (const auto each : {"bob", "carol"}) stuck.run(each, job::approve{"counts", 1, {}});
  stuck.run("alice", workspace::remove_member{"study", "dave"});
  CHECK(stuck.shown() == job::status::in_review);
  CHECK_FALSE(stuck.smallest().possible);
  CHECK(slugs(stuck.findings()) == words{"nobody_can_release"});
}

TEST_CASE("only those who may decide can complete a review") {
  auto book = rulebooks::opaque_open();
  for (auto& role : book.grants)
    for (auto& each : role.grants)
      if (each.permission == "job.decide")
        for (auto& way : each.alternatives) way.if_.push_back(condition::same_organization);
  hospital it(book, approval::groups({{"owners", 1, {"bob", "dave"}}, {"methods", 1, {"carol", "dave"}}}));
  it.ask();
  CHECK(it.smallest().sets == std::vector<std::vector<user_id>>{{it.user("dave")}});
  check_by_approving(it);
  hospital other(book, approval::groups({{"owners", 1, {"bob", "dave"}}, {"methods", 1, {"carol", "dave"}}}),
                 "lab");
  other.ask();
  CHECK(other.smallest().sets == std::vector<std::vector<user_id>>{{other.user("bob"), other.user("carol")}});
  check_by_approving(other);
}

TEST_CASE("who is a member until a day has no places after it, before any command says so [D45]") {
  hospital it(rulebooks::opaque_open());
  const auto end = it.world.now + std::chrono::hours{1};
  it.run("alice", workspace::remove_member{"study", "dave"});
  it.run("alice", workspace::add_member{"study", {}, "dave@clinic.org", {}, end});
  it.run("alice", workspace::set_approval_policy{
                      "study", approval::groups({{"methods", 1, {"bob", "carol", "dave"}}})});
  CHECK(after_leaving(*electorate_of(it.world, it.study(), it.world.now), 2).withstands());
  CHECK(electorate_of(it.world, it.study(), end)->in_force.groups->at(0).members.size() == 2);
  CHECK(check_quorum(it.world, it.study(), end).empty());
}

TEST_CASE("where there is nothing to approve, and for ids that nobody has") {
  hospital it(rulebooks::opaque_open());
  CHECK(slugs(check_quorum(it.world, workspace_id{77}, it.world.now)) == words{"not_found"});
  CHECK(smallest_completions(it.world, job_id{77}, it.world.now, 10).error().slug == "not_found");
  it.run("alice", job::create{"counts", "study", "Counts", "sha256:a1", {}});
  CHECK(smallest_completions(it.world, it.counts(), it.world.now, 10).error().slug == "not_in_review");
  it.run("alice", workspace::archive{"study"});
  const auto found = it.findings();
  REQUIRE(slugs(found) == words{"nothing_to_approve"});
  CHECK(found[0].severity == severity::note);
}

}  // TEST_SUITE("analysis/quorum_realm")
