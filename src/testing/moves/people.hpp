// SPDX-License-Identifier: Apache-2.0
#pragma once
/// People as fields of a command: who could come to a workspace, with which role, under which policies.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charter/access/sight.hpp"
#include "charter/realm/reviews.hpp"
#include "charter/rules/person.hpp"
#include "texts.hpp"

namespace charter::inline v0::testing {

/// Whether the rulebook lets that user become a member of the organization's workspaces.
inline bool may_come(const chooser& c, user_id user, organization_id owner) {
  const auto& asks = c.book.membership.eligibility;
  const auto& it = c.world.users[user];
  if (!c.is_active(user) || (asks.signed_in && !it.signed_in)) return false;
  if (asks.organization == rules::eligible_organization::own && !it.belongs_to(owner)) return false;
  return !it.standing->organizations.empty() || c.book.directory.account_without_organization;
}

inline std::vector<user_id> who_may_come(chooser& c, organization_id owner) {
  return c.all(c.world.users, [&](user_id user) { return may_come(c, user, owner); });
}

/// The role that a membership carries, where the rulebook has such roles.
inline std::optional<std::string> a_workspace_role(chooser& c) {
  if (c.slips(20)) return c.chance(50) ? std::optional<std::string>("no_such_role") : std::nullopt;
  std::vector<std::string> names;
  for (const auto& each : c.book.roles)
    if (each.scope == rules::role_scope::workspace) names.push_back(each.name);
  return names.empty() ? std::nullopt : std::optional(c.one_of(names));
}

/// By e-mail, so that it may be named by anyone, or by reference.
inline workspace::person as_person(chooser& c, user_id user) {
  workspace::person out;
  if (c.chance(50))
    out.email = c.email_of(user);
  else
    out.user = c.name(user);
  out.role = a_workspace_role(c);
  return out;
}

inline std::vector<user_id> listed_in(const chooser& c, workspace_id where) {
  std::vector<user_id> out;
  for_each_listed(c.world, where, c.now, [&](const membership::row& row) { out.push_back(row.user); });
  return out;
}

inline std::vector<ref<user_id>> names_of_people(chooser& c, const std::vector<user_id>& people) {
  std::vector<ref<user_id>> out;
  for (const auto each : people) out.push_back(c.name(each));
  return out;
}

/// A policy over these people; sometimes more is asked of a group than it can give.
inline approval::proposal an_approval_policy(chooser& c, const std::vector<user_id>& people) {
  approval::proposal out;
  const auto& offered = c.book.approval.policies;
  out.mode = c.slips() ? approval::approval_mode::groups : c.one_of(offered);
  if (c.chance(30))
    out.rejections = static_cast<std::int64_t>(1 + c.below(c.book.approval.max_rejections + c.slips()));
  if (out.mode != approval::approval_mode::groups) return out;
  out.groups.emplace();
  for (std::size_t i = 0, count = 1 + c.below(2); i < count && !people.empty(); ++i) {
    auto members = c.some_of(people, people.size());
    if (members.empty()) members.push_back(c.one_of(people));
    const auto size = static_cast<std::int64_t>(members.size());
    const auto minimum =
        c.slips(30) ? size + 1 : std::int64_t{1} + static_cast<std::int64_t>(c.below(members.size()));
    const auto number = c.slips(30) ? 0 : i;
    out.groups->push_back({"group " + std::to_string(number), minimum, names_of_people(c, members)});
  }
  return out;
}

inline runs::proposal a_run_policy(chooser& c, const std::vector<user_id>& people) {
  runs::proposal out;
  out.mode = c.one_of(c.book.run_policy.policies);
  if (out.mode != rules::run_mode::specific) return out;
  auto named = c.some_of(people, people.size());
  if (named.empty() && !people.empty() && !c.slips()) named.push_back(c.one_of(people));
  out.users = names_of_people(c, named);
  return out;
}

}  // namespace charter::inline v0::testing
