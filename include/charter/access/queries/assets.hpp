// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_assets`: integrations and datasets of a workspace or an organization. `list_data_policies`: a
/// dataset's.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/reach.hpp"

namespace charter::inline v0::queries {

/// Exactly one of `workspace` and `organization`: shared to it, or belonging to it.
struct list_assets {
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<organization_id>> organization = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_assets";
  static constexpr auto fields =
      described_by<&list_assets::workspace, &list_assets::organization, &list_assets::limit,
                   &list_assets::after>("workspace", "organization", "limit", "after");
};

struct asset_row {
  std::string asset = {};
  rules::asset_type type = rules::asset_type::dataset;
  std::string name = {};
  std::string creator = {};
  std::string organization = {};
  std::vector<std::string> workspaces = {};  ///< to which it is shared

  static constexpr auto fields =
      described_by<&asset_row::asset, &asset_row::type, &asset_row::name, &asset_row::creator,
                   &asset_row::organization, &asset_row::workspaces>("asset", "type", "name", "creator",
                                                                     "organization", "workspaces");
};

struct list_data_policies {
  ref<asset_id> dataset = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_data_policies";
  static constexpr auto fields =
      described_by<&list_data_policies::dataset, &list_data_policies::limit, &list_data_policies::after>(
          "dataset", "limit", "after");
};

struct data_policy_row {
  std::string data_policy = {};
  std::string author = {};
  std::vector<std::string> workspaces = {};
  std::vector<rules::work> work = {};
  column_set columns = {};

  static constexpr auto fields =
      described_by<&data_policy_row::data_policy, &data_policy_row::author, &data_policy_row::workspaces,
                   &data_policy_row::work, &data_policy_row::columns>("data_policy", "author", "workspaces",
                                                                      "work", "columns");
};

/// Labels of workspaces, without those that are hidden from the asker.
inline std::vector<std::string> shown_workspaces(const inquiry& asked, const std::vector<workspace_id>& all) {
  std::vector<std::string> out;
  for (const auto each : all)
    if (!asked.is_hidden_here(each)) out.push_back(label(asked.world, each));
  return out;
}

inline objection check_shape(const realm&, const list_assets& q) {
  return exactly_one({{"workspace", q.workspace.has_value()}, {"organization", q.organization.has_value()}});
}

inline result<page<asset_row>> reply(const inquiry& asked, const list_assets& q) {
  const realm& world = asked.world;
  workspace_id workspace;
  cow_vector<asset_id> all;
  if (q.workspace) {
    if (auto no = asked.find_thing(*q.workspace, workspace)) return tl::make_unexpected(*no);
    if (!asked.knows(workspace)) return tl::make_unexpected(not_found("workspace"));
    all = world.workspaces[workspace].assets;
  } else {
    organization_id organization;
    if (auto no = asked.find_thing(*q.organization, organization)) return tl::make_unexpected(*no);
    if (!asked.knows(organization)) return tl::make_unexpected(not_found("organization"));
    all = world.organizations[organization].assets;
  }
  std::vector<asset_id> in_order(all.begin(), all.end());
  sort_and_unite(in_order);
  const auto views = [&](asset_id each) {
    const bool dataset = world.assets[each].type == rules::asset_type::dataset;
    return asked.may(dataset ? permissions::dataset_view : permissions::integration_view, each);
  };
  return cut<asset_row>(
      in_order, q, [&](asset_id each) { return views(each) ? label(world, each) : std::string(); },
      [&](asset_id each) -> std::optional<asset_row> {
        const auto& it = world.assets[each];
        if (it.removed || (q.workspace && !it.is_shared_to(workspace)) || !views(each)) return {};
        return asset_row{label(world, each),
                         it.type,
                         it.details->name,
                         label(world, it.creator),
                         label(world, it.organization),
                         shown_workspaces(asked, *it.shared_to)};
      });
}

inline result<page<data_policy_row>> reply(const inquiry& asked, const list_data_policies& q) {
  const realm& world = asked.world;
  asset_id dataset;
  if (auto no = asked.find_thing(q.dataset, dataset, "dataset")) return tl::make_unexpected(*no);
  if (world.assets[dataset].type != rules::asset_type::dataset)
    return tl::make_unexpected(not_found("dataset"));
  if (auto no = asked.guard_each(permissions::data_policy_view, dataset, "dataset"))
    return tl::make_unexpected(*no);
  const auto views = [&](data_policy_id each) { return asked.may(permissions::data_policy_view, each); };
  return cut<data_policy_row>(
      world.assets[dataset].policies, q,
      [&](data_policy_id each) { return views(each) ? label(world, each) : std::string(); },
      [&](data_policy_id each) -> std::optional<data_policy_row> {
        const auto& it = world.data_policies[each];
        if (it.removed || !views(each)) return {};
        return data_policy_row{label(world, each), label(world, it.author),
                               shown_workspaces(asked, it.terms->workspaces), it.terms->work,
                               it.terms->columns};
      });
}

}  // namespace charter::inline v0::queries
