// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rulebook `opaque_open` (documents 001, 002, 003): active at once, members and policies change at any
/// time. Its sections have the defaults of `rules::rulebook`; what is written here is what those cannot say.

#include <string>
#include <vector>

#include "charter/rules/rulebook.hpp"
#include "charter/rules/rulebooks/rows.hpp"

namespace charter::inline v0::rulebooks::detail::open {

inline rules::role_grants organization_admin_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"organization.edit", always, "R123"},
      {"organization.manage_users", always, "R089 R123 R164"},
      {"organization.view_members", always, "R165 R173"},
      {"organization.view_candidates", always, "R165"},
      {"organization.assign_roles", always, "R091 R124 R174 R175"},
      {"organization.view_audit", always, "R090 R125 R170 R103"},
      {"organization.export_audit", always, "R170"},
      {"organization.view_attestations", always, "R103"},
      {"workspace.view", owning_organization, "R126 D10"},
      {"workspace.view_members", owning_organization, "R126 D10"},
      {"workspace.manage_members", owning_organization, "R126 R167 R175"},
      {"workspace.manage_policies", owning_organization, "R126 R168"},
      {"workspace.describe", owning_organization, "R015 R055 D27"},
      {"workspace.manage_templates", owning_organization, "R024 R109 D27"},
      {"workspace.edit_details", owning_organization, "R128 R085 (the open documents fix nothing)"},
      {"workspace.archive", owning_organization, "R169 R113 D08"},
      {"workspace.view_audit", owning_organization, "R170 R112 D11"},
      {"workspace.export_audit", owning_organization, "R170 D11"},
      {"workspace.withdraw_user", same_organization, "D09: own users from a foreign workspace"},
      {"integration.create", always, "R098"},
      {"integration.view", owning_organization, "R098 D31"},
      {"integration.update", owning_organization, "R146 D31"},
      {"integration.share", owning_organization, "R146 D31"},
      {"integration.unshare", owning_organization, "R147 D31"},
      {"integration.discard", owning_organization, "R147 D31"},
      {"dataset.connect", always, "R098"},
      {"dataset.view", owning_organization, "R098"},
      {"dataset.unshare", owning_organization, "D32"},
      {"data_policy.create", owning_organization, "R098 R102"},
      {"data_policy.view", owning_organization, "R098"},
      {"job.edit", all_of(member, owning_organization), "D35", "agentic"},
      {"job.return_to_draft", all_of(member, owning_organization), "D18", "analytics"},
      {"run.cancel", all_of(member, owning_organization), "D24"},
  };
  return grants_of("organization_admin", rows);
}

inline rules::role_grants workspace_admin_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"organization.view_candidates", always, "R165 R017 R058 D30"},
      {"workspace.create", always, "R001 R049 R085 R093 R127 D01"},
      {"workspace.manage_members", member, "R128 R167 R078 R079"},
      {"workspace.manage_policies", member, "R168 R080"},
      {"workspace.describe", member, "R015 R055 D27"},
      {"workspace.manage_templates", member, "R024 R109 D27"},
      {"workspace.edit_details", member, "R128 R085 (the open documents fix nothing)"},
      {"workspace.archive", member, "R169 R113 D08"},
      {"workspace.view_audit", member, "R170 R112 D11"},
      {"workspace.export_audit", member, "R170 D11"},
      {"integration.create", always, "R096 R106: for the organization, before any workspace"},
      {"integration.update", all_of(member, same_organization), "R129 R146 D31"},
      {"integration.share", all_of(member, same_organization), "R129 R146 D31"},
      {"integration.unshare", member, "R147 D31"},
      {"integration.discard", all_of(member, same_organization), "R129 R147 D31"},
      {"dataset.connect", always, "R097 R107"},
      {"dataset.unshare", member, "D32"},
      {"dataset.view", same_organization, "R107: what it may set policies on"},
      {"data_policy.create", same_organization, "R107"},
      {"job.edit", member, "D35", "agentic"},
      {"job.return_to_draft", member, "D18", "analytics"},
      {"run.cancel", member, "D24"},
  };
  return grants_of("workspace_admin", rows);
}

