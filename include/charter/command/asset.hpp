// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about integrations, datasets and data policies (R096-R102, R129, R144-R147, R156-R158, D31, D32).

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"

namespace charter::inline v0 {

struct asset_commands {
  static objection on(turn& t, const integration::create& c) {
    home where;
    const auto type = rules::asset_type::integration;
    if (auto no = enter(t, c.organization, c.workspace, permissions::integration_create, where)) return no;
    if (auto no = check_texts(t, c.key, c.name, c.content_digest)) return no;
    if (c.description)
      if (auto no = texts::check_description(*c.description, t.book().text.description)) return no;
    if (where.workspace && !takes(kind_of(t.world, *where.workspace), type)) return not_in_kind();
    const auto made = t.world.assets.next();
    t.emit(
        integration::created{made, c.key, c.name, c.description, c.content_digest, where.owner, t.by.user});
    if (where.workspace) t.emit(integration::shared{made, *where.workspace});
    return {};
  }

  static objection on(turn& t, const dataset::connect& c) {
    home where;
    const auto type = rules::asset_type::dataset;
    if (auto no = enter(t, c.organization, c.workspace, permissions::dataset_connect, where)) return no;
    if (auto no = check_texts(t, c.key, c.name, c.content_digest)) return no;
    if (where.workspace && !takes(kind_of(t.world, *where.workspace), type)) return not_in_kind();
    const auto made = t.world.assets.next();
    t.emit(dataset::connected{made, c.key, c.name, c.content_digest, where.owner, t.by.user});
    if (where.workspace) t.emit(dataset::shared{made, *where.workspace});
    return {};
  }

  static objection on(turn& t, const integration::update& c) {
    asset_id it;
    if (auto no = t.find_asset(c.integration, rules::asset_type::integration, it)) return no;
    if (auto no = t.guard(permissions::integration_update, it, "integration")) return no;
    if (c.name)
      if (auto no = texts::check_required("name", *c.name, t.book().text.name)) return no;
    if (c.description)
      if (auto no = texts::check_description(*c.description, t.book().text.description)) return no;
    if (c.content_digest)
      if (auto no = texts::check_line("content_digest", *c.content_digest)) return no;
    const auto& now = *t.world.assets[it].details;
    if (c.name.value_or(now.name) == now.name && c.description.value_or(now.description) == now.description &&
        c.content_digest.value_or(now.content_digest) == now.content_digest)
      return nothing_to_change();
    t.emit(integration::updated{it, c.name, c.description, c.content_digest});
    return {};
  }

  static objection on(turn& t, const integration::discard& c) {
    asset_id it;
    if (auto no = t.find_asset(c.integration, rules::asset_type::integration, it)) return no;
    if (auto no = t.guard(permissions::integration_discard, it, "integration")) return no;
    t.emit(integration::discarded{it});
    return {};
  }
  static objection on(turn& t, const dataset::remove& c) {
    asset_id it;
    if (auto no = t.find_asset(c.dataset, rules::asset_type::dataset, it)) return no;
    if (auto no = t.guard(permissions::dataset_remove, it, "dataset")) return no;
    t.emit(dataset::removed{it});
    return {};
  }

  static objection on(turn& t, const integration::share& c) {
    return share<integration::shared>(t, c.integration, c.workspace, rules::asset_type::integration,
                                      permissions::integration_share);
  }
  static objection on(turn& t, const dataset::share& c) {
    return share<dataset::shared>(t, c.dataset, c.workspace, rules::asset_type::dataset,
                                  permissions::dataset_share);
  }
  static objection on(turn& t, const integration::unshare& c) {
    return unshare<integration::unshared>(t, c.integration, c.workspace, rules::asset_type::integration,
                                          permissions::integration_unshare);
  }
  static objection on(turn& t, const dataset::unshare& c) {
    return unshare<dataset::unshared>(t, c.dataset, c.workspace, rules::asset_type::dataset,
                                      permissions::dataset_unshare);
  }

  static objection on(turn& t, const data_policy::set& c) {
    asset_id dataset;
    std::vector<workspace_id> workspaces;
    if (auto no = t.find_asset(c.dataset, rules::asset_type::dataset, dataset)) return no;
    for (const auto& name : c.workspaces) {
      workspace_id each;
      if (auto no = t.find(name, each)) return no;
      if (t.by.is_user() && (is_hidden(t.world, each) ||
                             (t.book().masking && !sees_workspace(t.world, t.by.user, each, t.now))))
        return not_found("workspace");
      if (std::find(workspaces.begin(), workspaces.end(), each) == workspaces.end())
        workspaces.push_back(each);
    }
    if (auto no = t.guard(permissions::data_policy_create, dataset, "dataset")) return no;
    if (auto no = texts::check_key(t.world.data_policies, c.key)) return no;
    if (c.columns.names)
      for (const auto& each : *c.columns.names)
        if (auto no = texts::check_line("columns", each)) return no;
    t.emit(data_policy::was_set{t.world.data_policies.next(), c.key, dataset, workspaces, each_once(c.work),
                                once(c.columns), t.by.user});
    return {};
  }

