// SPDX-License-Identifier: Apache-2.0
// What commands would change, held against what they do change once they are carried out.
#include "charter/analysis/compare.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/testing/fingerprint.hpp"
#include "charter/testing/moves.hpp"
#include "charter/testing/sample_rulebooks.hpp"
#include "charter/testing/world.hpp"

TEST_SUITE("analysis/compare") {

using namespace charter;
using namespace charter::analysis;

namespace {

/// A hospital that hana administrates, a lab, and alice's study, in which bob of the lab works as well.
struct hospital {
  testing::driven_realm realm;

  explicit hospital(rules::rulebook book = rulebooks::opaque_open()) : realm(std::move(book)) {
    for (const auto* each : {"hospital", "lab"}) must("operator", organization::create{each, each});
    for (const auto* each : {"hana", "alice", "dora"}) provision(each, "hospital");
    for (const auto* each : {"bob", "carl"}) provision(each, "lab");
    must("operator", role::assign{"hana", "organization_admin", {}, {}});
    must("hana", role::assign{"alice", "workspace_admin", {}, {}});
    must("alice", workspace::create{.key = "study",
                                    .organization = "hospital",
                                    .kind = "analytics",
                                    .name = "Study",
                                    .members = {{.email = "bob@lab.org"}, {.user = "dora"}},
                                    .approval_policy = approval::groups({{"owners", 2, {"alice", "dora"}}})});
    must("bob", job::create{"count", "study", "Count", "sha256:a1", {}});
    must("bob", job::request_approval{"count"});
  }

  proposed_command by(actor who, command what) const {
    return {{std::move(who), realm.world().now, realm.world().now, {}, {}}, std::move(what)};
  }
  void must(const actor& who, const command& what) {
    const auto next = by(who, what);
    const auto done = realm.execute({next.with, next.what});
    if (!done) FAIL(done.error().slug << ": " << done.error().message);
  }
  void provision(const std::string& key, const std::string& of) {
    must("host", user::provision{key, key + "@" + of + ".org", {}, of});
    must("host", user::record_sign_in{key});
  }
  comparison what_if(std::vector<proposed_command> all) const { return compare(view(realm.world()), all); }
  comparison what_if(actor who, command what) const { return what_if({by(std::move(who), std::move(what))}); }
  user_id user(const char* name) const { return *find(realm.world(), ref<user_id>(name)); }
};

const changed_rights* rights_of(const effects& all, user_id who) {
  for (const auto& each : all.rights)
    if (each.user == who && std::holds_alternative<workspace_id>(each.place)) return &each;
  return nullptr;
}
const changed_right* find_right(const changed_rights* all, std::string_view name) {
  if (all)
    for (const auto& each : all->rights)
      if (each.permission == name) return &each;
  return nullptr;
}
const finding* find_finding(const effects& all, std::string_view slug) {
  for (const auto& each : all.findings)
    if (each.slug == slug) return &each;
  return nullptr;
}

}  // namespace

TEST_CASE("commands are judged on what those before them led to, and a refused one is passed by") {
  const hospital here;
  const auto told = here.what_if({here.by("alice", job::approve{"count", 1, {}}),
                                  here.by("bob", workspace::archive{"study"}),
                                  here.by("dora", job::approve{"count", 1, {}})});
  REQUIRE(told.outcomes.size() == 3);
  REQUIRE(told.outcomes[0]);
  REQUIRE_FALSE(told.outcomes[1]);
  CHECK(told.outcomes[1].error().slug == "forbidden");
  REQUIRE(told.outcomes[2]);
  CHECK(told.outcomes[2]->at_position == here.realm.world().head + 2);
  CHECK(told.outcomes[2]->events.size() == 2);  // the decision, and that the job is approved
  CHECK(told.effects.after.at_position() == here.realm.world().head + 2);
  REQUIRE(told.effects.reviews.size() == 1);
  CHECK(told.effects.reviews[0].before->status == job::status::in_review);
  CHECK(told.effects.reviews[0].after->status == job::status::approved);
  CHECK(told.effects.rights.empty());
  CHECK(told.effects.findings.empty());
}

TEST_CASE("a known command id is told as the receipt that it has") {
  hospital here;
  auto once = here.by("alice", workspace::describe{"study", "Wards"});
  once.with.id = "once";
  once.with.digest = "d1";
  REQUIRE(here.realm.execute({once.with, once.what}));
  const auto told = here.what_if({once});
  REQUIRE(told.outcomes[0]);
  CHECK(told.outcomes[0]->at_position == here.realm.world().head);
  CHECK(told.outcomes[0]->events.empty());
  CHECK(told.effects.after.at_position() == here.realm.world().head);
}

TEST_CASE("who loses which right, and that asking changes nothing") {
  const hospital here;
  const auto told = here.what_if("alice", workspace::remove_member{"study", "bob"});
  REQUIRE(told.effects.rights.size() == 1);
  const auto* lost = find_right(rights_of(told.effects, here.user("bob")), "job.create");
  REQUIRE(lost != nullptr);
  CHECK(lost->slug_before() == "ok");
  CHECK(lost->slug_after() == "not_found");
  CHECK_FALSE(lost->gains());
  CHECK(here.realm.world().find_row(workspace_id{0}, here.user("bob"))->listed(here.realm.world().now));
}

TEST_CASE("a permission that an amendment takes away is lost, one that it brings is gained") {
  hospital here(rulebooks::opaque_open());
  auto book = rulebooks::opaque_open();
  book.permissions.push_back({.name = "lamp.light", .needs = need::any});
  for (auto& each : book.grants)
    if (each.role == "workspace_member") each.grants.push_back({"lamp.light", {{{condition::member}}}});
  const auto told = here.what_if("operator", realms::amend_rulebook{book});
  REQUIRE(told.outcomes[0]);
  const auto* gained = find_right(rights_of(told.effects, here.user("alice")), "lamp.light");
  REQUIRE(gained != nullptr);
  CHECK(gained->slug_before() == "unknown_permission");
  CHECK(gained->gains());

  here.must("operator", realms::amend_rulebook{book});
  const auto back = here.what_if("operator", realms::amend_rulebook{rulebooks::opaque_open()});
  REQUIRE(back.outcomes[0]);
  const auto* lost = find_right(rights_of(back.effects, here.user("alice")), "lamp.light");
  REQUIRE(lost != nullptr);
  CHECK(lost->slug_after() == "unknown_permission");
}

TEST_CASE("finding: review_becomes_hopeless, and so it does") {
  hospital here;
  const command what = workspace::remove_member{"study", "dora"};
  const auto told = here.what_if("alice", what);
  const auto* found = find_finding(told.effects, "review_becomes_hopeless");
  REQUIRE(found != nullptr);
  CHECK(found->severity == severity::serious);
  CHECK(found->about == "count");
  CHECK(found->witness == std::vector<std::string>{"owners: 0 of 2, may still approve: alice"});
  CHECK_FALSE(standing_of(here.realm.world(), here.realm.world().jobs[job_id{0}], here.realm.world().now)
                  .unsatisfiable);
  here.must("alice", what);
  CHECK(standing_of(here.realm.world(), here.realm.world().jobs[job_id{0}], here.realm.world().now)
            .unsatisfiable);
}

TEST_CASE("finding: stranger_gains, as a member a warning") {
  hospital here;
  const command what = workspace::add_member{"study", {}, "carl@lab.org", {}, {}};
  const auto told = here.what_if("alice", what);
  REQUIRE(told.outcomes[0]);
  const auto* found = find_finding(told.effects, "stranger_gains");
  REQUIRE(found != nullptr);
  CHECK(found->severity == severity::warning);
  CHECK(found->about == "study");
  REQUIRE(std::count(found->witness.begin(), found->witness.end(), "job.view") == 1);
  const auto may = [&] {
    return effective(here.realm.world(), {here.user("carl"), permissions::job_view, workspace_id{0}})
        .allowed();
  };
  CHECK_FALSE(may());
  here.must("alice", what);
  CHECK(may());
  // One's own person is no stranger.
  here.provision("dan", "hospital");
  CHECK(find_finding(here.what_if("alice", workspace::add_member{"study", "dan", {}, {}, {}}).effects,
                     "stranger_gains") == nullptr);
}

TEST_CASE("finding: stranger_gains without being a member is serious") {
  auto book = rulebooks::opaque_open();
  for (auto& each : book.grants)
    if (each.role == "workspace_member")
      each.grants.push_back({"workspace.describe", {{{condition::same_organization}}}});
  book.masking = false;
  hospital here(book);
  here.must("bob", workspace::leave{"study"});
  // Whoever created the study goes over to the lab, and its people come after.
  const std::vector<command> moves = {user::remove{"alice", "hospital"}, user::join{"alice", "lab", {}, {}}};
  const auto told = here.what_if({here.by("operator", moves[0]), here.by("operator", moves[1])});
  const auto* found = find_finding(told.effects, "stranger_gains");
  REQUIRE(found != nullptr);
  CHECK(found->severity == severity::serious);
  CHECK(found->witness == std::vector<std::string>{"workspace.describe"});
  const auto may = [&] {
    const question asked{here.user("carl"), permissions::workspace_describe, workspace_id{0}};
    return effective(here.realm.world(), asked).allowed();
  };
  CHECK_FALSE(may());
  for (const auto& each : moves) here.must("operator", each);
  CHECK(may());
}

TEST_CASE("finding: nobody_manages, of an organization and of a workspace") {
  hospital here;
  const command what = user::deactivate{"hana"};
  const auto told = here.what_if("operator", what);
  const auto* found = find_finding(told.effects, "nobody_manages");
  REQUIRE(found != nullptr);
  CHECK(found->about == "hospital");
  CHECK(found->severity == severity::serious);
  CHECK(find_finding(here.what_if({here.by("operator", role::assign{"dora", "organization_admin", {}, {}}),
                                   here.by("operator", what)})
                         .effects,
                     "nobody_manages") == nullptr);
  const auto of_study = here.what_if("hana", role::withdraw{"alice", "workspace_admin", {}});
  REQUIRE(of_study.outcomes[0]);
  REQUIRE(find_finding(of_study.effects, "nobody_manages") != nullptr);
  CHECK(find_finding(of_study.effects, "nobody_manages")->about == "study");
}

TEST_CASE("a realm that is not there yet, and commands that make it") {
  const view nothing{realm{}};
  const auto at = *parse_instant("2026-01-01T00:00:00Z");
  const std::vector<proposed_command> refused = {
      {{"operator", at, at, {}, {}}, organization::create{"hospital", "Hospital"}}};
  const auto none = compare(nothing, refused);
  REQUIRE_FALSE(none.outcomes[0]);
  CHECK(none.effects.rights.empty());
  const std::vector<proposed_command> made = {
      {{"operator", at, at, {}, {}}, realms::create{rulebooks::opaque_open()}},
      {{"operator", at, at, {}, {}}, organization::create{"hospital", "Hospital"}},
      {{"host", at, at, {}, {}}, user::provision{"alice", "alice@hospital.org", {}, "hospital"}},
      {{"operator", at, at, {}, {}}, role::assign{"alice", "organization_admin", {}, {}}}};
  const auto told = compare(nothing, made);
  CHECK(told.outcomes[3].has_value());
  CHECK_FALSE(told.effects.rights.empty());
}

namespace {

std::string written(const effects& all) {
  std::string out;
  for (const auto& each : all.rights) {
    out += to_text(each.user) + " in ";
    std::visit([&](auto place) { out += to_text(place); }, each.place);
    for (const auto& one : each.rights)
      out +=
          " " + one.permission + ":" + std::string(one.slug_before()) + ">" + std::string(one.slug_after());
    out += "\n";
  }
  for (const auto& each : all.reviews) {
    out += to_text(each.job);
    for (const auto* one : {&each.before, &each.after})
      out += !*one ? " none"
                   : " " + std::string(to_text((*one)->status)) + ((*one)->satisfied ? " satisfied" : "") +
                         ((*one)->unsatisfiable ? " hopeless" : "");
    out += "\n";
  }
  for (const auto& each : all.findings) out += each.slug + " " + each.about + " " + each.message + "\n";
  return out;
}

}  // namespace

TEST_CASE("looking where the commands touch finds all that looking everywhere finds") {
  std::size_t different = 0, findings = 0, rulebook = 0;
  for (const auto& book : testing::sample_rulebooks()) {
    std::mt19937_64 random(20260200 + rulebook++);
    testing::driven_realm here(book);
    for (int story = 0; story < 90; ++story) {
      const realm then = here.world();
      std::vector<proposed_command> asked;
      std::vector<bool> accepted;
      for (auto left = 1 + random() % 4; left > 0; --left) {
        const auto next = testing::next_attempt(here.world(), random);
        asked.push_back({next.with, next.what});
        accepted.push_back(here.execute(next).has_value());
      }
      const auto near = compare(view(then), asked), far = compare(view(then), asked, breadth::everywhere);
      INFO(book.name, ", story ", story);
      REQUIRE(written(near.effects) == written(far.effects));
      for (std::size_t i = 0; i < asked.size(); ++i) REQUIRE(near.outcomes[i].has_value() == accepted[i]);
      REQUIRE(testing::fingerprint(near.effects.after.realm()) == testing::fingerprint(here.world()));
      different += near.effects.rights.empty() ? 0 : 1;
      findings += near.effects.findings.size();
    }
  }
  CHECK(different > 200);  // the property would hold of commands that change nothing
  CHECK(findings > 20);
}

}  // TEST_SUITE("analysis/compare")
