// SPDX-License-Identifier: Apache-2.0
// Answers about rights: the same twice, consistent in themselves, in step with wider questions and with what
// a command would get.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "access_questions.hpp"
#include "charter/access/effective.hpp"
#include "drive.hpp"

TEST_SUITE("properties/access") {

using namespace charter;
using properties::fail, properties::story;

namespace {

/// The denial that the first unmet condition stands for (vocabulary, section 4).
denial denial_of(const judgement& it, const target& on) {
  if (it.missing.has(condition::member))
    return on.what == target::kind::organization ? denial::forbidden : denial::not_a_member;
  if (it.missing.has(condition::approved)) return denial::not_approved;
  if (it.missing.has(condition::run_policy)) return denial::not_in_run_policy;
  if (it.missing.has(condition::approver)) return denial::not_an_approver;
  return denial::forbidden;
}

void check_one(const realm& world, const question& asked) {
  const auto it = effective(world, asked), again = effective(world, asked);
  const auto about = properties::to_text(world, asked) + ": " + std::string(to_text(it.why));
  if (it.why != again.why || it.role != again.role || it.granted != again.granted ||
      it.alternative != again.alternative || it.missing != again.missing)
    fail("another answer the second time: " + about);
  if (it.allowed() != (it.role && it.granted)) fail("allowed by no grant, or denied by one: " + about);
  switch (it.why) {
    case denial::none:
    case denial::malformed:
    case denial::unknown_permission:
    case denial::not_found:
    case denial::deactivated:
    case denial::workspace_archived:
    case denial::workspace_pending:
      if (!it.missing.empty()) fail("conditions are missing where none was judged: " + about);
      return;
    case denial::depends_on_resource:
      if (it.missing.empty()) fail("depends on nothing: " + about);
      return;
    default:
      if (!it.missing.empty() && denial_of(it, asked.on) != it.why)
        fail("the first missing condition says otherwise: " + about);
  }
}

/// What is allowed of a workspace is allowed of every job in it; what is denied of it, and not for want of a
/// resource, is denied of every job (D50).
void check_wider(const realm& world, user_id user, permission what, workspace_id where) {
  const auto wide = effective(world, {user, what, where});
  if (wide.why == denial::depends_on_resource) return;
  for (const auto job : world.workspaces[where].jobs) {
    if (world.jobs[job].status == job::status::discarded) continue;
    const auto narrow = effective(world, {user, what, job});
    if (wide.allowed() != narrow.allowed())
      fail(properties::to_text(world, {user, what, job}) + ": " + std::string(to_text(narrow.why)) +
           ", of the whole workspace: " + std::string(to_text(wide.why)));
  }
}

/// Few of each kind: all combinations of them are asked.
constexpr std::size_t at_most = 6;

}  // namespace

TEST_CASE("answers are consistent in themselves, for every user, permission and thing") {
  CHECK(properties::holds(
      "answers about rights",
      [](const story& told) {
        properties::stage here(told.rulebook);
        properties::act_out(here, told);
        const auto& world = here.world();
        const auto targets = properties::some_targets(world, at_most);
        for (std::uint32_t user = 0; user < world.users.all.size(); ++user)
          for (std::uint16_t what = 0; what < world.rules->permission_count(); ++what) {
            for (const auto& each : targets) check_one(world, {user_id{user}, {what}, each});
            const auto about = world.rules->row({what}).about;
            if (about == subject::job || about == subject::run)
              for (std::uint32_t it = 0; it < world.workspaces.all.size(); ++it)
                check_wider(world, user_id{user}, {what}, workspace_id{it});
          }
      },
      100));
}

TEST_CASE("check answers what a command that needs just that permission would get") {
  CHECK(properties::holds(
      "check and commands agree",
      [](const story& told) {
        properties::stage here(told.rulebook);
        properties::act_out(here, told);
        const auto& world = here.world();
        const auto commands = properties::commands_of_one_permission(world, at_most);
        const auto of_nothing = properties::commands_of_one_permission(world, at_most, true);
        for (std::size_t i = 0; i < commands.size(); ++i)
          for (std::uint32_t user = 0; user < world.users.all.size(); ++user) {
            const auto& each = commands[i];
            const decision_context as_user{user_id{user}, world.now, world.now, {}, {}};
            const auto check = effective(world, {user_id{user}, each.what, each.on});
            const auto done = properties::judge(world, {as_user, each.asks});
            const auto about = properties::to_text(world, {user_id{user}, each.what, each.on}) + " by " +
                               std::string(each.asks.name()) + ": check says " +
                               std::string(to_text(check.why)) + ", the command " +
                               (done.accepted ? "accepted" : done.why.slug);
            if (check.allowed() && !done.accepted && properties::is_about_rights(done.why.slug))
              fail("allowed, but refused: " + about);
            if (!check.allowed() && done.why.slug != to_text(check.why)) fail("denied otherwise: " + about);
            // D41: what is not seen and what is not there read the same.
            if (check.why == denial::not_found &&
                !(done.why == properties::judge(world, {as_user, of_nothing[i].asks}).why))
              fail("not found, but in other words: " + about);
          }
      },
      100));
}

}  // TEST_SUITE("properties/access")
