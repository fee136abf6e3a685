// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rulebook `openhexa` (document 004): roles viewer, editor and admin in each workspace; an
/// organization's owners and admins are admin in all of theirs.

#include <string>
#include <vector>

#include "charter/rules/rulebook.hpp"
#include "charter/rules/rulebooks/rows.hpp"

namespace charter::inline v0::rulebooks::detail::hexa {

inline rules::role_grants organization_admin_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"organization.edit", always, "R181, document silent"},
      {"organization.manage_users", always, "D34, document silent"},
      {"organization.view_members", always, "D34, document silent"},
      {"organization.view_candidates", always, "R195"},
      {"organization.assign_roles", always, "D34, document silent"},
      {"organization.view_audit", always, "D11"},
      {"organization.export_audit", always, "D11"},
      {"workspace.create", always, "R177 D01"},
  };
  return grants_of("organization_admin", rows);
}

inline rules::role_grants admin_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"workspace.create", always, "R178 D01: in the organizations where one is admin of a live workspace"},
      {"organization.view_candidates", always, "R195"},
      {"workspace.view_members", always, "R216"},
      {"workspace.manage_members", always, "R194 R197 R199 R216"},
      {"workspace.edit_details", always, "R181 R182 R183"},
      {"workspace.configure", always, "R181 R186 R190"},
      {"workspace.rotate_credential", always, "R207 R218"},
      {"connection.manage", always, "R211"},
      {"workspace.archive", always, "R219 D08"},
      {"workspace.view_audit", always, "D11"},
      {"workspace.export_audit", always, "D11"},
      {"job.discard", always, "R213 (document silent)"},
  };
  return grants_of("admin", rows);
}

inline rules::role_grants editor_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"files.write", always, "R203"},
      {"database.view_credentials", always, "R205"},
      {"database.write", always, "R206"},
      {"dataset.write", always, "R209"},
      {"dataset.connect", always, "R209"},
      {"dataset.remove", always, "R209"},
      {"connection.use", always, "R210"},
      {"job.create", always, "R213"},
      {"job.edit", always, "R213"},
      {"run.cancel", always, "R213"},
      {"notebook.use", always, "R214"},
      {"workspace.describe", always, "R215"},
      {"workspace.edit_homepage", always, "R180"},
  };
  return grants_of("editor", rows);
}

inline rules::role_grants viewer_grants() {
  using enum condition;
  static constexpr grant_row rows[] = {
      {"workspace.view", always, "R176 R200"}, {"files.read", always, "R202"},
      {"database.read", always, "R204"},       {"dataset.view", always, "R208"},
      {"dataset.read", always, "R208"},        {"job.view", always, "R212"},
      {"run.start", always, "R212"},           {"run.view", always, "R212"},
      {"result.view", always, "R212"},         {"run.cancel", creator, "D24: one's own run"},
  };
  return grants_of("viewer", rows);
}

inline std::vector<rules::role_definition> roles() {
  using namespace rules;
  using names = std::vector<std::string>;
  return {
      {.name = "organization_owner",
       .scope = role_scope::organization,
       .inherits = {"organization_admin"},
       .assigned_by = names{"operator", "organization_owner"},
       .withdrawn_by = names{"operator"},
       .removed_by = names{"operator", "organization_owner"},
       .why = "R177, document silent"},
      {.name = "organization_admin",
       .scope = role_scope::organization,
       .inherits = {"organization_member", "admin"},
       .assigned_by = names{"operator", "organization_owner", "organization_admin"},
       .why = "R177 D10"},
      {.name = "organization_member",
       .scope = role_scope::organization,
       .default_ = true,
       .why = "D10: no workspace by itself"},
      {.name = "admin", .scope = role_scope::workspace, .inherits = {"editor"}, .why = "R197 R201"},
      {.name = "editor", .scope = role_scope::workspace, .inherits = {"viewer"}, .why = "R197 R201"},
      {.name = "viewer", .scope = role_scope::workspace, .why = "R197 R201"},
  };
}

inline std::vector<rules::permission_definition> permissions() {
  using namespace rules;
  return {
      {.name = "files.read", .needs = need::any, .why = "R202"},
      {.name = "files.write", .needs = need::active, .why = "R203"},
      {.name = "database.read", .needs = need::active, .why = "R204"},
      {.name = "database.view_credentials", .needs = need::active, .why = "R205"},
      {.name = "database.write", .needs = need::active, .why = "R206"},
      {.name = "dataset.read", .needs = need::any, .why = "R208"},
      {.name = "dataset.write", .needs = need::active, .why = "R209"},
      {.name = "connection.use", .needs = need::active, .why = "R210"},
      {.name = "connection.manage", .needs = need::active, .why = "R211"},
      {.name = "notebook.use", .needs = need::active, .why = "R214"},
      {.name = "pipeline.launch", .same_as = "run.start", .why = "R212"},
      {.name = "pipeline.create", .same_as = "job.create", .why = "R213"},
  };
}

inline std::vector<rules::kind_definition> kinds() {
  using namespace rules;
  return {
      {.name = "workspace",
       .label = "Workspace",
       .work = work::pipeline,
       .assets = {asset_type::dataset},
       .credential = true,
       .why = "R213 R217"},
  };
}

/// People come with or without an account, are invited, and may belong to several organizations (R194-R200).
inline void set_people(rules::rulebook& book) {
  book.directory = {.organizations_per_user = {},
                    .account_without_organization = true,
                    .candidates = rules::candidates_from::everyone,
                    .why = "R195 R196 D28"};
  book.creation = {.creator_role = "admin", .why = "R178 R217"};
  book.membership.by_invitation = true;
  book.membership.direct = false;
  book.membership.existing_accounts = rules::existing_accounts::invite;
  book.membership.eligibility = {.account = false, .signed_in = false};
  book.membership.self_leave = false;
  book.membership.own_role_change = rules::own_role_change::never;
  book.membership.why = "R194-R200 D28 D34 D37-D39";
}

inline void set_guards(rules::rulebook& book) {
  book.guards.last_organization_admin.roles = {"organization_owner", "organization_admin"};
  book.guards.last_workspace_admin.roles = {"admin"};
  book.guards.last_workspace_admin.except = {"organization_owner", "organization_admin"};
  book.guards.why = "D12";
}

inline rules::rulebook make() {
  rules::rulebook book;
  book.name = "openhexa";
  book.about =
      "Document 004: roles viewer, editor, admin in each workspace; organization owners and admins are admin "
      "in all of "
      "theirs.";
  book.roles = roles();
  book.permissions = permissions();
  book.kinds = kinds();
  book.grants = {{"organization_owner"},  organization_admin_grants(),
                 {"organization_member"}, admin_grants(),
                 editor_grants(),         viewer_grants()};
  set_people(book);
  set_guards(book);
  book.archive.visibility = rules::archive_visibility::hidden;
  book.text.workspace_name = {charset::line, 200};
  book.text.description = {charset::text, 10000};
  book.approval.why = "no kind asks for approval; kept for rulebooks that extend this one";
  book.run_policy.why = "R037-R041 R073-R076 D24";
  book.policies.why = "R080 D27";
  book.archive.why = "R219 D07";
  book.management.why = "D13";
  book.limits.why = "D46";
  book.text.why = "D29";
  book.time.why = "D45";
  return book;
}

}  // namespace charter::inline v0::rulebooks::detail::hexa

namespace charter::inline v0::rulebooks {

/// Threads: any. Owns: lives as long as the program.
inline const rules::rulebook& openhexa() {
  static const rules::rulebook book = detail::hexa::make();
  return book;
}

}  // namespace charter::inline v0::rulebooks
