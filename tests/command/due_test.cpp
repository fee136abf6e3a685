// SPDX-License-Identifier: Apache-2.0
// What has come to its end by the command's time: in front of the command, once, or not at all.
#include "charter/command/due.hpp"

#include <doctest/doctest.h>

#include <string>

#include "stage.hpp"

TEST_SUITE("command/due") {

using namespace staged;

TEST_CASE("what is due goes in front, in a record of the host's at the command's time [D45]") {
  const hospital it;
  const auto done = it.judge(it.at_the_end("alice"), describe("new"));
  REQUIRE(done);
  REQUIRE(done->drafts.size() == 2);
  const auto& due = done->drafts.front();
  CHECK(due.command == "time.advance");
  CHECK(due.by == acting{actor_kind::host, {}});
  CHECK(due.at == it.end());
  CHECK(events(due) == names{"time.advanced", "memberships.ended"});
  CHECK(done->drafts.back().command == "workspace.describe");
  CHECK(done->drafts.back().at == it.end());
  CHECK(events(done->drafts.back()) == names{"workspace.described"});
}

TEST_CASE("nothing is due a millisecond before, nor a second time [D45]") {
  hospital it;
  const auto early = it.judge(it.at_the_end("alice", -1ms), describe("new"));
  REQUIRE(early);
  CHECK(early->drafts.size() == 1);
  it.execute(it.at_the_end("alice", 5s), describe("new"));
  CHECK(it.world.find_row(workspace_id{0}, user_id{2})->ended);
  CHECK(it.judge(it.asks("alice", 1s), describe("newer"))->drafts.size() == 1);
}

TEST_CASE("a command sees what was due, and a refused one brings nothing of it [D45]") {
  const hospital it;
  const job::create wanted{.workspace = "study", .name = "Counts", .content_digest = "sha256:a1"};
  CHECK(slug(it.judge(it.at_the_end("bob", -1ms), wanted)) == "ok");
  CHECK(slug(it.judge(it.at_the_end("bob"), wanted)) == "not_found");
  const workspace::add_member again{"study", "bob", {}, {}, {}};
  CHECK(slug(it.judge(it.at_the_end("alice", -1ms), again)) == "already_member");
  const auto done = it.judge(it.at_the_end("alice"), again);
  REQUIRE(done);
  REQUIRE(done->drafts.back().warnings.size() == 1);
  CHECK(done->drafts.back().warnings[0].slug == "single_party_ended");  // alice was alone by then
}

TEST_CASE("time.advance writes what is due in its own record") {
  const hospital it;
  const auto done = it.judge(it.at_the_end("host", 2s), time::advance{});
  REQUIRE(done);
  REQUIRE(done->drafts.size() == 1);
  CHECK(done->drafts[0].by.kind == actor_kind::host);
  CHECK(events(done->drafts[0]) == names{"time.advanced", "memberships.ended"});
  CHECK(events(it.judge(it.asks("host", 1s), time::advance{})->drafts[0]) == names{"time.advanced"});
}

TEST_CASE("what ends at one instant ends in one record, a kind of thing at a time [D45]") {
  hospital it;
  it.provision("amir", "hospital");
  it.execute("hana", role::assign{"amir", "workspace_admin", "hospital", it.end()});
  const auto done = it.judge(it.at_the_end("host"), user::record_sign_in{"bob"});
  REQUIRE(done);
  CHECK(events(done->drafts.front()) == names{"time.advanced", "memberships.ended", "roles.ended"});
}

TEST_CASE("an end that was moved is not due at the old one [D45]") {
  hospital it;
  it.provision("amir", "hospital");
  const auto earlier = it.end() - 1min, later = it.end() + 1min;
  it.execute("hana", role::assign{"amir", "workspace_admin", "hospital", earlier});
  it.execute("hana", role::assign{"amir", "workspace_admin", "hospital", later});
  const auto at = [&](instant when) {
    return it.judge(it.asks("host", when - it.world.now), user::record_sign_in{"bob"})->drafts;
  };
  CHECK(at(earlier).size() == 1);
  CHECK(events(at(later).front()) == names{"time.advanced", "memberships.ended", "roles.ended"});
  it.execute("hana", role::withdraw{"amir", "workspace_admin", "hospital"});
  CHECK(events(at(later).front()) == names{"time.advanced", "memberships.ended"});
}

TEST_CASE("what follows from an end stands behind it in the same record [D45]") {
  hospital it;
  it.execute("alice", job::create{"counting", "study", "Counts", "sha256:a1", {}});
  it.execute("alice", job::request_approval{"counting"});
  const names expected{"time.advanced", "memberships.ended", "reviews.reevaluated"};
  CHECK(events(it.judge(it.at_the_end("alice"), describe("new"))->drafts.front()) == expected);
  CHECK(events(it.judge(it.at_the_end("host"), time::advance{})->drafts.front()) == expected);
}

}  // TEST_SUITE("command/due")
