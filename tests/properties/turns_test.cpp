// SPDX-License-Identifier: Apache-2.0
// One after the other or at once: batches, what is due, and the same again.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "charter/access/effective.hpp"
#include "charter/codec/record_json.hpp"
#include "drive.hpp"

TEST_SUITE("properties/turns") {

using namespace charter;
using properties::answer, properties::fail, properties::judge, properties::story;
using testing::attempt;

namespace {

/// The events of an answer's last record, which is the command's own.
std::vector<std::string> own_events(const answer& it) {
  std::vector<std::string> out;
  for (const auto& each : it.records.back().events) {
    std::string text;
    json_writer writer(text);
    write_value(writer, each);
    out.push_back(std::move(text));
  }
  return out;
}
std::string slug_of(const answer& it) { return it.accepted ? "accepted" : it.why.slug; }

realm with(realm world, const answer& done) {
  for (const auto& each : done.records) properties::fold_in(world, each);
  return world;
}

/// By itself it writes what is due in its own record, in a batch that stands in front.
bool moves_time(const command& one) { return one.name() == "time.advance"; }

bool has_detail(const refusal& it, std::string_view name) {
  return std::any_of(it.details.begin(), it.details.end(),
                     [&](const auto& each) { return each.name == name; });
}

/// A batch against its commands told one by one at the same time (D49).
void check_batch(const realm& world, const attempt& next, const batch& several) {
  const auto at_once = judge(world, next);
  const auto time = std::max(world.now, next.with.at);
  auto there = world;
  std::vector<std::string> events;
  for (std::size_t i = 0; i < several.commands.size(); ++i) {
    const auto one = judge(there, {{next.with.as, time, time, {}, {}}, several.commands[i]});
    if (!one.accepted) {
      // The shape of all is judged before the first is.
      if (at_once.why.slug != one.why.slug &&
          !(at_once.why.slug == "malformed" && has_detail(at_once.why, "index")))
        fail("command " + std::to_string(i) + " is " + one.why.slug + ", in a batch " + slug_of(at_once));
      const bool of_the_actor = one.why.slug == "not_found" || one.why.slug == "deactivated";
      if (!of_the_actor && !has_detail(at_once.why, "index"))
        fail("the refused batch does not say which it was");
      return;
    }
    const auto more = own_events(one);
    events.insert(events.end(), more.begin(), more.end());
    there = with(there, one);
  }
  if (!at_once.accepted) fail("each passes, the batch is " + at_once.why.slug);
  if (own_events(at_once) != events) fail("the batch has other events than its commands");
}

bool is_in_time(const realm& world, const attempt& next) {
  return !next.with.id && next.with.at >= world.now && next.with.clock == next.with.at;
}

}  // namespace

TEST_CASE("a batch is its commands in turn, or nothing [D49]") {
  CHECK(properties::holds("batches", [](const story& told) {
    properties::stage here(told.rulebook);
    for (const auto& each_move : told.moves) {
      const auto next = here.think_of(each_move);
      const auto* several = next.what.get_if<batch>();
      if (several && is_in_time(here.world(), next) &&
          std::none_of(several->commands.begin(), several->commands.end(), moves_time))
        check_batch(here.world(), next, *several);
      here.perform(next);
    }
  }));
}

TEST_CASE("what is due in front of a command is what time.advance would have written [D05, D45]") {
  CHECK(properties::holds("what is due", [](const story& told) {
    properties::stage here(told.rulebook);
    for (const auto& each_move : told.moves) {
      const auto next = here.think_of(each_move);
      if (is_in_time(here.world(), next) && !moves_time(next.what)) {
        auto later = next;
        later.with.at += std::chrono::hours{each_move.seed % 90};
        later.with.clock = later.with.at;
        const auto direct = judge(here.world(), later);
        const auto tick =
            judge(here.world(), {{actor::platform(), later.with.at, later.with.at, {}, {}}, time::advance{}});
        const auto after = judge(with(here.world(), tick), later);
        if (direct.accepted != after.accepted || !(direct.why == after.why))
          fail(std::string(next.what.name()) + " is " + slug_of(direct) + ", after time.advance " +
               slug_of(after));
        if (direct.accepted && own_events(direct) != own_events(after))
          fail(std::string(next.what.name()) + " has other events after time.advance");
      }
      here.perform(next);
    }
  }));
}

TEST_CASE("an idle realm allows nothing that has ended [D45]") {
  CHECK(properties::holds(
      "questions about later",
      [](const story& told) {
        properties::stage here(told.rulebook);
        properties::act_out(here, told);
        const auto& world = here.world();
        const auto at = world.now + std::chrono::hours{1 + told.moves.size() % 80};
        const auto tick = judge(world, {{actor::platform(), at, at, {}, {}}, time::advance{}});
        const auto later = with(world, tick);
        const auto compare = [&](user_id user, permission what, const target& on) {
          const auto idle = effective(world, {user, what, on, at}),
                     told_so = effective(later, {user, what, on});
          if (idle.allowed() && !told_so.allowed())
            fail(to_text(user) + ' ' + std::string(world.rules->row(what).name) + " is allowed on " +
                 std::to_string(on.value) + " at a time when it is " + std::string(to_text(told_so.why)));
        };
        for (std::uint32_t user = 0; user < world.users.all.size(); ++user)
          for (std::uint16_t what = 0; what < world.rules->permission_count(); ++what) {
            for (std::uint32_t i = 0; i < world.workspaces.all.size(); ++i)
              compare({user}, {what}, workspace_id{i});
            for (std::uint32_t i = 0; i < world.jobs.all.size(); ++i) compare({user}, {what}, job_id{i});
            for (std::uint32_t i = 0; i < world.assets.all.size(); ++i) compare({user}, {what}, asset_id{i});
            for (std::uint32_t i = 0; i < world.organizations.all.size(); ++i)
              compare({user}, {what}, organization_id{i});
          }
      },
      120));
}

namespace {

/// What may be done twice: what makes something anew, and what says that something happened.
bool may_be_repeated(std::string_view command) {
  static constexpr std::string_view all[] = {"organization.create",
                                             "user.record_sign_in",
                                             "workspace.create",
                                             "workspace.rotate_credential",
                                             "invitation.reissue",
                                             "integration.create",
                                             "dataset.connect",
                                             "data_policy.set",
                                             "job.create",
                                             "job.comment",
                                             "run.start",
                                             "attestation.record",
                                             "audit.extract",
                                             "time.advance",
                                             "realm.amend_rulebook",
                                             "batch"};
  return std::find(std::begin(all), std::end(all), command) != std::end(all);
}

}  // namespace

TEST_CASE("what would change nothing is refused") {
  CHECK(properties::holds("the same again", [](const story& told) {
    properties::follow(told, [](const properties::stage& here, const attempt& next, const answer& done) {
      if (!done.accepted || may_be_repeated(next.what.name())) return;
      const bool resends =
          here.world().book().membership.duplicate_invitation == rules::duplicate_invitation::resend;
      if (resends && next.what.name() == "invitation.send") return;
      const auto now = here.world().now;
      const auto again = judge(here.world(), {{next.with.as, now, now, {}, {}}, next.what});
      if (again.accepted) fail(std::string(next.what.name()) + " was accepted twice");
    });
  }));
}

}  // TEST_SUITE("properties/turns")
