// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the goals see of a realm: read from its values alone, so that no rule that a goal watches over is
/// asked whether it holds.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/analysis/goal.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis::observed {

inline bool is_active(const realm& world, user_id it) {
  return world.users[it].status == user::status::active;
}
/// Whether the row names somebody who is a member at the realm's time and counts.
inline bool counts(const realm& world, const membership::row& row) {
  return !row.ended && (!row.until || world.now < *row.until) && !row.suspended_by &&
         is_active(world, row.user);
}
inline bool is_listed(const realm& world, const membership::row& row) {
  return !row.ended && (!row.until || world.now < *row.until);
}
inline std::uint32_t listed(const realm& world, workspace_id where) {
  std::uint32_t out = 0;
  for (const auto& row : world.workspaces[where].members) out += is_listed(world, row);
  return out;
}
inline bool is_listed(const realm& world, workspace_id where, user_id who) {
  for (const auto& row : world.workspaces[where].members)
    if (row.user == who && is_listed(world, row)) return true;
  return false;
}
inline bool is_member(const realm& world, workspace_id where, user_id who) {
  for (const auto& row : world.workspaces[where].members)
    if (row.user == who && counts(world, row)) return true;
  return false;
}
inline bool share_an_organization(const realm& world, user_id one, user_id other) {
  const auto& all = world.users[one].standing->organizations;
  return std::any_of(all.begin(), all.end(),
                     [&](organization_id each) { return world.users[other].belongs_to(each); });
}
inline const rules::kind_definition& kind(const realm& world, workspace_id where) {
  return world.book().kinds[world.workspaces[where].kind.value];
}
template <class List, class T>
bool has(const List& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether somebody active holds one of the roles, there or in any organization, inherited ones included.
inline bool holds_one(const realm& world, user_id who, std::optional<organization_id> where,
                      const std::vector<std::string>& roles) {
  if (!is_active(world, who)) return false;
  for (const auto& each : world.users[who].standing->roles) {
    if (where && each.organization != *where) continue;
    for (const auto role : world.rules->with_inherited(each.role))
      if (has(roles, world.rules->role(role).name)) return true;
  }
  return false;
}

/// Counted here, not by approval.hpp: whether those who have approved are all who must. Nothing is known of
/// seats that one person may not take twice.
inline bool has_enough_approvals(const realm& world, job_id which) {
  const auto& it = world.jobs[which];
  const auto& rules = world.book().approval;
  if (rules.single_party_exempt && listed(world, it.workspace) == 1) return true;
  const auto approves = [&](user_id who) {
    return is_member(world, it.workspace, who) &&
           std::any_of(it.decisions->begin(), it.decisions->end(), [&](const job::decision_row& each) {
             return each.user == who && each.revision == it.revision &&
                    each.decision == approval::verdict::approve;
           });
  };
  const auto is_asked = [&](user_id who) { return rules.creator_approves || who != it.creator; };
  const auto& chosen = world.workspaces[it.workspace].policies->approval;
  if ((chosen ? chosen->mode : rules.default_) == rules::approval_mode::all) {
    for (const auto& row : world.workspaces[it.workspace].members)
      if (is_listed(world, row) && is_asked(row.user) && !approves(row.user)) return false;
    return true;
  }
  if (!chosen->groups || chosen->groups->empty()) return false;
  for (const auto& group : *chosen->groups) {
    const auto have = std::count_if(group.members.begin(), group.members.end(),
                                    [&](user_id who) { return is_asked(who) && approves(who); });
    if (group.minimum < 1 || have < group.minimum) return false;
  }
  return true;
}

/// Calls `visit(event)` for each event of the accepted command of that type.
template <class Event, class Visit>
bool any(const accepted_command& it, Visit&& holds) {
  return std::any_of(it.events.begin(), it.events.end(), [&](const event& each) {
    const auto* found = each.get_if<Event>();
    return found && holds(*found);
  });
}
template <class Event>
bool any(const accepted_command& it) {
  return any<Event>(it, [](const Event&) { return true; });
}

/// Whether any thing of the registry that is there after the accepted command has that property.
template <class Id, class State, class Holds>
bool any_of(const registry<Id, State>& all, Holds&& holds) {
  for (std::uint32_t i = 0; i < all.all.size(); ++i)
    if (holds(Id{i})) return true;
  return false;
}

}  // namespace charter::inline v0::analysis::observed
