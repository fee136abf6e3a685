// SPDX-License-Identifier: Apache-2.0
// A fingerprint tells realms apart by any field, and equal ones not at all.
#include <doctest/doctest.h>

#include <charter/testing/fingerprint.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"

TEST_SUITE("testing/fingerprint") {

namespace {

using namespace charter;

realm small_realm() {
  realm world;
  world.rules = std::make_shared<const rule_set>(rulebooks::opaque_open());
  world.organizations.add({}, "lab");
  world.users.add({}, "ann");
  world.users.edit({0}).profile = user::profile{"ann", "ann@lab.org", "Ann"};
  world.workspaces.add({}, "w");
  world.workspaces.edit({0}).members.push_back({.user = {0}});
  world.invitations.add({}, "");
  world.assets.add({}, "");
  world.data_policies.add({}, "");
  world.jobs.add({}, "");
  world.runs.add({}, "");
  world.attestations.add({}, "");
  world.emails.set("ann@lab.org", {0});
  world.mail.push_back({});
  world.entries.push_back({});
  return world;
}

using change = std::function<void(realm&)>;

const std::vector<change>& changes() {
  static const std::vector<change> all = {
      [](realm& it) { it.rules = std::make_shared<const rule_set>(rulebooks::openhexa()); },
      [](realm& it) { it.now += std::chrono::milliseconds{1}; },
      [](realm& it) { ++it.head; },
      [](realm& it) { it.organizations.edit({0}).name = std::string("Lab"); },
      [](realm& it) { it.organizations.keys.erase("lab"); },
      [](realm& it) { it.users.edit({0}).signed_in = true; },
      [](realm& it) {
        it.users.edit({0}).standing.change([](auto& now) { now.organizations.push_back({0}); });
      },
      [](realm& it) { it.users.add({}, ""); },
      [](realm& it) { it.workspaces.edit({0}).details.change([](auto& now) { now.image = ""; }); },
      [](realm& it) {
        it.workspaces.edit({0}).details.change([](auto& now) { now.properties.emplace_back("a", 1.0); });
      },
      [](realm& it) {
        it.workspaces.edit({0}).details.change(
            [](auto& now) { now.properties.emplace_back("a", std::int64_t{1}); });
      },
      [](realm& it) { it.workspaces.edit({0}).policies.change([](auto& now) { now.approval.emplace(); }); },
      [](realm& it) { it.workspaces.edit({0}).policies.change([](auto& now) { now.run.emplace(); }); },
      [](realm& it) { it.workspaces.edit({0}).members.edit(0).ended = true; },
      [](realm& it) { it.workspaces.edit({0}).members.edit(0).role = role_index{0}; },
      [](realm& it) { it.invitations.edit({0}).until = instant{}; },
      [](realm& it) { it.assets.edit({0}).shared_to.change([](auto& now) { now.push_back({0}); }); },
      [](realm& it) {
        it.data_policies.edit({0}).terms.change([](auto& now) { now.columns.names.emplace(); });
      },
      [](realm& it) { it.jobs.edit({0}).held = true; },
      [](realm& it) { it.jobs.edit({0}).content.change([](auto& now) { now.uses.push_back({}); }); },
      [](realm& it) { it.jobs.edit({0}).comments.push_back({}); },
      [](realm& it) { it.runs.edit({0}).attested = true; },
      [](realm& it) { it.attestations.edit({0}).digest = std::string("d"); },
      [](realm& it) { it.emails.set("a", {0}); },
      [](realm& it) { it.held_invitations.edit("a"); },
      [](realm& it) {
        it.member_rows.set({{0}, {0}}, 0);
      },
      [](realm& it) {
        it.workspace_names.set({{0}, "a"}, 1);
      },
      [](realm& it) { it.due_memberships.push({.first = 1}); },
      [](realm& it) { it.due_roles.push({.first = 1}); },
      [](realm& it) { it.due_invitations.push({.first = 1}); },
      [](realm& it) { it.entries.edit(0).events.push_back("realm.created"); },
      [](realm& it) {
        it.command_ids.set("host a", {1, "d"});
      },
      [](realm& it) { it.command_id_at.set(1, "host a"); },
      [](realm& it) { it.mail.edit(0).read_up_to = 1; },
      [](realm& it) { it.held_mail.edit("a"); },
      [](realm& it) { it.platform_mail.rows.push_back({}); },
  };
  return all;
}

}  // namespace

TEST_CASE("equal realms have equal fingerprints, whatever their history") {
  const auto one = small_realm();
  auto other = small_realm();
  CHECK(testing::fingerprint(one) == testing::fingerprint(other));
  other.emails.set("b", {0});
  other.emails.erase("b");
  other.workspaces.edit({0}).members.push_back({});
  other.workspaces.edit({0}).members.pop_back();
  CHECK(testing::fingerprint(one) == testing::fingerprint(other));
}

TEST_CASE("any change shows, and no two changes look alike") {
  std::vector<std::string> seen = {testing::fingerprint(small_realm())};
  for (const auto& change : changes()) {
    auto world = small_realm();
    change(world);
    const auto text = testing::fingerprint(world);
    for (const auto& other : seen) CHECK(text != other);
    seen.push_back(text);
  }
}

TEST_CASE("texts cannot pass for other texts") {
  auto one = small_realm(), other = small_realm();
  one.users.edit({0}).profile = user::profile{"a 1:b", "", "c"};
  other.users.edit({0}).profile = user::profile{"a", "1:b", "c"};
  CHECK(testing::fingerprint(one) != testing::fingerprint(other));
}

TEST_CASE("the first line that differs is shown on both sides") {
  CHECK(testing::first_difference("a\nb\nc\n", "a\nb\nc\n") == "");
  CHECK(testing::first_difference("a\nbcd\ne\n", "a\nbxd\ne\n") == "`bcd` became `bxd`");
  CHECK(testing::first_difference("a\n", "a\nb\n") == "`` became `b`");
  CHECK(testing::first_difference("a", "") == "`a` became ``");
}

}  // TEST_SUITE("testing/fingerprint")