  static objection on(turn& t, const data_policy::remove& c) {
    data_policy_id it;
    if (auto no = t.enter(c.data_policy, permissions::data_policy_remove, it)) return no;
    t.emit(data_policy::removed{it});
    return {};
  }

  template <class T>
  static std::vector<T> each_once(const std::vector<T>& all) {
    std::vector<T> out;
    for (const auto& each : all)
      if (std::find(out.begin(), out.end(), each) == out.end()) out.push_back(each);
    return out;
  }
  static column_set once(const column_set& columns) {
    return columns.names ? column_set{each_once(*columns.names)} : column_set{};
  }
  static bool takes(const rules::kind_definition& kind, rules::asset_type type) {
    return std::find(kind.assets.begin(), kind.assets.end(), type) != kind.assets.end();
  }
  static refusal not_in_kind() {
    return refuse("asset_not_in_kind", "Workspaces of this kind do not work with assets of that type.");
  }

 private:
  /// Where a new asset belongs, and where it is shared at once.
  struct home {
    organization_id owner;
    std::optional<workspace_id> workspace;
  };

  static objection enter(const turn& t, const std::optional<ref<organization_id>>& organization,
                         const std::optional<ref<workspace_id>>& workspace, permission what, home& out) {
    if (organization) {
      if (auto no = t.find_organization(*organization, out.owner)) return no;
      return t.guard(what, out.owner, "organization");
    }
    out.workspace.emplace();
    if (auto no = t.enter(*workspace, what, *out.workspace)) return no;
    const auto& belongs = t.world.users[t.by.user].standing->organizations;
    const auto owner = t.world.workspaces[*out.workspace].owner;
    const bool of_owner =
        belongs.empty() || std::find(belongs.begin(), belongs.end(), owner) != belongs.end();
    out.owner = of_owner ? owner : belongs.front();
    return {};
  }
  static objection check_texts(const turn& t, const std::optional<std::string>& key, const std::string& name,
                               const std::optional<std::string>& content_digest) {
    if (auto no = texts::check_key(t.world.assets, key)) return no;
    if (auto no = texts::check_required("name", name, t.book().text.name)) return no;
    return content_digest ? texts::check_line("content_digest", *content_digest) : objection{};
  }

  template <class Shared>
  static objection share(turn& t, const ref<asset_id>& name, const ref<workspace_id>& where,
                         rules::asset_type type, permission what) {
    asset_id it;
    workspace_id workspace;
    if (auto no = find_both(t, name, where, type, it, workspace)) return no;
    if (auto no = t.guard(what, {it, workspace}, noun(type))) return no;
    const auto viewing =
        judge_grants({t.world, t.by.user, permissions::workspace_view, t.now, {}, workspace});
    if (!viewing.allowed()) return denied(t.world, permissions::workspace_view, viewing, "workspace");
    if (!takes(kind_of(t.world, workspace), type)) return not_in_kind();
    if (t.world.assets[it].is_shared_to(workspace))
      return refuse("already_shared", "It is shared there already.");
    t.emit(Shared{it, workspace});
    return {};
  }
  template <class Unshared>
  static objection unshare(turn& t, const ref<asset_id>& name, const ref<workspace_id>& where,
                           rules::asset_type type, permission what) {
    asset_id it;
    workspace_id workspace;
    if (auto no = find_both(t, name, where, type, it, workspace)) return no;
    if (auto no = t.guard(what, {it, workspace}, noun(type))) return no;
    if (!t.world.assets[it].is_shared_to(workspace)) return refuse("not_shared", "It is not shared there.");
    t.emit(Unshared{it, workspace});
    return {};
  }
  static objection find_both(const turn& t, const ref<asset_id>& name, const ref<workspace_id>& where,
                             rules::asset_type type, asset_id& it, workspace_id& workspace) {
    if (auto no = t.find_asset(name, type, it)) return no;
    return t.find(where, workspace);
  }
  static std::string_view noun(rules::asset_type type) {
    return type == rules::asset_type::dataset ? "dataset" : "integration";
  }
};

}  // namespace charter::inline v0
