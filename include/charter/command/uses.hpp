// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which assets a job may use: shared to its workspace, of a type its kind takes, and for datasets covered by
/// a policy (D32). Judged when the job is made, changed and run.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "charter/command/asset.hpp"
#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0::uses {

inline refusal not_shared() {
  return refuse("asset_not_shared", "The asset is not shared to this workspace; have it shared first.");
}

inline bool is_covered(const realm& world, asset_id asset, workspace_id workspace, rules::work work,
                       const column_set& columns) {
  const auto& all = world.assets[asset].policies;
  return std::any_of(all.begin(), all.end(), [&](data_policy_id each) {
    return world.data_policies[each].covers(workspace, work, columns);
  });
}

/// One use, as things stand now.
inline objection check(const realm& world, workspace_id workspace, const job::use& use) {
  const auto& kind = kind_of(world, workspace);
  const auto& asset = world.assets[use.asset];
  if (!asset_commands::takes(kind, asset.type)) return asset_commands::not_in_kind();
  if (!asset.is_shared_to(workspace)) return not_shared();
  if (asset.type == rules::asset_type::dataset && kind.data_policies &&
      !is_covered(world, use.asset, workspace, kind.work, use.columns))
    return refuse("not_covered_by_data_policy",
                  "No data policy of the dataset opens those columns to this work here; ask its owner.");
  return {};
}
inline objection check(const realm& world, workspace_id workspace, const std::vector<job::use>& all) {
  for (const auto& each : all)
    if (auto no = check(world, workspace, each)) return no;
  return {};
}

/// The asset a use names, if the actor may know of it: shared to the workspace now or once, or seen
/// otherwise.
inline std::optional<asset_id> find_known(const turn& t, const ref<asset_id>& name, workspace_id workspace) {
  const auto it = charter::detail::find_named(t.world.assets, name.text());
  if (!it) return {};
  const auto& asset = t.world.assets[*it];
  const auto& there = t.world.workspaces[workspace].assets;
  if (asset.is_shared_to(workspace)) return it;
  if (asset.removed) return std::find(there.begin(), there.end(), *it) != there.end() ? it : std::nullopt;
  const auto view =
      asset.type == rules::asset_type::dataset ? permissions::dataset_view : permissions::integration_view;
  return effective(t.world, {t.by.user, view, *it, t.now}).allowed() ? it : std::nullopt;
}

/// Resolves and judges what a command wants to use; an asset named twice counts once.
inline objection resolve(const turn& t, workspace_id workspace,
                         const std::vector<job::use_proposal>& proposed, std::vector<job::use>& out) {
  for (const auto& each : proposed) {
    const auto asset = find_known(t, each.asset, workspace);
    if (!asset) return not_found("asset");
    if (each.columns.names)
      for (const auto& column : *each.columns.names)
        if (auto no = texts::check_line("columns", column)) return no;
    const job::use use{*asset, asset_commands::once(each.columns)};
    if (auto no = check(t.world, workspace, use)) return no;
    if (std::find(out.begin(), out.end(), use) == out.end()) out.push_back(use);
  }
  return {};
}

}  // namespace charter::inline v0::uses
