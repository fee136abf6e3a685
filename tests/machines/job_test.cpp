// SPDX-License-Identifier: Apache-2.0
// Jobs and the decisions on them.
#include "charter/machines/job/rules.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("machines/job") {

using namespace charter;
using machine = job::machine;
using status = job::status;

namespace {

constexpr user_id ann{1}, bob{2};
std::string slug(const objection& no) { return no ? no->slug : "ok"; }

job::state in_review() {
  job::state it;
  it.creator = ann;
  machine::apply(it, job::approval_requested{});
  return it;
}
job::decision_recorded approval_of(user_id who) {
  job::decision_recorded what;
  what.user = who;
  what.revision = 1;
  return what;
}
std::string decide(const job::state& it, status shown, user_id by, std::int64_t revision,
                   std::string_view comment = "", bool required = false) {
  return slug(machine::decide_decision(it, shown, by, revision, comment, required));
}

}  // namespace

TEST_CASE("a decision is judged by status, revision, decided before, comment, in this order [D17, D22]") {
  auto it = in_review();
  machine::apply(it, approval_of(bob));
  CHECK(decide(it, status::draft, bob, 9, "", true) == "not_in_review");
  CHECK(decide(it, status::in_review, bob, 9, "", true) == "stale_revision");
  CHECK(decide(it, status::in_review, bob, 1, "", true) == "already_decided");
  CHECK(decide(it, status::in_review, ann, 1, " \t", true) == "comment_required");
  CHECK(decide(it, status::in_review, ann, 1, "why", true) == "ok");
  CHECK(decide(it, status::in_review, ann, 1) == "ok");
  CHECK(machine::decide_decision(it, status::in_review, ann, 9, "", false)->details.front().value ==
        decltype(detail_value::value)(std::int64_t{1}));
}

TEST_CASE("content changes in draft only, and each change is a revision") {
  CHECK(slug(machine::decide_edit(status::draft)) == "ok");
  for (const auto each : {status::in_review, status::approved, status::rejected})
    CHECK(slug(machine::decide_edit(each)) == "not_draft");
  job::state it;
  job::edited what;
  what.name = "Second";
  machine::apply(it, what);
  CHECK(it.content->name == "Second");
  CHECK(it.revision == 2);
}

TEST_CASE("what may be asked for depends on the status shown") {
  CHECK(slug(machine::decide_request(status::draft)) == "ok");
  CHECK(slug(machine::decide_request(status::rejected)) == "not_draft");
  CHECK(slug(machine::decide_return(status::approved)) == "ok");
  CHECK(slug(machine::decide_return(status::draft)) == "nothing_to_change");
  CHECK(slug(machine::decide_return(status::closed)) == "not_in_review");
}

TEST_CASE("a new round starts without decisions [D18]") {
  auto it = in_review();
  machine::apply(it, approval_of(bob));
  machine::hold(it);
  machine::apply(it, job::returned_to_draft{});
  CHECK(it.status == status::draft);
  CHECK(it.decisions->empty());
  CHECK_FALSE(it.held);
}

TEST_CASE("a held review goes on with the next decision [D15]") {
  auto it = in_review();
  machine::hold(it);
  machine::apply(it, approval_of(bob));
  CHECK_FALSE(it.held);
}

TEST_CASE("restarted, only the creator's own approval is recorded anew, where creators approve [D31]") {
  auto it = in_review();
  machine::apply(it, approval_of(bob));
  auto other = it;
  machine::restart(it, true);
  REQUIRE(it.decisions->size() == 1);
  CHECK(it.decisions->front().user == ann);
  CHECK(it.decisions->front().automatic);
  machine::restart(other, false);
  CHECK(other.decisions->empty());
}

}  // TEST_SUITE("machines/job")
