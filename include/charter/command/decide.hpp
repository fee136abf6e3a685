// SPDX-License-Identifier: Apache-2.0
#pragma once
/// decide(realm, context, command) -> what is to be recorded, or a refusal. Pure: no clock, no storage, no
/// random source; everything it may see is in its arguments.

#include <algorithm>
#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "charter/command/asset.hpp"
#include "charter/command/context.hpp"
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

/// One record's worth of an accepted command.
struct draft {
  std::string command;
  instant at{};
  acting by;
  std::vector<warning> warnings;
  std::vector<event> events;
};

struct decided {
  std::vector<draft> drafts;  ///< what was due, if anything; then the command
  position repeats = 0;       ///< a known command_id: the record that holds the first receipt; no drafts
  acting by;
};

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
      t.before = t.world;
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

inline duration tolerance(const std::string& written) { return parse_duration(written).value_or(duration{}); }

inline objection check_time(const realm& world, const decision_context& with, bool operator_advances) {
  const auto& rules = world.book().time;
  if (with.at + tolerance(rules.tolerance_back) < world.now)
    return refuse("time_went_back", "The time lies behind the realm's; check the host's clock.");
  if (!operator_advances && with.at > with.clock + tolerance(rules.tolerance_ahead))
    return refuse("time_too_far_ahead",
                  "The time lies too far ahead of the engine's clock; check the host's clock.");
  return {};
}

}  // namespace detail

/// Judges a command in the order of the vocabulary: shape, command id, time, actor, then the command's own.
/// Cost: O(what the command touches); the realm is copied in O(1).
inline tl::expected<decided, refusal> decide(const realm& world, const decision_context& with,
                                             const command& what) {
  if (auto no = check_shape(what)) return tl::unexpected(std::move(*no));
  if (auto no = shape::within("at", shape::check_value(with.at))) return tl::unexpected(std::move(*no));
  if (auto no = shape::command_id(with.id)) return tl::unexpected(std::move(*no));
  acting by{with.as.kind(), {}};
  const auto user = by.is_user() ? find(world, with.as.user()) : std::nullopt;
  if (user) by.user = *user;

  if (with.id && (user || !by.is_user()))
    if (const auto* known = world.command_ids.find(detail::scoped(by, *with.id))) {
      if (known->digest == with.digest) return decided{{}, known->at_position, by};
      return tl::unexpected(
          refuse("command_id_reused", "That id stands for another command; choose a new one."));
    }
  const bool founding = what.name() == realms::create::message_name;
  if (world.rules) {
    const bool advances = what.name() == time::advance::message_name && by.kind == actor_kind::platform;
    if (auto no = detail::check_time(world, with, advances)) return tl::unexpected(std::move(*no));
  } else if (!founding) {
    return tl::unexpected(
        refuse("not_found", "The log has no realm yet; create one first.").with("what", "realm"));
  }
  if (by.is_user()) {
    if (!user) return tl::unexpected(not_found("user"));
    if (world.users[*user].status != user::status::active)
      return tl::unexpected(refuse("deactivated", std::string(advice(denial::deactivated))));
  }

  const auto now = std::max(world.now, with.at);
  decided out{{}, 0, by};
  turn due(world, {actor_kind::host, {}}, now);
  if (world.rules) decide_due(due);
  const bool advancing = what.name() == time::advance::message_name;
  turn t(due.world, by, now);
  if (advancing) {
    t.emit(time::advanced{now});
    t.events.insert(t.events.end(), due.events.begin(), due.events.end());
    t.warnings = due.warnings;
  } else if (!due.events.empty()) {
    draft first{std::string(time::advance::message_name), now, due.by, due.warnings, {}};
    first.events.push_back(make_event(time::advanced{now}));
    first.events.insert(first.events.end(), due.events.begin(), due.events.end());
    out.drafts.push_back(std::move(first));
  }
  auto no =
      what.visit([&](const auto& one) { return detail::all_commands::decide_one(t, one, t.events.size()); });
  if (no) return tl::unexpected(std::move(*no));
  out.drafts.push_back({std::string(what.name()), now, by, std::move(t.warnings), std::move(t.events)});
  return out;
}

}  // namespace charter::inline v0