inline rules::role_grants workspace_member_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"workspace.view", member, "R135 R133"},
      {"workspace.view_members", member, "R135"},
      {"workspace.view_events", member, "R136 D11: entries whose actor is of the viewer's organization"},
      {"integration.create", member, "R144"},
      {"integration.view", member, "R145 R135"},
      {"integration.view", creator, "R145 R134"},
      {"integration.update", creator, "R146 D31"},
      {"integration.share", creator, "R146 D31"},
      {"integration.unshare", creator, "R147 D31"},
      {"integration.discard", creator, "R147 D31"},
      {"dataset.connect", member, "R156"},
      {"dataset.view", member, "R135"},
      {"dataset.view", creator, "R135"},
      {"dataset.share", creator, "R102 D32"},
      {"dataset.unshare", creator, "R157 D32"},
      {"dataset.remove", creator, "R157 D32"},
      {"data_policy.create", creator, "R158 R102"},
      {"data_policy.create", all_of(member, same_organization), "R158, own organization's data only"},
      {"data_policy.view", member, "R159"},
      {"data_policy.view", creator, "R159"},
      {"data_policy.remove", creator, "R158 D32"},
      {"job.create", member, "R137 R148"},
      {"job.view", member, "R138 R149 R160 R115"},
      {"job.edit", all_of(member, creator), "R150 D35"},
      {"job.request_approval", member, "R140", "agentic"},
      {"job.request_approval", all_of(member, creator), "D35, the author submits", "analytics"},
      {"job.review", member, "R153 D23: comment and read the review"},
      {"job.decide", all_of(member, approver), "R143 R153 D23"},
      {"job.return_to_draft", member, "R142 D18", "agentic"},
      {"job.return_to_draft", all_of(member, creator), "D18", "analytics"},
      {"job.discard", all_of(member, creator), "D35"},
      {"run.start", all_of(member, approved, run_policy), "R139 R151 R038-R041 D24"},
      {"run.cancel", all_of(member, creator), "R152 D24"},
      {"run.view", member, "R141 R115"},
      {"result.view", all_of(member, same_organization), "R154 R116 D33", "analytics"},
      {"result.view", member, "R141", "agentic"},
      {"result.export", all_of(member, same_organization), "R155 D33", "analytics"},
  };
  return grants_of("workspace_member", rows);
}

inline std::vector<rules::role_definition> roles() {
  using namespace rules;
  using names = std::vector<std::string>;
  return {
      {.name = "organization_admin",
       .scope = role_scope::organization,
       .assigned_by = names{"operator"},
       .why = "R088 R122 R087"},
      {.name = "workspace_admin",
       .scope = role_scope::organization,
       .assigned_by = names{"organization_admin"},
       .self_assign = true,
       .why = "R091 R092 R122 R124 R163"},
      {.name = "workspace_member",
       .scope = role_scope::organization,
       .default_ = true,
       .why = "R122 R133 R171: everyone in an organization holds it"},
  };
}

inline std::vector<rules::kind_definition> kinds() {
  using namespace rules;
  return {
      {.name = "analytics",
       .label = "Analytics and ML",
       .work = work::job,
       .approval = true,
       .run_policy = true,
       .templates = true,
       .assets = {asset_type::dataset},
       .data_policies = true,
       .reject_comment = true,
       .why = "R021 R024 R037 R101 D22"},
      {.name = "agentic",
       .label = "Agentic AI",
       .work = work::workflow,
       .approval = true,
       .assets = {asset_type::integration, asset_type::dataset},
       .data_policies = true,
       .why = "R021 R024 R037 R099 R102 D22 D24"},
  };
}

/// The rows and decisions that each section comes from.
inline void note_sources(rules::rulebook& book) {
  book.directory.why = "R007 R017 R058 D28 D30";
  book.creation.why = "R019 R060";
  book.membership.why = "R057 R059 R078 R079 R081 D02-D05 D28 D38 D39";
  book.approval.why = "R030-R036 R067-R072 D14-D25 D47 D48";
  book.run_policy.why = "R037-R041 R073-R076 D24";
  book.policies.why = "R080 D27";
  book.archive.why = "R113-R118 D07";
  book.guards.why = "D12";
  book.management.why = "D13";
  book.limits.why = "D46";
  book.text.why = "R013 R016 R053 R056 D29";
  book.time.why = "D45";
}

inline rules::rulebook make() {
  rules::rulebook book;
  book.name = "opaque_open";
  book.about = "Documents 001, 002, 003: active at once, members and policies change at any time.";
  book.roles = roles();
  book.kinds = kinds();
  book.grants = {organization_admin_grants(), workspace_admin_grants(), workspace_member_grants()};
  book.guards.last_organization_admin.roles = {"organization_admin"};
  book.guards.last_workspace_admin.roles = {"workspace_admin"};
  book.guards.last_workspace_admin.except = {"organization_admin"};
  note_sources(book);
  return book;
}

}  // namespace charter::inline v0::rulebooks::detail::open

namespace charter::inline v0::rulebooks {

/// Open workspaces; the rulebook whose values stand in for what a host's own leaves out.
/// Threads: any. Owns: lives as long as the program.
inline const rules::rulebook& opaque_open() {
  static const rules::rulebook book = detail::open::make();
  return book;
}

}  // namespace charter::inline v0::rulebooks
