// SPDX-License-Identifier: Apache-2.0
// Events applied by hand: what they change, what they count, and that older copies of the realm stay as they
// were.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charter/realm/lookup.hpp"
#include "charter/realm/members.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "happen.hpp"

TEST_SUITE("realm/apply") {

namespace {

using namespace charter;
using namespace std::chrono_literals;
using rules::membership_mode;

const instant start = *parse_instant("2026-01-01T00:00:00Z");

/// Two organizations, alice of the hospital and bob of the lab, a study of the hospital with alice in it.
struct sample {
  realm world;
  const organization_id hospital{0}, lab{1};
  const user_id alice{0}, bob{1};
  const workspace_id study{0};

  explicit sample(membership_mode mode, rules::rulebook book = rulebooks::opaque_open()) {
    const auto kind = book.kinds.back().name;
    world.rules = std::make_shared<const rule_set>(std::move(book));
    happens(organization::created{hospital, "hospital", "Hospital"});
    happens(organization::created{lab, "lab", "Lab"});
    happens(user::provisioned{alice, "alice", "alice@hospital.org", {}, hospital});
    happens(user::provisioned{bob, "bob", "bob@lab.org", {}, lab});
    happens(workspace::created{.workspace = study,
                               .key = "study",
                               .organization = hospital,
                               .kind = kind,
                               .name = "Study",
                               .mode = mode});
    happens(workspace::member_added{study, alice, {}, {}});
  }
  template <class Event>
  void happens(Event what, instant at = start) {
    charter_tests::happen(world, make_event(std::move(what)), {++world.head, at, {}});
  }
  invitation_id invite(std::optional<user_id> who, std::string email, std::optional<instant> until = {}) {
    const auto id = world.invitations.next();
    happens(invitation::sent{id, {}, study, who, std::move(email), {}, until, alice});
    return id;
  }
  const workspace::state& there() const { return world.workspaces[study]; }
  bool is_member(user_id who, instant at = start) const {
    return member_row(world, study, who, at) != nullptr;
  }
};

}  // namespace

TEST_CASE("a user joins and leaves an organization, which remembers who ever belonged") {
  sample it(membership_mode::open);
  const realm before = it.world;
  it.happens(user::joined{it.bob, it.hospital});
  CHECK(it.world.users[it.bob].belongs_to(it.hospital));
  CHECK(it.world.users[it.bob].belongs_to(it.lab));
  CHECK(it.world.organizations[it.hospital].users == 2);
  CHECK(it.world.organizations[it.hospital].joined.back() == it.bob);
  it.happens(user::removed{it.bob, it.hospital});
  CHECK_FALSE(it.world.users[it.bob].belongs_to(it.hospital));
  CHECK(it.world.organizations[it.hospital].users == 1);
  CHECK(it.world.organizations[it.hospital].joined.size() == 2);
  CHECK_FALSE(before.users[it.bob].belongs_to(it.hospital));
  CHECK(before.organizations[it.hospital].users == 1);
  CHECK(before.organizations[it.hospital].joined.size() == 1);
}

TEST_CASE("a workspace begins pending and ends archived; its owner counts the living ones") {
  sample it(membership_mode::open);
  const realm pending = it.world;
  CHECK(it.there().status == workspace::status::pending);
  CHECK(it.world.organizations[it.hospital].workspaces == 1);
  CHECK(it.world.organizations[it.lab].workspaces == 0);
  it.happens(workspace::activated{it.study, {}});
  CHECK(it.there().status == workspace::status::active);
  it.happens(workspace::archived{it.study});
  CHECK(it.there().archived());
  CHECK(it.world.organizations[it.hospital].workspaces == 0);
  CHECK(it.world.organizations[it.hospital].owned.size() == 1);
  CHECK(pending.workspaces[it.study].status == workspace::status::pending);
  CHECK(pending.organizations[it.hospital].workspaces == 1);
}

TEST_CASE("a sealed workspace waits for each invitation until it is accepted [D02]") {
  sample it(membership_mode::sealed);
  const auto first = it.invite(it.bob, "bob@lab.org");
  const realm before = it.world;
  CHECK(it.there().awaited == 1);
  CHECK(it.there().open_invitations == 1);
  it.happens(invitation::declined{first, it.study, it.bob});
  CHECK(it.there().awaited == 1);
  CHECK(it.there().open_invitations == 0);
  it.happens(invitation::reissued{first, it.study, start + 48h}, start + 1h);
  CHECK(it.there().open_invitations == 1);
  CHECK(it.world.invitations[first].sent_at == start + 1h);
  it.happens(invitation::accepted{first, it.study, it.bob});
  CHECK(it.world.invitations[first].status == invitation::status::accepted);
  CHECK(it.there().awaited == 0);
  CHECK(it.there().open_invitations == 0);
  CHECK(before.invitations[first].status == invitation::status::pending);
  CHECK(before.workspaces[it.study].awaited == 1);
}

TEST_CASE("an invitation held for an address becomes the account's own [D37]") {
  sample it(membership_mode::open);
  const auto held = it.invite({}, "New@Lab.org"), other = it.invite({}, "other@lab.org");
  CHECK(it.there().awaited == 0);
  REQUIRE(it.world.held_invitations.contains("new@lab.org"));
  const user_id newcomer = it.world.users.next();
  it.happens(user::provisioned{newcomer, {}, "new@LAB.org", {}, it.lab});
  it.happens(invitation::claimed{held, it.study, newcomer});
  CHECK(it.world.invitations[held].user == newcomer);
  CHECK(it.world.users[newcomer].invitations.back() == held);
  CHECK_FALSE(it.world.held_invitations.contains("new@lab.org"));
  CHECK(it.world.held_invitations.contains("other@lab.org"));
  CHECK_FALSE(it.world.invitations[other].user);
}

TEST_CASE("of invitations only those expire whose present end has come [D05]") {
  sample it(membership_mode::open);
  const auto due = it.invite(it.bob, "bob@lab.org", start + 1h), moved = it.invite({}, "a@b", start + 1h),
             later = it.invite({}, "c@d", start + 2h), endless = it.invite({}, "e@f");
  it.happens(invitation::reissued{moved, it.study, start + 3h});
  it.happens(invitations::expired{"until"}, start + 1h);
  const auto status = [&](invitation_id which) { return it.world.invitations[which].status; };
  CHECK(status(due) == invitation::status::expired);
  CHECK(status(moved) == invitation::status::pending);
  CHECK(status(later) == invitation::status::pending);
  CHECK(status(endless) == invitation::status::pending);
  CHECK(it.there().open_invitations == 3);
}

TEST_CASE("a membership that ends takes its places in groups along, and coming back begins anew [D14]") {
  sample it(membership_mode::open);
  it.happens(workspace::member_added{it.study, it.bob, {}, {}});
  const approval::policy chosen{
      rules::approval_mode::groups, {{{"all", 1, {it.alice, it.bob}}, {"guests", 1, {it.bob}}}}, {}};
  it.happens(workspace::approval_policy_set{it.study, chosen});
  const realm before = it.world;
  it.happens(workspace::member_left{it.study, it.bob});
  CHECK_FALSE(it.is_member(it.bob));
  CHECK(it.there().listed == 1);
  CHECK(it.there().members.size() == 2);
  CHECK((*it.there().policies->approval->groups)[0].members == std::vector{it.alice});
  CHECK((*it.there().policies->approval->groups)[1].members.empty());
  CHECK(it.there().review_revision > before.workspaces[it.study].review_revision);
  it.happens(workspace::member_added{it.study, it.bob, {}, start + 1h});
  CHECK(it.is_member(it.bob));
  CHECK_FALSE(it.is_member(it.bob, start + 1h));
  CHECK(it.there().listed == 2);
  CHECK(it.there().members.size() == 3);
  CHECK(it.world.users[it.bob].workspaces.size() == 1);
  CHECK(before.workspaces[it.study].policies->approval == chosen);
  CHECK(before.workspaces[it.study].members.size() == 2);
}

TEST_CASE("of memberships only those end whose present end has come [D45]") {
  sample it(membership_mode::open);
  it.happens(workspace::member_added{it.study, it.bob, {}, start + 1h});
  it.happens(workspace::role_changed{it.study, it.alice, {}, start + 1h});
  it.happens(workspace::role_changed{it.study, it.alice, {}, start + 2h});
  it.happens(memberships::ended{{}, {}, false, "until"}, start + 1h);
  CHECK(it.world.find_row(it.study, it.bob)->ended);
  CHECK_FALSE(it.world.find_row(it.study, it.alice)->ended);
  CHECK(it.there().listed == 1);
}

TEST_CASE("leaving the organization ends an open membership and suspends a sealed one [D26]") {
  for (const auto mode : {membership_mode::open, membership_mode::sealed}) {
    sample it(mode);
    it.happens(user::removed{it.alice, it.hospital});
    it.happens(memberships::ended{it.alice, it.hospital, false, "user.removed"});
    CHECK_FALSE(it.is_member(it.alice));
    const bool sealed = mode == membership_mode::sealed;
    CHECK((listed_row(it.world, it.study, it.alice, start) != nullptr) == sealed);
    it.happens(user::joined{it.alice, it.lab});
    CHECK_FALSE(it.is_member(it.alice));
    it.happens(user::joined{it.alice, it.hospital});
    CHECK(it.is_member(it.alice) == sealed);
  }
}

TEST_CASE("a role that is given again gets the new end, and ends at that alone [D45]") {
  sample it(membership_mode::open);
  const auto admin = *it.world.rules->find_role("workspace_admin");
  it.happens(role::assigned{it.alice, it.hospital, "workspace_admin", start + 1h});
  it.happens(role::assigned{it.alice, it.hospital, "workspace_admin", start + 2h});
  CHECK(it.world.users[it.alice].standing->roles.size() == 1);
  it.happens(roles::ended{{}, {}, "until"}, start + 1h);
  REQUIRE(it.world.users[it.alice].find_role(it.hospital, admin));
  CHECK_FALSE(it.world.users[it.alice].find_role(it.hospital, admin)->counts(start + 2h));
  it.happens(roles::ended{{}, {}, "until"}, start + 2h);
  CHECK_FALSE(it.world.users[it.alice].find_role(it.hospital, admin));
}

TEST_CASE("after an amendment the same roles and kinds are meant, whatever their place in the rulebook") {
  auto book = rulebooks::openhexa();
  sample it(membership_mode::open, book);
  it.happens(workspace::member_added{it.study, it.bob, "viewer", {}});
  it.happens(role::assigned{it.alice, it.hospital, "organization_admin", start + 1h});
  const realm before = it.world;
  std::reverse(book.roles.begin(), book.roles.end());
  book.kinds.insert(book.kinds.begin(), {.name = "first", .label = "First"});
  it.happens(realms::rulebook_amended{book});
  const auto role_of = [&](const realm& world) { return *world.find_row(it.study, it.bob)->role; };
  CHECK(role_of(it.world) != role_of(before));
  CHECK(it.world.rules->role(role_of(it.world)).name == "viewer");
  CHECK(before.rules->role(role_of(before)).name == "viewer");
  CHECK(it.world.rules->kind(it.there().kind).name == book.kinds.back().name);
  CHECK(it.there().kind != before.workspaces[it.study].kind);
  it.happens(roles::ended{{}, {}, "until"}, start + 1h);
  CHECK(it.world.users[it.alice].standing->roles.empty());
}

TEST_CASE("the end of a role that was dropped comes to nothing, however often the rulebook is amended") {
  const auto book = rulebooks::opaque_open();
  auto with_steward = book;
  with_steward.roles.push_back({.name = "steward"});
  sample it(membership_mode::open, with_steward);
  it.happens(role::assigned{it.alice, it.hospital, "steward", start + 1h});
  it.happens(role::withdrawn{it.alice, it.hospital, "steward"});
  it.happens(realms::rulebook_amended{book});
  it.happens(realms::rulebook_amended{with_steward});
  it.happens(roles::ended{{}, {}, "until"}, start + 1h);
  CHECK(it.world.users[it.alice].standing->roles.empty());
  CHECK_FALSE(it.world.due_roles.any_until(instant::max()));
}

TEST_CASE("time moves by its own event alone") {
  sample it(membership_mode::open);
  const auto before = it.world.now;
  it.happens(user::signed_in{it.bob}, start + 1h);
  CHECK(it.world.now == before);
  it.happens(time::advanced{start + 2h}, start + 1h);
  CHECK(it.world.now == start + 2h);
}

}  // TEST_SUITE("realm/apply")
