// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `event_log`: what people of a user's organization did in a workspace. `audit_log`: all that happened in a
/// workspace, or that concerns an organization (D11).

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/machines/ledger/filter.hpp"

namespace charter::inline v0::queries {

struct event_log {
  ref<user_id> user = {};
  ref<workspace_id> workspace = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "event_log";
  static constexpr auto fields =
      described_by<&event_log::user, &event_log::workspace, &event_log::limit, &event_log::after>(
          "user", "workspace", "limit", "after");
};

struct event_log_row {
  charter::position position = 0;
  instant at = {};
  std::string actor = {};
  std::string command = {};
  std::vector<std::string> events = {};

  static constexpr auto fields =
      described_by<&event_log_row::position, &event_log_row::at, &event_log_row::actor,
                   &event_log_row::command, &event_log_row::events>("position", "at", "actor", "command",
                                                                    "events");
};

/// Exactly one of `organization` and `workspace`.
struct audit_log {
  std::optional<ref<organization_id>> organization = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<audit::filter> filter = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "audit_log";
  static constexpr auto fields =
      described_by<&audit_log::organization, &audit_log::workspace, &audit_log::filter, &audit_log::limit,
                   &audit_log::after>("organization", "workspace", "filter", "limit", "after");
};

struct audit_log_row {
  charter::position position = 0;
  instant at = {};
  std::string actor = {};
  std::string command = {};
  std::vector<std::string> events = {};
  std::optional<std::string> workspace = {};  ///< the one asked about, else the first that the entry names

  static constexpr auto fields =
      described_by<&audit_log_row::position, &audit_log_row::at, &audit_log_row::actor,
                   &audit_log_row::command, &audit_log_row::events, &audit_log_row::workspace>(
          "position", "at", "actor", "command", "events", "workspace");
};

inline const ledger::entry& entry_at(const realm& world, charter::position at) {
  return world.entries[static_cast<std::size_t>(at - 1)];
}
inline std::string cursor_of(charter::position at) { return std::to_string(at); }

inline std::vector<std::string> copied(const decltype(ledger::entry::events)& all) {
  return {all.begin(), all.end()};
}

/// Whether the entry's actor belonged to an organization of that user when it was written.
inline bool is_of_organization_of(const user::state& it, const ledger::entry& entry) {
  return std::any_of(entry.organizations.begin(), entry.organizations.end(),
                     [&](organization_id each) { return it.belongs_to(each); });
}

inline result<page<event_log_row>> reply(const inquiry& asked, const event_log& q) {
  user_id user;
  workspace_id where;
  if (auto no = asked.enter_self(q.user, user)) return tl::make_unexpected(*no);
  if (auto no = asked.enter(q.workspace, permissions::workspace_view_events, where))
    return tl::make_unexpected(*no);
  const realm& world = asked.world;
  return cut<event_log_row>(
      world.workspaces[where].entries, q, cursor_of,
      [&](charter::position at) -> std::optional<event_log_row> {
        const auto& it = entry_at(world, at);
        if (!is_of_organization_of(world.users[user], it)) return {};
        return event_log_row{at, it.at, label(world, it.by), std::string(it.command), copied(it.events)};
      });
}

/// An audit filter whose actor is resolved. An actor that nobody is matches nothing.
struct entry_filter {
  audit::filter wanted = {};
  std::optional<acting> by = {};

  entry_filter(const realm& world, const std::optional<audit::filter>& given)
      : wanted(given.value_or(audit::filter{})) {
    if (!wanted.actor) return;
    const actor who(*wanted.actor);
    if (who.kind() != actor_kind::user)
      by = acting{who.kind(), {}};
    else if (const auto user = find(world, who.user()))
      by = acting{actor_kind::user, *user};
  }
  bool matches(const ledger::entry& it) const {
    return (!wanted.actor || (by && *by == it.by)) && (!wanted.command || *wanted.command == it.command) &&
           (!wanted.from || it.at >= *wanted.from) && (!wanted.to || it.at < *wanted.to);
  }
};

inline objection check_shape(const realm&, const audit_log& q) {
  return exactly_one({{"organization", q.organization.has_value()}, {"workspace", q.workspace.has_value()}});
}

inline result<page<audit_log_row>> reply(const inquiry& asked, const audit_log& q) {
  const realm& world = asked.world;
  cow_vector<charter::position> all;
  std::optional<workspace_id> workspace;
  if (q.organization) {
    organization_id organization;
    if (auto no = asked.enter(*q.organization, permissions::organization_view_audit, organization))
      return tl::make_unexpected(*no);
    all = world.organizations[organization].entries;
  } else {
    if (auto no = asked.enter(*q.workspace, permissions::workspace_view_audit, workspace.emplace()))
      return tl::make_unexpected(*no);
    all = world.workspaces[*workspace].entries;
  }
  const entry_filter filter(world, q.filter);
  return cut<audit_log_row>(all, q, cursor_of, [&](charter::position at) -> std::optional<audit_log_row> {
    const auto& it = entry_at(world, at);
    if (!filter.matches(it)) return {};
    auto named = workspace;
    if (!named && !it.workspaces.empty()) named = it.workspaces.front();
    return audit_log_row{
        at, it.at, label(world, it.by), std::string(it.command), copied(it.events), label_if(world, named)};
  });
}

}  // namespace charter::inline v0::queries
