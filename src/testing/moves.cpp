// SPDX-License-Identifier: Apache-2.0
#include "charter/testing/moves.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charter/realm/apply.hpp"
#include "charter/testing/world.hpp"
#include "moves/asset.hpp"
#include "moves/directory.hpp"
#include "moves/invitation.hpp"
#include "moves/job.hpp"
#include "moves/ledger.hpp"
#include "moves/membership.hpp"
#include "moves/run.hpp"
#include "moves/settings.hpp"
#include "moves/workspace.hpp"

namespace charter::inline v0::testing {

namespace moves {

namespace {

/// How often a move is thought of, and how it is made; it may come to nothing in the realm as it is.
struct possible_move {
  unsigned weight;
  std::optional<asked> (*make)(chooser&);
};

constexpr possible_move possible_moves[] = {
    {6, create_organization},
    {1, rename_organization},
    {20, provision_user},
    {5, join_user},
    {16, record_sign_in},
    {3, deactivate_user},
    {6, reactivate_user},
    {3, remove_user},
    {10, assign_role},
    {3, withdraw_role},
    {20, create_workspace},
    {3, archive_workspace},
    {3, rotate_credential},
    {12, add_member},
    {6, remove_member},
    {4, leave},
    {6, change_role},
    {3, rename_workspace},
    {2, set_countries},
    {3, describe},
    {3, edit_homepage},
    {3, set_image},
    {4, set_property},
    {2, unset_property},
    {10, set_approval_policy},
    {5, set_run_policy},
    {3, add_template},
    {2, remove_template},
    {14, send_invitation},
    {40, accept},
    {5, decline},
    {4, accept_later},
    {5, reissue},
    {3, revoke},
    {8, create_integration},
    {8, connect_dataset},
    {6, update_integration},
    {1, discard_integration},
    {1, remove_dataset},
    {6, share_integration},
    {2, unshare_integration},
    {6, share_dataset},
    {2, unshare_dataset},
    {8, set_data_policy},
    {2, remove_data_policy},
    {30, create_job},
    {5, edit_job},
    {30, request_approval},
    {60, approve_job},
    {8, reject_job},
    {4, comment_on_job},
    {6, return_job_to_draft},
    {2, discard_job},
    {20, start_run},
    {12, report_run},
    {4, cancel_run},
    {3, record_attestation},
    {1, create_realm},
    {2, amend_rulebook},
    {3, advance_time},
    {3, mark_read},
    {2, extract_audit},
};

/// One move; where nothing comes to mind, time passes.
asked one_move(chooser& c) {
  unsigned total = 0;
  for (const auto& each : possible_moves) total += each.weight;
  for (int tries = 0; tries < 40; ++tries) {
    auto at = c.below(total);
    const possible_move* drawn = possible_moves;
    while (at >= drawn->weight) at -= drawn++->weight;
    if (auto made = drawn->make(c)) return std::move(*made);
  }
  return {actor::platform(), time::advance{}, std::chrono::hours{1}};
}

/// Two to four commands of one actor, each thought of on what the ones before would do.
asked a_batch(const realm& world, instant now, std::mt19937_64& engine) {
  realm there = world;
  std::optional<actor> only;
  batch out;
  for (std::size_t wanted = 2 + engine() % 3; wanted > 0; --wanted) {
    chooser c(there, now, engine, only);
    auto next = one_move(c);
    if (only && !(next.as == *only)) continue;
    only = next.as;
    if (const auto done = decide_attempt(there, {{next.as, now, now, {}, {}}, next.what}))
      for (const auto& each : done->drafts)
        for (const auto& happened : each.events) apply(there, happened, {world.head + 1, each.at, each.by});
    out.commands.push_back(std::move(next.what));
  }
  return {*only, out};
}

}  // namespace

}  // namespace moves

namespace {

/// Mostly a little later than the realm; seldom so wrong that nothing can come of it.
decision_context some_context(const realm& world, actor as, duration ahead, dice& d) {
  duration later = ahead;
  if (d.chance(60)) later += std::chrono::milliseconds{d.below(5 * 60 * 1000)};
  if (d.chance(5)) later += std::chrono::hours{d.below(6)};
  decision_context with{std::move(as), world.now + later, world.now + later, {}, {}};
  if (d.chance(2)) with.at = world.now - (d.chance(50) ? std::chrono::seconds{3} : std::chrono::hours{1});
  if (d.chance(2)) with.clock = with.at - std::chrono::hours{3};
  return with;
}

/// Some commands carry an id, a few an id that was used before.
void give_command_id(const realm& world, decision_context& with, dice& d) {
  if (d.chance(85)) return;
  with.id = "c-" + std::to_string(d.below(100000));
  with.digest = "digest " + std::to_string(d.below(100000));
  if (world.command_id_at.empty() || d.chance(80)) return;
  std::vector<std::string> used;
  world.command_id_at.for_each([&](position, const std::string& scoped) { used.push_back(scoped); });
  const auto scoped = d.one_of(used);
  with.as = actor(scoped.substr(0, scoped.find(' ')));
  with.id = scoped.substr(scoped.find(' ') + 1);
  if (const auto* known = world.command_ids.find(scoped); known && d.chance(50)) with.digest = known->digest;
}

}  // namespace

attempt next_attempt(const realm& world, std::mt19937_64& engine) {
  dice d(engine);
  if (d.chance(3)) {
    auto several = moves::a_batch(world, world.now, engine);
    return {some_context(world, several.as, {}, d), std::move(several.what)};
  }
  chooser c(world, world.now, engine);
  auto one = moves::one_move(c);
  attempt out{some_context(world, std::move(one.as), one.ahead, d), std::move(one.what)};
  give_command_id(world, out.with, d);
  return out;
}

}  // namespace charter::inline v0::testing
