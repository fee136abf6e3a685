// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_permissions`: what a user may do here. `who_may`: who may do this here. `where_may`: where a user
/// may do this.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/organizations.hpp"
#include "charter/access/queries/rights.hpp"

namespace charter::inline v0::queries {

/// Exactly one of `workspace`, `organization` and `job`.
struct list_permissions {
  ref<user_id> user = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<organization_id>> organization = {};
  std::optional<ref<job_id>> job = {};

  static constexpr std::string_view message_name = "list_permissions";
  static constexpr auto fields =
      described_by<&list_permissions::user, &list_permissions::workspace, &list_permissions::organization,
                   &list_permissions::job>("user", "workspace", "organization", "job");
};

struct permission_list {
  std::vector<std::string> permissions = {};

  static constexpr auto fields = described_by<&permission_list::permissions>("permissions");
};

/// Exactly one of `workspace` and `job`.
struct who_may {
  std::string permission = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<job_id>> job = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "who_may";
  static constexpr auto fields =
      described_by<&who_may::permission, &who_may::workspace, &who_may::job, &who_may::limit,
                   &who_may::after>("permission", "workspace", "job", "limit", "after");
};

struct holder {
  std::string user = {};
  std::string role = {};  ///< the role held that allows it

  static constexpr auto fields = described_by<&holder::user, &holder::role>("user", "role");
};

struct where_may {
  ref<user_id> user = {};
  std::string permission = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "where_may";
  static constexpr auto fields =
      described_by<&where_may::user, &where_may::permission, &where_may::limit, &where_may::after>(
          "user", "permission", "limit", "after");
};

/// One of the two, after what the permission is about; organizations come first.
struct place {
  std::optional<std::string> workspace = {};
  std::optional<std::string> organization = {};

  static constexpr auto fields =
      described_by<&place::workspace, &place::organization>("workspace", "organization");
};

inline objection check_shape(const realm&, const list_permissions& q) {
  return exactly_one({{"workspace", q.workspace.has_value()},
                      {"organization", q.organization.has_value()},
                      {"job", q.job.has_value()}});
}

inline result<permission_list> reply(const inquiry& asked, const list_permissions& q) {
  const realm& world = asked.world;
  user_id user;
  if (auto no = enter_rights_of(asked, q.user, user)) return tl::make_unexpected(*no);
  const auto on = q.workspace      ? target_named(asked, *q.workspace)
                  : q.organization ? target_named(asked, *q.organization)
                                   : target_named(asked, *q.job);
  if (!on || !asked.knows(*on))
    return tl::make_unexpected(not_found(q.workspace      ? "workspace"
                                         : q.organization ? "organization"
                                                          : "job"));
  permission_list out;
  for (permission each; each.value < world.rules->permission_count(); ++each.value)
    if (effective(world, {user, each, *on, asked.at}).allowed())
      out.permissions.emplace_back(world.rules->row(each).name);
  return out;
}

inline objection check_shape(const realm& world, const who_may& q) {
  if (auto no = exactly_one({{"workspace", q.workspace.has_value()}, {"job", q.job.has_value()}})) return no;
  if (auto no = check_permission(world, q.permission)) return no;
  if (world.rules->row(*world.rules->find_permission(q.permission)).about == subject::organization)
    return malformed("permission", "That permission is about organizations, not about workspaces.");
  return {};
}

inline result<page<holder>> reply(const inquiry& asked, const who_may& q) {
  const realm& world = asked.world;
  std::optional<job_id> job;
  workspace_id workspace;
  if (q.job) {
    if (auto no = asked.enter(*q.job, permissions::job_view, job.emplace())) return tl::make_unexpected(*no);
    workspace = world.jobs[*job].workspace;
    if (auto no = asked.guard(permissions::workspace_view_members, workspace, "workspace"))
      return tl::make_unexpected(*no);
  } else if (auto no = asked.enter(*q.workspace, permissions::workspace_view_members, workspace)) {
    return tl::make_unexpected(*no);
  }
  const auto what = *world.rules->find_permission(q.permission);
  const target on = job ? target(*job) : target(workspace);
  const auto judge = [&](user_id each) { return effective(world, {each, what, on, asked.at}); };
  return cut<holder>(
      people_in_reach(world, workspace, job), q,
      [&](user_id each) { return judge(each).allowed() ? label(world, each) : std::string(); },
      [&](user_id each) -> std::optional<holder> {
        const auto judged = judge(each);
        if (!judged.allowed()) return {};
        return holder{label(world, each), *role_name(world, judged.role)};
      });
}

inline objection check_shape(const realm& world, const where_may& q) {
  return check_permission(world, q.permission);
}

inline result<page<place>> reply(const inquiry& asked, const where_may& q) {
  const realm& world = asked.world;
  user_id user;
  if (auto no = asked.enter_self(q.user, user)) return tl::make_unexpected(*no);
  const auto what = *world.rules->find_permission(q.permission);
  std::vector<place> places;
  const auto add = [&](const target& on, place there) {
    if (effective(world, {user, what, on, asked.at}).allowed()) places.push_back(std::move(there));
  };
  for (const auto each : organizations_in_reach(world, user)) add(each, {{}, label(world, each)});
  for (const auto each : workspaces_in_reach(world, user, what)) add(each, {label(world, each), {}});
  // An organization and a workspace may share a key.
  return cut<place>(
      places, q,
      [](const place& it) {
        return it.workspace ? "workspace:" + *it.workspace : "organization:" + *it.organization;
      },
      [](const place& it) { return std::optional(it); });
}

}  // namespace charter::inline v0::queries
