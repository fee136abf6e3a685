// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Questions to ask of a realm, and the commands that need just one permission.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "charter/access/question.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace properties {

/// "usr_3 job.create on workspace 2".
inline std::string to_text(const charter::realm& world, const charter::question& it) {
  static constexpr std::string_view kinds[] = {"organization", "workspace", "job",
                                               "run",          "asset",     "data_policy"};
  return charter::to_text(it.user) + ' ' + std::string(world.rules->row(it.what).name) + " on " +
         std::string(kinds[static_cast<std::size_t>(it.on.what)]) + ' ' + std::to_string(it.on.value);
}

/// The latest ids of a registry.
template <class Id, class State>
std::vector<Id> latest(const charter::registry<Id, State>& things, std::size_t at_most) {
  std::vector<Id> out;
  for (auto i = things.all.size(); i-- > 0 && out.size() < at_most;)
    out.push_back(Id{static_cast<std::uint32_t>(i)});
  return out;
}

/// Some of each kind, also pairs, and one that does not exist.
inline std::vector<charter::target> some_targets(const charter::realm& world, std::size_t at_most) {
  std::vector<charter::target> out;
  const auto workspaces = latest(world.workspaces, at_most);
  for (const auto each : latest(world.organizations, at_most)) out.emplace_back(each);
  for (const auto each : workspaces) out.emplace_back(each);
  for (const auto each : latest(world.jobs, at_most)) out.emplace_back(each);
  for (const auto each : latest(world.runs, at_most)) out.emplace_back(each);
  for (const auto each : latest(world.assets, at_most)) out.emplace_back(each);
  for (const auto each : latest(world.data_policies, at_most)) out.emplace_back(each);
  for (const auto asset : latest(world.assets, 2))
    for (const auto where : latest(world.workspaces, 2)) out.emplace_back(asset, where);
  for (const auto where : latest(world.workspaces, 2))
    for (const auto user : latest(world.users, 3)) out.emplace_back(where, user);
  out.emplace_back(charter::workspace_id{1000000});
  return out;
}

/// A command, and the permission on which alone it depends whether its actor may give it.
struct command_of_permission {
  charter::permission what;
  charter::target on;
  charter::command asks;
};

inline void add_workspace_commands(std::vector<command_of_permission>& out, charter::workspace_id it) {
  using namespace charter;
  using namespace charter::permissions;
  out.push_back({workspace_edit_details, it, workspace::rename{it, "Other"}});
  out.push_back({workspace_edit_details, it, workspace::set_countries{it, {"CM"}}});
  out.push_back({workspace_describe, it, workspace::describe{it, "Other"}});
  out.push_back({workspace_edit_homepage, it, workspace::edit_homepage{it, "Other"}});
  out.push_back({workspace_configure, it, workspace::set_image{it, "other"}});
  out.push_back({workspace_configure, it, workspace::set_property{it, "other", true}});
  out.push_back({workspace_configure, it, workspace::unset_property{it, "other"}});
  out.push_back({workspace_manage_policies, it, workspace::set_approval_policy{it, approval::all()}});
  out.push_back({workspace_manage_policies, it, workspace::set_run_policy{it, runs::all()}});
  out.push_back({workspace_manage_templates, it, workspace::add_template{it, "other"}});
  out.push_back({workspace_manage_templates, it, workspace::remove_template{it, "other"}});
  out.push_back({workspace_rotate_credential, it, workspace::rotate_credential{it}});
  out.push_back({workspace_archive, it, workspace::archive{it}});
  out.push_back({workspace_export_audit, it, audit::extract{{}, it, {}}});
  out.push_back({job_create, it, job::create{{}, it, "Other", "sha256", {}}});
  out.push_back({integration_create, it, integration::create{{}, "Other", {}, {}, {}, it}});
  out.push_back({dataset_connect, it, dataset::connect{{}, "Other", {}, {}, it}});
  // A role that nobody may give would be forbidden too: only where the permission is wanting.
  out.push_back({workspace_manage_members, it, workspace::add_member{it, {}, "none@such.example", {}, {}}});
  out.push_back({workspace_manage_members, it, invitation::send{{}, it, {}, "none@such.example", {}, {}}});
}

