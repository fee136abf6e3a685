// SPDX-License-Identifier: Apache-2.0
// What a C++ caller could hand in and the log could not hold is refused before anything else.
#include "charter/command/values.hpp"

#include <limits>
#include <string>
#include <vector>

#include "stage.hpp"

TEST_SUITE("command/values") {

using namespace staged;

namespace {

const std::string broken = "\xff";

/// The slug and the path of the refusal.
std::string judged(const stage& it, const command& what) {
  const auto done = it.judge(it.asks("alice"), what);
  const auto path = told<std::string>(done, "path");
  return path ? slug(done) + " at " + *path : slug(done);
}

}  // namespace

TEST_CASE("a time outside the calendar is malformed wherever it stands") {
  const hospital it;
  audit::filter filter;
  filter.from = instant::max();
  CHECK(judged(it, audit::extract{.organization = "hospital", .filter = filter}) ==
        "malformed at filter.from");
  workspace::create made{.organization = "hospital", .kind = "analytics", .name = "Study"};
  made.members = {{.user = "hana"}, {.user = "alice", .until = instant::min()}};
  CHECK(judged(it, made) == "malformed at members[1].until");
}

TEST_CASE("a number that JSON cannot write is malformed") {
  const hospital it;
  for (const double each :
       {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
    CHECK(judged(it, workspace::set_property{"study", "limit", each}) == "malformed at value");
  CHECK(judged(it, workspace::set_property{"study", "limit", 0.5}) == "forbidden");
}

TEST_CASE("text that is no UTF-8 is malformed, in a reference too") {
  const hospital it;
  audit::filter filter;
  filter.actor = broken;
  CHECK(judged(it, audit::extract{.organization = "hospital", .filter = filter}) ==
        "malformed at filter.actor");
  CHECK(judged(it, workspace::rename{broken, "New"}) == "malformed at workspace");
  CHECK(judged(it, batch{{workspace::rename{"study", "New"}, workspace::rename{"study", broken}}}) ==
        "malformed at commands[1].with.name");
}

TEST_CASE("a command id is one line of 1 to 256 characters") {
  const hospital it;
  const auto slug_with = [&](std::string id) {
    return slug(it.judge(it.asks("alice", std::move(id), "digest"), workspace::rename{"study", "New"}));
  };
  CHECK(slug_with(std::string(256, 'x')) == "ok");
  for (const auto& each : {std::string(257, 'x'), std::string(), broken, std::string("a\nb")})
    CHECK(slug_with(each) == "malformed");
}

}  // TEST_SUITE("command/values")
