// SPDX-License-Identifier: Apache-2.0
// What every command goes through: the order of refusals, time, repeated ids, batches.

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "stage.hpp"

TEST_SUITE("command/decide") {

using namespace staged;

TEST_CASE("the first reason in the order of the vocabulary is the answer") {
  hospital it;
  job::create wanted{.key = "", .workspace = "study", .name = "", .content_digest = "sha256:a1"};
  it.execute(it.asks("bob", "b-1", "one"), notice::mark_read{1});
  it.execute("host", user::deactivate{"bob"});
  auto with = it.asks("bob", "b-1", "another");
  with.at -= 1h;
  const auto why = [&] { return slug(it.judge(with, wanted)); };
  CHECK(why() == "malformed");
  wanted.key = "counting";
  CHECK(why() == "command_id_reused");
  with.id = "b-2";
  CHECK(why() == "time_went_back");
  with.at += 3h;
  CHECK(why() == "time_too_far_ahead");
  with.at = with.clock;
  CHECK(why() == "deactivated");
  it.execute("host", user::reactivate{"bob"});
  CHECK(why() == "not_found");  // what ended with the account does not come back: bob does not see the study
  CHECK(told<std::string>(it.judge(with, wanted), "what") == "workspace");
  it.execute("alice", workspace::add_member{"study", "bob", {}, {}, {}});
  CHECK(why() == "invalid_name");
  wanted.name = "Counts";
  CHECK(why() == "ok");
  CHECK(slug(it.judge(it.asks("bob"), describe(std::string(151, 'x')))) == "forbidden");
  CHECK(slug(it.judge(it.asks("alice"), describe(std::string(151, 'x')))) == "invalid_description");
}

TEST_CASE("an actor is named by id, key or address; one that nobody has is not found") {
  const hospital it;
  for (const auto* name : {"alice", "usr_1", "ALICE@hospital.org"}) {
    const auto done = it.judge(it.asks(name), describe("new"));
    REQUIRE(done);
    CHECK(done->by == acting{actor_kind::user, user_id{1}});
    CHECK(done->drafts.back().by == done->by);
  }
  for (const auto* name : {"zoe", "usr_9", "", "Alice"}) {
    const auto done = it.judge(it.asks(name, "id", "one"), describe("new"));
    CHECK(slug(done) == "not_found");
    CHECK(told<std::string>(done, "what") == "user");
  }
}

TEST_CASE("a little behind is taken at the realm's time, a little ahead as it is [D45]") {
  const hospital it;
  const auto judge = [&](duration later, actor as, const command& what) {
    auto with = it.asks(std::move(as), later);
    with.clock = it.world.now;
    return it.judge(with, what);
  };
  const auto behind = judge(-5s, "alice", describe("new"));
  REQUIRE(behind);
  CHECK(behind->drafts.back().at == it.world.now);
  CHECK(slug(judge(-5001ms, "alice", describe("new"))) == "time_went_back");
  const auto ahead = judge(1h, "host", user::record_sign_in{"bob"});
  REQUIRE(ahead);
  CHECK(ahead->drafts.back().at == it.world.now + 1h);
  CHECK(slug(judge(1h + 1ms, "host", user::record_sign_in{"bob"})) == "time_too_far_ahead");
  CHECK(slug(judge(1h + 1ms, "host", time::advance{})) == "time_too_far_ahead");
  CHECK(slug(judge(720h, "operator", time::advance{})) == "ok");
  CHECK(slug(judge(-5001ms, "operator", time::advance{})) == "time_went_back");
  CHECK(slug(judge(720h, "operator", batch{{time::advance{}}})) == "time_too_far_ahead");
  CHECK(slug(judge(1h, "alice", time::advance{})) == "forbidden");
}

TEST_CASE("a time that the log cannot write is malformed, before anything else") {
  const hospital it;
  auto with = it.asks("zoe");
  for (const auto at : {instant::min(), instant::max()}) {
    with.at = at;
    CHECK(slug(it.judge(with, describe("new"))) == "malformed");
    CHECK(told<std::string>(it.judge(with, describe("new")), "path") == "at");
  }
}

TEST_CASE("a command id stands for one payload of one actor [D44]") {
  hospital it;
  it.execute(it.asks("alice", "c-1", "one"), describe("first"));
  const auto head = it.world.head;
  it.execute("alice", describe("second"));
  const auto again = it.judge(it.asks("ALICE@hospital.org", "c-1", "one"), describe("first"));
  REQUIRE(again);
  CHECK(again->repeats == head);
  CHECK(again->drafts.empty());
  CHECK(again->by.user == user_id{1});
  CHECK(slug(it.judge(it.asks("alice", "c-1", "two"), describe("third"))) == "command_id_reused");
  const auto own = it.judge(it.asks("hana", "c-1", "one"), describe("third"));
  REQUIRE(own);
  CHECK(own->repeats == 0);
  CHECK(own->drafts.size() == 1);
  CHECK(it.judge(it.asks("host", "c-1", "one"), user::record_sign_in{"bob"})->repeats == 0);
}

TEST_CASE("a repeated id is answered whatever has become of its actor and of time [D44]") {
  hospital it;
  it.execute(it.asks("alice", "c-1", "one"), describe("first"));
  auto with = it.asks("alice", "c-1", "one");
  const auto head = it.world.head;
  it.execute("host", user::deactivate{"alice"});
  it.execute(it.asks("host", 30min), user::record_sign_in{"bob"});
  const auto again = it.judge(with, describe("first"));
  REQUIRE(again);
  CHECK(again->repeats == head);
}

TEST_CASE("a batch is one record, and each command sees what those before it did [D49]") {
  const hospital it;
  const auto done =
      it.judge(it.asks("alice"), batch{{describe("one"), workspace::remove_member{"study", "bob"},
                                        workspace::add_member{"study", "bob", {}, {}, {}}}});
  REQUIRE(done);
  REQUIRE(done->drafts.size() == 1);
  CHECK(done->drafts[0].command == "batch");
  CHECK(events(done->drafts[0]) ==
        names{"workspace.described", "workspace.member_removed", "workspace.member_added"});
}

TEST_CASE("what follows from a command of a batch is measured from just before that command [D49]") {
  hospital it;
  it.execute("alice", job::create{"counting", "study", "Counts", "sha256:a1", {}});
  it.execute("alice", job::request_approval{"counting"});
  const auto done = it.judge(it.asks("host"), batch{{user::deactivate{"bob"}, user::reactivate{"bob"}}});
  REQUIRE(done);
  CHECK(events(done->drafts[0]) ==
        names{"user.deactivated", "memberships.ended", "reviews.reevaluated", "user.reactivated"});
}

TEST_CASE("a batch is all or nothing, and says at which command it failed [D49]") {
  hospital it;
  const auto head = it.world.head;
  const auto no = it.judge(it.asks("alice"), batch{{describe("one"), describe("two"), describe("two")}});
  CHECK(slug(no) == "nothing_to_change");
  CHECK(told<std::int64_t>(no, "index") == 2);
  CHECK(it.world.head == head);
  CHECK(it.world.workspaces[workspace_id{0}].details->description.empty());
  const auto first = it.judge(it.asks("bob"), batch{{describe("one"), describe("two")}});
  CHECK(slug(first) == "forbidden");
  CHECK(told<std::int64_t>(first, "index") == 0);
}

TEST_CASE("the shape of all of a batch is judged before any of it [D49]") {
  const hospital it;
  const auto judge = [&](const batch& what) { return it.judge(it.asks("alice"), what); };
  const auto bad =
      judge({{describe(std::string(151, 'x')), job::create{.key = "job_1", .workspace = "study"}}});
  CHECK(slug(bad) == "malformed");
  CHECK(told<std::string>(bad, "path") == "commands[1].with.key");
  CHECK(told<std::int64_t>(bad, "index") == 1);
  CHECK(told<std::string>(judge({}), "path") == "commands");
  CHECK(told<std::string>(judge({{describe("one"), batch{{describe("two")}}}}), "path") == "commands[1].do");
  std::vector<command> many;
  for (std::size_t i = 0; i < max_batch; ++i) many.push_back(describe(std::to_string(i)));
  CHECK(judge({many})->drafts[0].events.size() == max_batch);
  many.push_back(describe("one too many"));
  CHECK(slug(judge({many})) == "malformed");
}

TEST_CASE("deciding changes nothing and answers the same again [D44]") {
  hospital it;
  const auto before = it.world;
  const std::vector<std::pair<decision_context, command>> asked{
      {it.at_the_end("alice"), describe("new")},
      {it.at_the_end("host"), time::advance{}},
      {it.asks("alice"), batch{{describe("one"), workspace::archive{"study"}, describe("two")}}},
      {it.asks("alice"), workspace::archive{"study"}},
      {it.asks("hana"), organization::rename{"hospital", "Clinic"}},
  };
  for (const auto& [with, what] : asked) {
    const auto first = it.judge(with, what), second = it.judge(with, what);
    CHECK(slug(first) == slug(second));
    if (first && second) CHECK(events(first->drafts.back()) == events(second->drafts.back()));
    CHECK(it.world.now == before.now);
    CHECK(it.world.head == before.head);
    CHECK(it.world.due_memberships.any_until(it.end()));
    CHECK(it.world.entries.size() == before.entries.size());
    CHECK(it.world.mail[1].rows.size() == before.mail[1].rows.size());
    CHECK(*it.world.organizations[organization_id{0}].name == "hospital");
    const auto& study = it.world.workspaces[workspace_id{0}];
    CHECK(study.status == workspace::status::active);
    CHECK(study.details->description.empty());
    CHECK(study.listed == 2);
  }
}

TEST_CASE("where there is no realm only the operator's realm.create is heard") {
  const realm nothing;
  const instant at = *parse_instant("2026-01-01T00:00:00Z");
  const auto judge = [&](actor as, const command& what) {
    return staged::judge(nothing, {std::move(as), at, at, {}, {}}, what);
  };
  const auto early = judge("operator", organization::create{"lab", "Lab"});
  CHECK(slug(early) == "not_found");
  CHECK(told<std::string>(early, "what") == "realm");
  CHECK(slug(judge("operator", time::advance{})) == "not_found");
  CHECK(slug(judge("host", realms::create{"opaque_open"})) == "forbidden");
  CHECK(told<std::string>(judge("alice", realms::create{"opaque_open"}), "what") == "user");
  CHECK(slug(judge("operator", realms::create{"no such"})) == "invalid_rulebook");
  const auto done = judge("operator", realms::create{"opaque_open"});
  REQUIRE(done);
  CHECK(events(done->drafts.back()) == names{"realm.created"});
  CHECK(done->drafts.back().at == at);
  CHECK(slug(stage().judge(stage().asks("operator"), realms::create{"openhexa"})) == "already_exists");
}

}  // TEST_SUITE("command/decide")
