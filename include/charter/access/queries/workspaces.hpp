// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_workspaces`: the workspaces that a user sees, to choose one to work in (R176).

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/reach.hpp"

namespace charter::inline v0::queries {

struct list_workspaces {
  ref<user_id> user = {};
  bool include_archived = false;  ///< hidden ones too
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_workspaces";
  static constexpr auto fields =
      described_by<&list_workspaces::user, &list_workspaces::include_archived, &list_workspaces::limit,
                   &list_workspaces::after>("user", "include_archived?", "limit", "after");
};

struct workspace_row {
  std::string workspace = {};
  std::string name = {};
  charter::workspace::status status = charter::workspace::status::pending;
  std::string kind = {};
  std::string organization = {};
  std::optional<std::string> role = {};  ///< of the membership, if there is one that has a role
  std::vector<std::string> countries = {};

  static constexpr auto fields =
      described_by<&workspace_row::workspace, &workspace_row::name, &workspace_row::status,
                   &workspace_row::kind, &workspace_row::organization, &workspace_row::role,
                   &workspace_row::countries>("workspace", "name", "status", "kind", "organization", "role",
                                              "countries");
};

inline result<page<workspace_row>> reply(const inquiry& asked, const list_workspaces& q) {
  user_id user;
  if (auto no = asked.enter_self(q.user, user)) return tl::make_unexpected(*no);
  const realm& world = asked.world;
  // Rights alone: what is hidden is shown here, if it is asked for.
  const auto views = [&](workspace_id each) {
    return judge_grants({world, user, permissions::workspace_view, asked.at, {}, each}).allowed();
  };
  return cut<workspace_row>(
      workspaces_in_reach(world, user, permissions::workspace_view), q,
      [&](workspace_id each) { return views(each) ? label(world, each) : std::string(); },
      [&](workspace_id each) -> std::optional<workspace_row> {
        const auto& it = world.workspaces[each];
        if ((it.archived() && !q.include_archived) || !views(each)) return {};
        const auto* membership = member_row(world, each, user, asked.at);
        return workspace_row{label(world, each),
                             it.details->name,
                             it.status,
                             kind_of(world, each).name,
                             label(world, it.owner),
                             membership ? role_name(world, membership->role) : std::nullopt,
                             it.details->countries};
      });
}

}  // namespace charter::inline v0::queries
