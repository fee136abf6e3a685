// SPDX-License-Identifier: Apache-2.0
#include "worlds.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

#include "charter/access/explain.hpp"
#include "charter/codec/command_json.hpp"
#include "charter/codec/query_json.hpp"
#include "charter/record/advance_realm.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/testing/fingerprint.hpp"
#include "charter/testing/moves.hpp"
#include "charter/testing/world.hpp"
#include "entries.hpp"

namespace charter_fuzz {

using namespace charter;

namespace {

realm told(const char* rulebook) {
  testing::driven_realm here(*rulebooks::find_shipped(rulebook));
  std::ifstream lines(std::string(CHARTER_SOURCE_DIR "/tests/fuzz/worlds/") + rulebook + ".jsonl");
  for (std::string line; std::getline(lines, line);) {
    const auto asked = read_command(line);
    if (!asked) fail(line + ": " + asked.error().message);
    const auto at = asked->with.at.value_or(here.world().now);
    const auto done = here.execute({{asked->with.as, at, at, asked->with.id, {}}, asked->what});
    if (!done) fail(line + ": " + done.error().message);
  }
  require(here.world().jobs.all.size() > 5, "a world is too empty to try anything on");
  return here.world();
}

void ask(const realm& world, std::string_view query, const std::string& with, const asking& who = {}) {
  const auto answer = answer_query(world, query, with, who);
  require(answer || !answer.error().message.empty(), "a query is refused without a reason");
}

std::string about(const char* what, const std::string& which) {
  return "{\"" + std::string(what) + "\":\"" + which + "\"}";
}

/// The first few of a kind.
template <class Id, class State, class Look>
void each_of(const registry<Id, State>& things, Look&& look) {
  for (std::uint32_t i = 0; i < std::min<std::size_t>(things.all.size(), 3); ++i) look(Id{i});
  if (things.all.size() > 3) look(Id{static_cast<std::uint32_t>(things.all.size() - 1)});
}

void ask_about_all(const realm& world) {
  each_of(world.users, [&](user_id it) {
    const asking who{ref<user_id>(to_text(it)), {}};
    for (const auto* query : {"list_my_invitations", "list_notices", "list_workspaces", "audit_log"})
      ask(world, query, "{}", who);
    each_of(world.workspaces, [&](workspace_id where) {
      (void)explain(world, {it, permissions::job_decide, where});
    });
  });
  each_of(world.workspaces, [&](workspace_id it) {
    for (const auto* query : {"get_workspace", "list_members", "list_invitations", "list_jobs", "event_log",
                              "list_assets", "candidates"})
      ask(world, query, about("workspace", to_text(it)));
  });
  each_of(world.jobs, [&](job_id it) {
    for (const auto* query : {"get_job", "review_status"}) ask(world, query, about("job", to_text(it)));
  });
  each_of(world.runs, [&](run_id it) { ask(world, "get_run", about("run", to_text(it))); });
  each_of(world.organizations, [&](organization_id it) {
    for (const auto* query : {"list_users", "list_guests", "list_assets", "list_attestations"})
      ask(world, query, about("organization", to_text(it)));
  });
}

}  // namespace

const std::vector<realm>& worlds() {
  static const std::vector<realm> all = {told("opaque_sealed"), told("opaque_open")};
  return all;
}

void examine(const realm& world) {
  require(!testing::fingerprint(world).empty(), "a realm without a fingerprint");
  ask_about_all(world);
  const auto later = std::min(world.now + std::chrono::hours{24 * 366}, instant::max());
  auto aged = world;
  if (advance_realm(aged, {actor::platform(), later, later, {}, {}}, time::advance{})) ask_about_all(aged);
  std::mt19937_64 chance(world.head);
  for (int i = 0; i < 3; ++i) {
    const auto next = testing::next_attempt(world, chance);
    const auto done = testing::decide_attempt(world, next);
    require(done || !done.error().message.empty(), "a command is refused without a reason");
  }
}

}  // namespace charter_fuzz
