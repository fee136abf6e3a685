// SPDX-License-Identifier: Apache-2.0
// The check index: what it learns, what it leaves to `effective`, and readers beside a writer.
#include <doctest/doctest.h>

#include <charter/access/index.hpp>

#include <atomic>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include "small_realm.hpp"
#include "test_pages.hpp"

TEST_SUITE("access/index") {

using namespace small;
using outcome = check_index::outcome;

namespace {

struct two_people : builder {
  two_people() : builder(rulebooks::opaque_open()) {}
  organization_id hospital = organization("hospital");
  user_id alice = user("alice", hospital, {"workspace_admin"});
  user_id amir = user("amir", hospital);
  workspace_id study = workspace("study", hospital, alice);

  question may_archive() const { return {amir, permissions::workspace_archive, study}; }
};

/// The answer, learnt first where it must be.
decision ask(check_index& index, const realm& now, const question& q) {
  if (index.check(q).how == outcome::to_learn) index.learn(now, q);
  const auto found = index.check(q);
  REQUIRE(found.how == outcome::answered);
  return found.answer;
}

struct happening {
  std::vector<event> events;
};
const std::vector<happening> nothing_happened;

}  // namespace

TEST_CASE("an index that was not made yet answers nothing") {
  const check_index index(std::make_unique<test_pages>());
  CHECK(index.check({user_id{0}, permissions::workspace_view, workspace_id{0}}).how == outcome::not_here);
}

TEST_CASE("what was learnt for one answers for everybody of whom the same is true") {
  two_people it;
  const auto anna = it.user("anna", it.hospital);
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  CHECK(index.check(it.may_archive()).how == outcome::to_learn);
  CHECK(ask(index, it.world, it.may_archive()).why == effective(it.world, it.may_archive()).why);
  CHECK(index.check({anna, permissions::job_create, it.study}).how == outcome::answered);
  CHECK(index.check({it.alice, permissions::job_create, it.study}).how == outcome::to_learn);
}

TEST_CASE("nothing is learnt from another state than the one followed") {
  two_people it;
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  it.member(it.study, it.amir);
  index.learn(it.world, it.may_archive());
  CHECK(index.check(it.may_archive()).how == outcome::to_learn);
}

TEST_CASE("ends and targets of other kinds are left to effective") {
  two_people it;
  const auto soon = it.world.now + std::chrono::hours{1};
  it.happens(workspace::member_added{it.study, it.amir, {}, soon});
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  CHECK(index.check(it.may_archive()).how == outcome::not_here);
  CHECK(index.check({it.alice, permissions::workspace_create, it.hospital}).how == outcome::not_here);
  CHECK(index.check({it.alice, permissions::workspace_withdraw_user, target(it.study, it.amir)}).how ==
        outcome::not_here);

  // Once the end has come the row is plain again.
  it.world.now = soon;
  index.update(it.world, nothing_happened);
  CHECK(ask(index, it.world, it.may_archive()).why == effective(it.world, it.may_archive()).why);
}

TEST_CASE("memberships that end by themselves are followed, whatever else the record holds") {
  two_people it;
  it.member(it.study, it.amir);
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  const question may_see{it.amir, permissions::job_create, it.study};
  CHECK(ask(index, it.world, may_see));
  const memberships::ended ended{it.amir, {}, false, "user.deactivated"};
  it.happens(ended);
  index.update(it.world, std::vector<happening>{{{make_event(ended)}}});
  CHECK_FALSE(ask(index, it.world, may_see));
  CHECK(effective(it.world, may_see).why == ask(index, it.world, may_see).why);
}

TEST_CASE("who joins or leaves an organization, or a workspace, is not taken for who it was like before") {
  two_people it;
  const auto clinic = it.organization("clinic");
  const auto guest = it.user("guest", clinic, {"organization_admin"});
  const auto other = it.user("other", clinic, {"organization_admin"});
  const auto stranger = it.user("stranger", clinic, {"organization_admin"});
  for (const auto each : {guest, other}) it.member(it.study, each);
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  const auto compare = [&] {
    std::size_t wrong = 0, answered = 0;
    for (const auto who : {other, stranger, guest})
      for (std::uint16_t i = 0; i < it.world.rules->permission_count(); ++i) {
        const question q{who, permission{i}, it.study};
        if (index.check(q).how == outcome::to_learn) index.learn(it.world, q);
        const auto found = index.check(q);
        answered += found.how == outcome::answered;
        wrong += found.how == outcome::answered && found.answer.why != effective(it.world, q).why;
      }
    CHECK(answered > 30);
    CHECK(wrong == 0);
  };
  const auto happens = [&](const auto& what) {
    it.happens(what);
    index.update(it.world, std::vector<happening>{{{make_event(what)}}});
    compare();
  };
  compare();
  happens(user::removed{guest, clinic});
  happens(user::joined{guest, it.hospital});
  happens(role::assigned{guest, it.hospital, "organization_admin", {}});
  happens(workspace::member_left{it.study, guest});
}

TEST_CASE("who is listed and deactivated is told so, and an id beyond those indexed is nobody's") {
  two_people it;
  const auto second = it.workspace("second", it.hospital, it.alice);
  it.member(second, it.amir);
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  question q{it.amir, permissions::job_create, second};
  CHECK(ask(index, it.world, q));
  q.user.value += index::most_ids + 1;  // with the lowest bit of the workspace: the same bits of a row
  CHECK(ask(index, it.world, q).why == denial::not_found);
  q.user = it.amir;
  it.happens(user::deactivated{it.amir});
  index.update(it.world, std::vector<happening>{{{make_event(user::deactivated{it.amir})}}});
  CHECK(ask(index, it.world, q).why == denial::deactivated);
}

TEST_CASE("a permission that the rulebook does not have is unknown, where other answers were learnt too") {
  two_people it;
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  question q{it.alice, permissions::job_create, it.study};
  CHECK(ask(index, it.world, q));
  for (std::size_t i = it.world.rules->permission_count(); i < 300; ++i) {
    q.what = permission{static_cast<std::uint16_t>(i)};
    const auto found = index.check(q);
    REQUIRE(found.how == outcome::answered);
    REQUIRE(found.answer.why == denial::unknown_permission);
  }
}

TEST_CASE("a rulebook may have more permissions than every list of verdicts has room for") {
  auto book = rulebooks::opaque_open();
  for (int i = 0; i < 150; ++i) book.permissions.push_back({.name = "own.p" + std::to_string(i)});
  builder it(std::move(book));
  const auto hospital = it.organization("hospital");
  const auto alice = it.user("alice", hospital, {"workspace_admin"});
  const auto study = it.workspace("study", hospital, alice);
  check_index index(std::make_unique<test_pages>());
  index.rebuild(it.world);
  const auto known = static_cast<std::uint16_t>(it.world.rules->permission_count());
  CHECK(ask(index, it.world, {alice, permissions::job_create, study}));
  for (std::uint16_t i = 0; i < known; ++i) {
    const question q{alice, permission{i}, study};
    if (const auto found = index.check(q); found.how == outcome::answered)
      CHECK(found.answer.why == effective(it.world, q).why);
  }
  CHECK(index.check({alice, permission{static_cast<std::uint16_t>(known - 1)}, study}).how ==
        outcome::answered);
  CHECK(index.check({alice, permission{known}, study}).answer.why == denial::unknown_permission);
}

TEST_CASE("without memory the index is off, and comes back with the next update") {
  struct no_pages final : page_source {
    bool refuses = true;
    test_pages pages;
    std::byte* take(std::size_t bytes) override {
      if (refuses) throw std::bad_alloc();
      return pages.take(bytes);
    }
    bool forget(std::byte* from, std::size_t bytes) noexcept override { return pages.forget(from, bytes); }
  };
  two_people it;
  auto pages = std::make_unique<no_pages>();
  auto& source = *pages;
  check_index index(std::move(pages));
  CHECK_THROWS_AS(index.rebuild(it.world), std::bad_alloc);
  CHECK(index.check(it.may_archive()).how == outcome::not_here);
  source.refuses = false;
  index.update(it.world, nothing_happened);
  CHECK_FALSE(ask(index, it.world, it.may_archive()));
}

TEST_CASE("a reader never sees what neither state allows") {
  // A member may not archive, nor may a workspace admin who is no member; who is both may.
  const two_people neither;
  auto member = neither, admin = neither, both = neither;
  member.member(member.study, member.amir);
  admin.happens(role::assigned{admin.amir, admin.hospital, "workspace_admin", {}});
  both.member(both.study, both.amir);
  both.happens(role::assigned{both.amir, both.hospital, "workspace_admin", {}});
  const auto q = neither.may_archive();
  REQUIRE_FALSE(effective(member.world, q).allowed());
  REQUIRE_FALSE(effective(admin.world, q).allowed());
  REQUIRE(effective(both.world, q).allowed());

  const std::vector<happening> touching{
      {{make_event(workspace::member_added{neither.study, neither.amir, {}, {}}),
        make_event(user::signed_in{neither.amir})}}};
  check_index index(std::make_unique<test_pages>());
  index.rebuild(neither.world);
  for (const auto* each : {&both, &admin, &member}) {
    index.update(each->world, touching);
    CHECK(bool(ask(index, each->world, q)) == (each == &both));
  }

  std::atomic<bool> stop{false};
  std::atomic<std::size_t> wrong{0}, answered{0};
  const auto look = [&] {
    while (!stop) {
      const auto found = index.check(q);
      if (found.how != outcome::answered) continue;
      ++answered;
      if (found.answer) ++wrong;
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(look);
  for (int i = 0; i < 20000 || answered < 1000; ++i)
    index.update(i % 2 ? member.world : admin.world, touching);
  stop = true;
  for (auto& each : readers) each.join();
  CHECK(wrong == 0);
}

}  // TEST_SUITE("access/index")
