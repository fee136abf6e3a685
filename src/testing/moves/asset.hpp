// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about integrations, datasets and data policies.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people.hpp"

namespace charter::inline v0::testing::moves {

namespace detail {

inline bool takes(const chooser& c, workspace_id where, rules::asset_type type) {
  const auto& types = kind_of(c.world, where).assets;
  return std::find(types.begin(), types.end(), type) != types.end();
}
inline bool exists(const chooser& c, asset_id it, rules::asset_type type) {
  return c.world.assets[it].type == type && !c.world.assets[it].removed;
}

/// An asset of that type to which somebody may do that.
inline std::optional<opening<asset_id>> open_asset(chooser& c, permission what, rules::asset_type type) {
  return c.open_to(what, c.world.assets, [&](asset_id it) { return exists(c, it, type); });
}

struct sharing {
  actor as;
  asset_id it;
  workspace_id where;
};

/// An asset, a workspace where it is shared (or not yet), and somebody who may change that.
inline std::optional<sharing> open_sharing(chooser& c, permission what, rules::asset_type type, bool shared) {
  const auto it = c.any(c.world.assets, [&](asset_id each) { return exists(c, each, type); });
  if (!it) return {};
  const auto where = c.any(c.world.workspaces, [&](workspace_id each) {
    return takes(c, each, type) && !c.archived(each) && c.world.assets[*it].is_shared_to(each) == shared;
  });
  if (!where) return {};
  auto as = c.actor_for(what, target(*it, *where));
  return as ? std::optional(sharing{*as, *it, *where}) : std::nullopt;
}

/// Where something new may be made: an organization or a workspace, and by whom.
template <class Creation>
std::optional<actor> choose_home(chooser& c, permission what, rules::asset_type type, Creation& out) {
  if (c.chance(35)) {
    const auto free = c.open_to(what, c.world.organizations, [](auto) { return true; });
    if (!free) return {};
    out.organization = c.name(free->it);
    return free->as;
  }
  const auto free = c.open_to(what, c.world.workspaces,
                              [&](workspace_id it) { return c.active(it) && takes(c, it, type); });
  if (!free) return {};
  out.workspace = c.name(free->it);
  return free->as;
}

inline std::vector<std::string> some_columns(chooser& c) {
  const std::vector<std::string> all = {"age", "sex", "site"};
  return c.some_of(all, all.size());
}

}  // namespace detail

inline std::optional<asked> create_integration(chooser& c) {
  integration::create out;
  const auto as =
      detail::choose_home(c, permissions::integration_create, rules::asset_type::integration, out);
  if (!as || !c.room(c.world.assets.all.size(), 25)) return {};
  out.key = maybe_key(c, c.world.assets);
  out.name = a_line(c, "Tool");
  out.description = maybe_line(c, "About");
  out.content_digest = maybe_line(c, "sha256");
  return asked{*as, out};
}

inline std::optional<asked> connect_dataset(chooser& c) {
  dataset::connect out;
  const auto as = detail::choose_home(c, permissions::dataset_connect, rules::asset_type::dataset, out);
  if (!as || !c.room(c.world.assets.all.size(), 25)) return {};
  out.key = maybe_key(c, c.world.assets);
  out.name = a_line(c, "Data");
  out.content_digest = maybe_line(c, "sha256");
  return asked{*as, out};
}

inline std::optional<asked> update_integration(chooser& c) {
  const auto free = detail::open_asset(c, permissions::integration_update, rules::asset_type::integration);
  if (!free) return {};
  return asked{free->as, integration::update{c.name(free->it), maybe_line(c, "Tool"), maybe_line(c, "About"),
                                             maybe_line(c, "sha256")}};
}

inline std::optional<asked> discard_integration(chooser& c) {
  const auto free = detail::open_asset(c, permissions::integration_discard, rules::asset_type::integration);
  return free ? std::optional(asked{free->as, integration::discard{c.name(free->it)}}) : std::nullopt;
}

inline std::optional<asked> remove_dataset(chooser& c) {
  const auto free = detail::open_asset(c, permissions::dataset_remove, rules::asset_type::dataset);
  return free ? std::optional(asked{free->as, dataset::remove{c.name(free->it)}}) : std::nullopt;
}

inline std::optional<asked> share_integration(chooser& c) {
  const auto free =
      detail::open_sharing(c, permissions::integration_share, rules::asset_type::integration, false);
  return free ? std::optional(asked{free->as, integration::share{c.name(free->it), c.name(free->where)}})
              : std::nullopt;
}

inline std::optional<asked> unshare_integration(chooser& c) {
  const auto free =
      detail::open_sharing(c, permissions::integration_unshare, rules::asset_type::integration, true);
  return free ? std::optional(asked{free->as, integration::unshare{c.name(free->it), c.name(free->where)}})
              : std::nullopt;
}

inline std::optional<asked> share_dataset(chooser& c) {
  const auto free = detail::open_sharing(c, permissions::dataset_share, rules::asset_type::dataset, false);
  return free ? std::optional(asked{free->as, dataset::share{c.name(free->it), c.name(free->where)}})
              : std::nullopt;
}

inline std::optional<asked> unshare_dataset(chooser& c) {
  const auto free = detail::open_sharing(c, permissions::dataset_unshare, rules::asset_type::dataset, true);
  return free ? std::optional(asked{free->as, dataset::unshare{c.name(free->it), c.name(free->where)}})
              : std::nullopt;
}

inline std::optional<asked> set_data_policy(chooser& c) {
  const auto free = detail::open_asset(c, permissions::data_policy_create, rules::asset_type::dataset);
  if (!free) return {};
  const auto user = find(c.world, free->as.user());
  const auto seen = c.all(c.world.workspaces, [&](workspace_id it) {
    return !user || sees_workspace(c.world, *user, it, c.now);
  });
  data_policy::set out;
  out.key = maybe_key(c, c.world.data_policies);
  out.dataset = c.name(free->it);
  for (const auto each : c.some_of(seen, seen.size())) out.workspaces.push_back(c.name(each));
  out.work = {rules::work::job, rules::work::workflow, rules::work::pipeline};
  if (c.chance(20)) out.work = {c.one_of(out.work)};
  if (c.chance(40)) out.columns.names = detail::some_columns(c);
  return asked{free->as, out};
}

inline std::optional<asked> remove_data_policy(chooser& c) {
  const auto free = c.open_to(permissions::data_policy_remove, c.world.data_policies,
                              [&](data_policy_id it) { return !c.world.data_policies[it].removed; });
  return free ? std::optional(asked{free->as, data_policy::remove{c.name(free->it)}}) : std::nullopt;
}

}  // namespace charter::inline v0::testing::moves
