// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the asset room, applied: integrations, datasets, data policies, and where they are shared.

#include <utility>

#include "charter/machines/asset/rules.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

struct asset_events {
  static void on(realm& world, const integration::created& what, const stamp&) {
    add(world, what.integration, rules::asset_type::integration, what.organization, what.creator,
        {what.key.value_or(""), what.name, what.description.value_or(""), what.content_digest.value_or("")});
  }
  static void on(realm& world, const dataset::connected& what, const stamp&) {
    add(world, what.dataset, rules::asset_type::dataset, what.organization, what.creator,
        {what.key.value_or(""), what.name, "", what.content_digest.value_or("")});
  }
  static void on(realm& world, const integration::updated& what, const stamp&) {
    asset::machine::apply(world.assets.edit(what.integration), what);
  }
  static void on(realm& world, const integration::discarded& what, const stamp&) {
    asset::machine::remove(world.assets.edit(what.integration));
  }
  static void on(realm& world, const dataset::removed& what, const stamp&) {
    asset::machine::remove(world.assets.edit(what.dataset));
  }
  static void on(realm& world, const integration::shared& what, const stamp&) {
    share(world, what.integration, what.workspace);
  }
  static void on(realm& world, const dataset::shared& what, const stamp&) {
    share(world, what.dataset, what.workspace);
  }
  static void on(realm& world, const integration::unshared& what, const stamp&) {
    asset::machine::unshare(world.assets.edit(what.integration), what.workspace);
  }
  static void on(realm& world, const dataset::unshared& what, const stamp&) {
    asset::machine::unshare(world.assets.edit(what.dataset), what.workspace);
  }
  static void on(realm& world, const data_policy::was_set& what, const stamp&) {
    data_policy::state made;
    made.dataset = what.dataset;
    made.author = what.author;
    made.terms = data_policy::terms{what.key.value_or(""), what.workspaces, what.work, what.columns};
    world.data_policies.add(std::move(made), what.key.value_or(""));
    world.assets.edit(what.dataset).policies.push_back(what.data_policy);
  }
  static void on(realm& world, const data_policy::removed& what, const stamp&) {
    world.data_policies.edit(what.data_policy).removed = true;
  }

 private:
  static void add(realm& world, asset_id which, rules::asset_type type, organization_id organization,
                  user_id creator, asset::details details) {
    asset::state made;
    made.type = type;
    made.organization = organization;
    made.creator = creator;
    const auto key = details.key;
    made.details = std::move(details);
    world.assets.add(std::move(made), key);
    world.organizations.edit(organization).assets.push_back(which);
  }
  static void share(realm& world, asset_id which, workspace_id workspace) {
    asset::machine::share(world.assets.edit(which), workspace);
    auto& known = world.workspaces.edit(workspace).assets;
    for (const auto each : known)
      if (each == which) return;
    known.push_back(which);
  }
};

}  // namespace charter::inline v0
