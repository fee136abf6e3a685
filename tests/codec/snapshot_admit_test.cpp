// SPDX-License-Identifier: Apache-2.0
// Snapshots whose every byte is in order, of realms that cannot be: each is refused with what is wrong.
#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "charter/rules/rulebooks/shipped.hpp"
#include "snapshots.hpp"

TEST_SUITE("codec/snapshot_admit") {

using namespace charter;

namespace {

/// A realm with some of everything, written and read after a change to it.
struct altered {
  static const snapshots::lived& live() {
    static const snapshots::lived it(rulebooks::opaque_sealed(), 3, 600);
    return it;
  }
  template <class Change>
  static std::string refusal(Change&& change) {
    auto world = live().world();
    change(world);
    const auto back = snapshots::read(snapshots::written(world, live().tree()));
    return back ? "was read" : back.error();
  }
};

/// Whether the realm is refused with a sentence that holds those words.
template <class Change>
void check_refused(std::string_view words, Change&& change) {
  const auto said = altered::refusal(change);
  CAPTURE(words);
  CAPTURE(said);
  CHECK(said.find(words) != std::string::npos);
}

constexpr role_index no_role{999};
constexpr user_id nobody{100000};

/// The first workspace with a row that has not ended.
workspace_id lived_in(const realm& world) {
  workspace_id out{};
  while (world.workspaces[out].listed == 0) ++out.value;
  return out;
}

}  // namespace

TEST_CASE("the realm that is altered has some of everything, and is read as it is") {
  const auto& world = altered::live().world();
  REQUIRE(world.users.all.size() > 1);
  REQUIRE(world.invitations.all.size() > 0);
  REQUIRE(world.jobs.all.size() > 0);
  REQUIRE(world.command_ids.size() > 0);
  CHECK(altered::refusal([](realm&) {}) == "was read");
}

TEST_CASE("the log's entries are one a record, and nothing names a record that is not there") {
  check_refused("not one a record", [](realm& it) { it.entries.pop_back(); });
  check_refused("not one a record", [](realm& it) { it.entries.edit(1).at_position = 1; });
  check_refused("not one a record", [](realm& it) { it.forgotten_to = it.head + 1; });
  check_refused("an organization names", [](realm& it) { it.organizations.edit({0}).entries.push_back(0); });
  check_refused("a workspace names",
                [](realm& it) { it.workspaces.edit({0}).entries.push_back(it.head + 1); });
  check_refused("a command id is", [](realm& it) { it.command_ids.set("host c", {it.head + 1, ""}); });
  check_refused("or shares one", [](realm& it) {
    it.command_ids.set("host c", {it.head, ""});
    it.command_ids.set("host d", {it.head, ""});
  });
}

TEST_CASE("roles and kinds are those of the rulebook, except where a row has ended") {
  check_refused("a user is", [](realm& it) {
    it.users.edit({0}).standing.change([](auto& now) { now.roles.push_back({{0}, no_role, {}}); });
  });
  check_refused("a workspace names", [](realm& it) { it.workspaces.edit({0}).kind = kind_index{200}; });
  const auto give_role = [](realm& it, bool ended) {
    auto& members = it.workspaces.edit(lived_in(it)).members;
    auto row = members[0];
    row.role = no_role;
    row.ended = ended;
    members.set(0, row);
  };
  check_refused("a workspace names", [&](realm& it) { give_role(it, false); });
  check_refused("was read", [&](realm& it) { give_role(it, true); });
  check_refused("an invitation names", [](realm& it) { it.invitations.edit({0}).role = no_role; });
}

TEST_CASE("a user has a row in each of its workspaces, an address and a mailbox of its own") {
  check_refused("has no row", [](realm& it) { it.workspaces.edit(lived_in(it)).members.clear(); });
  check_refused("shares an address", [](realm& it) {
    it.users.edit({1}).profile.change([&](auto& now) { now.email = it.users[{0}].profile->email; });
  });
  check_refused("mailboxes are not", [](realm& it) { it.mail.pop_back(); });
  check_refused("read further", [](realm& it) { it.mail.edit(0).read_up_to = 1'000'000; });
  check_refused("read further", [](realm& it) { it.platform_mail.read_up_to = 1'000'000; });
  check_refused("read further", [](realm& it) { it.held_mail.edit("nobody@x.org").read_up_to = 1; });
}

TEST_CASE("what falls due is of things that are there") {
  check_refused("what falls due is of", [](realm& it) { it.due_roles.push({it.now, nobody.value, 0, {}}); });
  check_refused("what falls due is of", [](realm& it) { it.due_roles.push({it.now, 0, 100000, {}}); });
  check_refused("what falls due is of", [](realm& it) {
    it.due_memberships.push({it.now, 0, nobody.value, {}});
  });
  check_refused("what falls due is of", [](realm& it) { it.due_invitations.push({it.now, 100000, 0, {}}); });
}

TEST_CASE("values are those a log could hold") {
  check_refused("in users: a number names",
                [](realm& it) { it.users.edit({0}).workspaces.push_back({100000}); });
  check_refused("in jobs: a number names", [](realm& it) { it.jobs.edit({0}).creator = nobody; });
  check_refused("in entries: a number names", [](realm& it) { it.entries.edit(0).command = "make.tea"; });
  check_refused("in entries: a number names", [](realm& it) {
    it.entries.edit(0).by = {actor_kind::user, nobody};
  });
  check_refused("in workspaces: a number names",
                [](realm& it) { it.workspaces.edit({0}).status = static_cast<workspace::status>(3); });
  check_refused("a text is not UTF-8",
                [](realm& it) { it.organizations.edit({0}).name = std::string("\xff"); });
  check_refused("outside the calendar", [](realm& it) { it.now = instant{duration{std::int64_t{1} << 60}}; });
  check_refused("outside the calendar", [](realm& it) { it.now = instant::min(); });
  check_refused("not finite", [](realm& it) {
    it.workspaces.edit({0}).details.change(
        [](auto& now) { now.properties.emplace_back("a", std::numeric_limits<double>::infinity()); });
  });
  check_refused("a revision",
                [](realm& it) { it.jobs.edit({0}).revision = std::numeric_limits<std::int64_t>::max(); });
}

TEST_CASE("the tree is as large as the log") {
  const auto& world = altered::live().world();
  const auto other = snapshots::read(snapshots::written(world, snapshots::tree_of(world.head + 1)));
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error() == "its positions differ");
}

}  // TEST_SUITE("codec/snapshot_admit")
