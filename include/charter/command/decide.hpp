// SPDX-License-Identifier: Apache-2.0
#pragma once
/// decide(realm, context, command) -> what is to be recorded, or a refusal. Pure: no clock, no storage, no
/// random source; everything it may see is in its arguments. `advance` does the same in place.

#include <algorithm>
#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "charter/command/asset.hpp"
#include "charter/command/context.hpp"
#include "charter/command/decision.hpp"
#include "charter/command/directory.hpp"
#include "charter/command/due.hpp"
#include "charter/command/invitation.hpp"
#include "charter/command/job.hpp"
#include "charter/command/ledger.hpp"
#include "charter/command/membership.hpp"
#include "charter/command/roles.hpp"
#include "charter/command/run.hpp"
#include "charter/command/settings.hpp"
#include "charter/command/shape.hpp"
#include "charter/command/workspace.hpp"

namespace charter::inline v0 {

namespace detail {

struct all_commands : directory_commands,
                      role_commands,
                      workspace_commands,
                      membership_commands,
                      settings_commands,
                      invitation_commands,
                      asset_commands,
                      job_commands,
                      run_commands,
                      ledger_commands {
  using asset_commands::on;
  using directory_commands::on;
  using invitation_commands::on;
  using job_commands::on;
  using ledger_commands::on;
  using membership_commands::on;
  using role_commands::on;
  using run_commands::on;
  using settings_commands::on;
  using workspace_commands::on;

  static objection on(turn& t, const batch& c) {
    for (std::size_t i = 0; i < c.commands.size(); ++i) {
      t.begin_command();
      const auto from = t.events.size();
      auto no = c.commands[i].visit([&](const auto& one) { return decide_one(t, one, from); });
      if (no) return std::move(*no).with("index", static_cast<std::int64_t>(i));
    }
    return {};
  }

  template <class Command>
  static objection decide_one(turn& t, const Command& c, std::size_t from) {
    if (auto no = on(t, c)) return no;
    if constexpr (!std::same_as<Command, batch>) decide_consequences(t, from);
    return {};
  }
};

/// How a command id is remembered: ids are the actor's own.
inline std::string scoped(const acting& by, const std::string& id) { return to_text(by) + ' ' + id; }

inline objection check_time(const realm& world, const decision_context& with, bool operator_advances) {
  if (with.at + world.rules->tolerance_back() < world.now)
    return refuse("time_went_back", "The time lies behind the realm's; check the host's clock.");
  if (!operator_advances && with.at > with.clock + world.rules->tolerance_ahead())
    return refuse("time_too_far_ahead",
                  "The time lies too far ahead of the engine's clock; check the host's clock.");
  return {};
}

}  // namespace detail

namespace detail {

/// What can be said before the command itself is looked at. `out.repeats` is set for a known command id.
inline objection check_envelope(const realm& world, const decision_context& with, const command& what,
                                decided& out) {
  if (auto no = check_shape(what)) return no;
  if (auto no = shape::within("at", shape::check_value(with.at))) return no;
  if (auto no = shape::command_id(with.id)) return no;
  const auto user = out.by.is_user() ? find(world, with.as.user()) : std::nullopt;
  if (user) out.by.user = *user;

  if (with.id && (user || !out.by.is_user()))
    if (const auto* known = world.command_ids.find(scoped(out.by, *with.id))) {
      if (known->digest != with.digest)
        return refuse("command_id_reused", "That id stands for another command; choose a new one.");
      out.repeats = known->at_position;
      return {};
    }
  if (world.rules) {
    const bool advances = what.name() == time::advance::message_name && out.by.kind == actor_kind::platform;
    if (auto no = check_time(world, with, advances)) return no;
  } else if (what.name() != realms::create::message_name) {
    return refuse("not_found", "The log has no realm yet; create one first.").with("what", "realm");
  }
  if (!out.by.is_user()) return {};
  if (!user) return not_found("user");
  if (world.users[*user].status != user::status::active)
    return refuse("deactivated", std::string(advice(denial::deactivated)));
  return {};
}

/// Ends what is due in a record of its own, in front of the command's.
inline void advance_time(realm& world, instant now, decided& out) {
  turn due(world, {actor_kind::host, {}}, now);
  due.emit(time::advanced{now});
  decide_due(due);
  due.close(time::advance::message_name, {}, {});
  out.drafts.push_back({std::string(time::advance::message_name), now, due.by, std::move(due.warnings),
                        std::move(due.events)});
}

}  // namespace detail

/// Judges a command in the order of the vocabulary (shape, command id, time, actor, then the command's own)
/// and brings `world` to where its records lead.
/// Cost: O(what the command touches).
inline tl::expected<decided, refused> advance(realm& world, const decision_context& with,
                                              const command& what) {
  decided out{{}, 0, {with.as.kind(), {}}};
  if (auto no = detail::check_envelope(world, with, what, out))
    return tl::unexpected(refused{std::move(*no), false});
  if (out.repeats != 0) return out;

  const auto now = std::max(world.now, with.at);
  const bool is_due = world.rules && is_anything_due(world, now);
  const bool advancing = what.name() == time::advance::message_name;
  if (is_due && !advancing) detail::advance_time(world, now, out);
  turn t(world, out.by, now);
  if (advancing) {
    t.emit(time::advanced{now});
    if (is_due) decide_due(t);
  }
  auto no =
      what.visit([&](const auto& one) { return detail::all_commands::decide_one(t, one, t.events.size()); });
  if (no) return tl::unexpected(refused{std::move(*no), !out.drafts.empty() || !t.events.empty()});
  t.close(what.name(), with.id, with.digest);
  out.drafts.push_back({std::string(what.name()), now, out.by, std::move(t.warnings), std::move(t.events)});
  return out;
}

/// The same on a copy: `world` stays as it is, and whoever folds the records arrives where `advance` does.
inline tl::expected<decided, refusal> decide(const realm& world, const decision_context& with,
                                             const command& what) {
  realm copy = world;
  auto done = advance(copy, with, what);
  if (!done) return tl::unexpected(std::move(done.error().why));
  return std::move(*done);
}

}  // namespace charter::inline v0
