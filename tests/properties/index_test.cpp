// SPDX-License-Identifier: Apache-2.0
// The check index says what `effective` says, or says nothing: after every command, also from what it learnt
// long before.
#include "charter/access/index.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../access/test_pages.hpp"
#include "access_questions.hpp"
#include "charter/access/effective.hpp"
#include "drive.hpp"

TEST_SUITE("properties/index") {

using namespace charter;
using properties::fail, properties::story;

namespace {

struct counts {
  std::size_t answered = 0, asked = 0;
};

std::vector<target> indexed_targets(const realm& world) {
  std::vector<target> out;
  for (const auto each : properties::latest(world.workspaces, 4)) out.emplace_back(each);
  for (const auto each : properties::latest(world.jobs, 4)) out.emplace_back(each);
  for (const auto each : properties::latest(world.runs, 2)) out.emplace_back(each);
  out.emplace_back(workspace_id{1000000});
  out.emplace_back(job_id{1000000});
  out.emplace_back(run_id{1000000});
  return out;
}

void compare(check_index& index, const realm& world, const question& q, counts& so_far) {
  const auto expected = effective(world, q).why;
  auto got = index.check(q);
  if (got.how == check_index::outcome::to_learn) {
    index.learn(world, q);
    got = index.check(q);
  }
  ++so_far.asked;
  if (got.how != check_index::outcome::answered) return;
  ++so_far.answered;
  if (got.answer.why != expected)
    fail(properties::to_text(world, q) + ": the index says " + std::string(to_text(got.answer.why)) +
         ", effective says " + std::string(to_text(expected)));
}

/// Every seventh permission, beginning elsewhere each time.
void compare_some(check_index& index, const realm& world, std::size_t step, counts& so_far) {
  const auto permissions = world.rules->permission_count() + 1;
  auto users = properties::latest(world.users, 12);
  users.push_back(user_id{1000000});
  for (const auto& on : indexed_targets(world))
    for (const auto user : users)
      for (auto i = step % 7; i < permissions; i += 7) {
        question q{user, permission{static_cast<std::uint16_t>(i)}, on};
        if (step % 3 == 0) q.at = world.now + std::chrono::hours{24};
        compare(index, world, q, so_far);
      }
}

}  // namespace

TEST_CASE("the check index answers as effective does") {
  counts all;
  CHECK(properties::holds("the check index answers as effective does", [&](const story& told) {
    check_index index(std::make_unique<test_pages>());
    std::size_t step = 0;
    properties::follow(told, [&](const properties::stage& here, const auto&, const auto& done) {
      index.update(here.world(), done.records);
      if (step == 0) index.rebuild(here.world());
      compare_some(index, here.world(), step++, all);
    });
    check_index anew(std::make_unique<test_pages>());
    properties::stage here(told.rulebook);
    properties::act_out(here, told);
    anew.rebuild(here.world());
    for (std::size_t i = 0; i < 7; ++i) compare_some(anew, here.world(), i, all);
  }));
  MESSAGE("answered ", all.answered, " of ", all.asked);
  // Four in five over many stories; a few stories may be about people of several organizations.
  CHECK(all.answered * 10 > all.asked * 3);
}

}  // TEST_SUITE("properties/index")
