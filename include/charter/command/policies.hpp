// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Approval and run policies as they are saved: every fault found before anything is (D20, D21, D24, D47).

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0::policies {

inline refusal invalid_approval(std::string_view reason, std::string message) {
  return refuse("invalid_approval_policy", std::move(message)).with("reason", std::string(reason));
}
inline refusal invalid_run(std::string_view reason, std::string message) {
  return refuse("invalid_run_policy", std::move(message)).with("reason", std::string(reason));
}

/// Turns named people into ids, each once; nothing if one of them is not among `allowed`.
inline std::optional<std::vector<user_id>> resolve(const turn& t, const std::vector<ref<user_id>>& names,
                                                   const std::vector<user_id>& allowed) {
  std::vector<user_id> out;
  for (const auto& name : names) {
    const auto user = find(t.world, name);
    if (!user || std::find(allowed.begin(), allowed.end(), *user) == allowed.end()) return {};
    if (std::find(out.begin(), out.end(), *user) == out.end()) out.push_back(*user);
  }
  return out;
}

inline std::size_t count_distinct(const turn& t, const std::vector<ref<user_id>>& names) {
  std::vector<std::string> seen;
  for (const auto& name : names) {
    const auto user = find(t.world, name);
    const auto text = user ? to_text(*user) : ascii_lower(name.text());
    if (std::find(seen.begin(), seen.end(), text) == seen.end()) seen.push_back(text);
  }
  return seen.size();
}

inline objection check_group(const turn& t, const approval::group_proposal& proposed,
                             const std::vector<user_id>& allowed, std::vector<approval::group>& out) {
  if (auto no = texts::check_required("name", proposed.name, t.book().text.name)) return no;
  if (std::any_of(out.begin(), out.end(), [&](const auto& each) { return each.name == proposed.name; }))
    return invalid_approval("duplicate_group", "Two groups have that name; give each its own.");
  if (proposed.minimum < 1)
    return invalid_approval("minimum_too_small", "A group asks for at least one approval.");
  if (proposed.minimum > static_cast<std::int64_t>(count_distinct(t, proposed.members)))
    return invalid_approval("minimum_above_size",
                            "A group cannot ask for more approvals than it has members.");
  const auto members = resolve(t, proposed.members, allowed);
  if (!members) return invalid_approval("not_a_member", "Only members of the workspace can be in a group.");
  out.push_back({proposed.name, proposed.minimum, *members});
  return {};
}

/// `allowed`: the members, or while pending also the invitees.
inline objection check_approval(const turn& t, const rules::kind_definition& kind,
                                const approval::proposal& proposed, const std::vector<user_id>& allowed,
                                approval::policy& out) {
  const auto& rules = t.book().approval;
  if (!kind.approval)
    return invalid_approval("not_used", "Work of this kind needs no approval; leave the policy out.");
  if (std::find(rules.policies.begin(), rules.policies.end(), proposed.mode) == rules.policies.end())
    return invalid_approval("not_used", "The rulebook does not offer that mode.");
  out.mode = proposed.mode;
  out.rejections = proposed.rejections;
  if (proposed.mode == approval::approval_mode::groups) {
    if (!proposed.groups || proposed.groups->empty())
      return invalid_approval("no_groups", "Define at least one group, or choose the mode all.");
    out.groups.emplace();
    for (const auto& each : *proposed.groups)
      if (auto no = check_group(t, each, allowed, *out.groups)) return no;
    if (rules.distinct_approvers && !approval::can_seat_everyone(*out.groups))
      return invalid_approval("groups_compete",
                              "Each approval serves one group only, and the groups share too many people.");
  }
  if (proposed.rejections && (*proposed.rejections < 1 || *proposed.rejections > rules.max_rejections))
    return invalid_approval("rejections",
                            "Ask for 1 to " + std::to_string(rules.max_rejections) + " rejections.");
  return {};
}

inline objection check_run(const turn& t, const rules::kind_definition& kind, const runs::proposal& proposed,
                           const std::vector<user_id>& allowed, runs::policy& out) {
  if (!kind.run_policy)
    return refuse("kind_has_no_run_policy", "Workspaces of this kind have no run policy; leave it out.");
  const auto& offered = t.book().run_policy.policies;
  if (std::find(offered.begin(), offered.end(), proposed.mode) == offered.end())
    return invalid_run("not_used", "The rulebook does not offer that mode.");
  out.mode = proposed.mode;
  if (proposed.mode != rules::run_mode::specific) return {};
  if (!proposed.users || proposed.users->empty())
    return invalid_run("empty", "Name at least one person who may run jobs.");
  const auto users = resolve(t, *proposed.users, allowed);
  if (!users) return invalid_run("not_a_member", "Only members of the workspace can be named.");
  out.users = *users;
  return {};
}

}  // namespace charter::inline v0::policies