inline void add_organization_commands(std::vector<command_of_permission>& out, charter::organization_id it) {
  using namespace charter;
  using namespace charter::permissions;
  out.push_back({organization_edit, it, organization::rename{it, "Other"}});
  out.push_back({organization_export_audit, it, audit::extract{it, {}, {}}});
  out.push_back({workspace_create, it, workspace::create{{}, it, "no_such_kind", "Other"}});
  out.push_back({integration_create, it, integration::create{{}, "Other", {}, {}, it, {}}});
  out.push_back({dataset_connect, it, dataset::connect{{}, "Other", {}, it, {}}});
}

inline void add_job_commands(std::vector<command_of_permission>& out, charter::job_id it) {
  using namespace charter;
  using namespace charter::permissions;
  out.push_back({job_edit, it, job::edit{it, "Other", {}, {}}});
  out.push_back({job_request_approval, it, job::request_approval{it}});
  out.push_back({job_decide, it, job::approve{it, 1, "yes"}});
  out.push_back({job_decide, it, job::reject{it, 1, "no"}});
  out.push_back({job_review, it, job::comment{it, "Other"}});
  out.push_back({job_return_to_draft, it, job::return_to_draft{it}});
  out.push_back({job_discard, it, job::discard{it}});
}

inline void add_asset_commands(std::vector<command_of_permission>& out, const charter::realm& world,
                               charter::asset_id it, charter::rules::asset_type type) {
  using namespace charter;
  using namespace charter::permissions;
  const auto workspaces = latest(world.workspaces, 2);
  if (type == rules::asset_type::dataset) {
    out.push_back({dataset_remove, it, dataset::remove{it}});
    out.push_back({data_policy_create, it, data_policy::set{{}, it, {}, {rules::work::job}, {}}});
    for (const auto where : workspaces)
      out.push_back({dataset_unshare, {it, where}, dataset::unshare{it, where}});
  } else {
    out.push_back({integration_update, it, integration::update{it, "Other", {}, {}}});
    out.push_back({integration_discard, it, integration::discard{it}});
    for (const auto where : workspaces)
      out.push_back({integration_unshare, {it, where}, integration::unshare{it, where}});
  }
}

/// Such commands about the latest things; the same ones about things that do not exist, where `missing`.
inline std::vector<command_of_permission> commands_of_one_permission(const charter::realm& world,
                                                                     std::size_t at_most,
                                                                     bool missing = false) {
  using namespace charter::permissions;
  const auto named = [&](auto id) { return missing ? decltype(id){id.value + 1000000} : id; };
  std::vector<command_of_permission> out;
  for (const auto each : latest(world.organizations, at_most)) add_organization_commands(out, named(each));
  for (const auto each : latest(world.workspaces, at_most)) add_workspace_commands(out, named(each));
  for (const auto each : latest(world.jobs, at_most)) add_job_commands(out, named(each));
  for (const auto each : latest(world.jobs, at_most))
    out.push_back({run_start, named(each), charter::run::start{{}, named(each), {}}});
  for (const auto each : latest(world.runs, at_most))
    out.push_back({run_cancel, named(each), charter::run::cancel{named(each)}});
  for (const auto each : latest(world.assets, at_most))
    add_asset_commands(out, world, named(each), world.assets[each].type);
  for (const auto each : latest(world.data_policies, at_most))
    out.push_back({data_policy_remove, named(each), charter::data_policy::remove{named(each)}});
  return out;
}

/// Refusals that a user to whom the thing is granted never meets.
inline bool is_about_rights(std::string_view slug) {
  static constexpr std::string_view all[] = {"not_found",         "deactivated",       "forbidden",
                                             "not_a_member",      "workspace_pending", "workspace_archived",
                                             "not_in_run_policy", "not_an_approver"};
  return std::find(std::begin(all), std::end(all), slug) != std::end(all);
}

}  // namespace properties
