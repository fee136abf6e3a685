// SPDX-License-Identifier: Apache-2.0
// Each rule of the validator once: one change to a rulebook that ships, and the entry that the one error
// names.
#include "charter/rules/validate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"

TEST_SUITE("rules/validate") {

namespace {

using namespace charter;
using rules::rulebook;
using names = std::vector<std::string>;

template <class Change>
names entries_after(rulebook book, Change&& change) {
  change(book);
  names out;
  for (const auto& error : rules::validate(book)) {
    CHECK_MESSAGE(!error.reason.empty(), error.entry);
    out.push_back(error.entry);
  }
  return out;
}
template <class Change>
names in_open(Change&& change) {
  return entries_after(rulebooks::opaque_open(), change);
}
template <class Change>
names in_openhexa(Change&& change) {
  return entries_after(rulebooks::openhexa(), change);
}

rules::role_definition& role(rulebook& book, std::string_view name) {
  return *std::find_if(book.roles.begin(), book.roles.end(), [&](const auto& it) { return it.name == name; });
}
std::vector<rules::grant>& grants(rulebook& book, std::string_view name) {
  return std::find_if(book.grants.begin(), book.grants.end(), [&](const auto& it) { return it.role == name; })
      ->grants;
}

}  // namespace

TEST_CASE("[R119] the rulebooks that ship pass the validator of a host's own") {
  for (const auto name : rulebooks::shipped_names) {
    const auto* book = rulebooks::find_shipped(name);
    REQUIRE(book != nullptr);
    CHECK(book->name == name);
    CHECK(rules::validate(*book).empty());
  }
  CHECK(rulebooks::find_shipped("opaque") == nullptr);
}

TEST_CASE("names of rulebooks, roles, permissions and kinds") {
  CHECK(in_open([](rulebook& it) { it.name = "Hub"; }) == names{"name"});
  CHECK(in_open([](rulebook& it) { it.name = std::string(65, 'a'); }) == names{"name"});
  CHECK(in_open([](rulebook& it) { it.about = "\xff"; }) == names{"about"});
  CHECK(in_open([](rulebook& it) { it.roles.push_back({.name = "", .default_ = true}); }) == names{"roles."});
  CHECK(in_open([](rulebook& it) { it.roles.push_back({.name = "host", .default_ = true}); }) ==
        names{"roles.host"});
  CHECK(in_open([](rulebook& it) { it.roles.push_back({.name = "why", .default_ = true}); }) ==
        names{"roles.why"});
  CHECK(in_open([](rulebook& it) { it.roles.push_back(it.roles.back()); }) ==
        names{"roles.workspace_member"});
  CHECK(in_open([](rulebook& it) { it.kinds.push_back(it.kinds.back()); }) == names{"kinds.agentic"});
  CHECK(in_open([](rulebook& it) { it.kinds[0].label = " "; }) == names{"kinds.analytics.label"});
  CHECK(in_open([](rulebook& it) { it.kinds[0].assets.push_back(rules::asset_type::dataset); }) ==
        names{"kinds.analytics.assets[1]"});
  CHECK(in_openhexa([](rulebook& it) { it.kinds.clear(); }) == names{"kinds"});
  CHECK(in_open([](rulebook& it) { it.archive.why = "\xc3"; }) == names{"archive.why"});
}

TEST_CASE("a grant tells 63 kinds apart, and no rulebook has more") {
  const auto with_kinds = [](std::size_t count) {
    return [count](rulebook& it) {
      while (it.kinds.size() < count) {
        it.kinds.push_back(it.kinds.front());
        it.kinds.back().name += std::to_string(it.kinds.size());
      }
    };
  };
  CHECK(in_open(with_kinds(63)).empty());
  CHECK(in_open(with_kinds(64)) == names{"kinds"});
}

TEST_CASE("[R121][R122] roles: who inherits and who assigns") {
  CHECK(in_open([](rulebook& it) { role(it, "workspace_admin").inherits = {"nobody"}; }) ==
        names{"roles.workspace_admin.inherits[0]"});
  CHECK(in_openhexa([](rulebook& it) { role(it, "viewer").inherits = {"organization_member"}; }) ==
        names{"roles.viewer.inherits[0]"});
  CHECK(in_openhexa([](rulebook& it) {
          role(it, "admin").inherits = {"editor", "editor"};
        }) == names{"roles.admin.inherits[1]"});
  CHECK(in_open([](rulebook& it) {
          role(it, "workspace_admin").assigned_by = names{"operator", "nobody"};
        }) == names{"roles.workspace_admin.assigned_by[1]"});
  CHECK(in_open([](rulebook& it) {
          role(it, "workspace_admin").withdrawn_by = names{"host", "nobody"};
        }) == names{"roles.workspace_admin.withdrawn_by[1]"});
  CHECK(in_open([](rulebook& it) { role(it, "workspace_admin").removed_by = names{"nobody"}; }) ==
        names{"roles.workspace_admin.removed_by[0]"});
  CHECK(in_openhexa([](rulebook& it) { role(it, "viewer").removed_by = names{"operator"}; }) ==
        names{"roles.viewer.removed_by"});
  CHECK(in_open([](rulebook& it) { role(it, "workspace_admin").assigned_by.reset(); }) ==
        names{"roles.workspace_admin.assigned_by"});
}

TEST_CASE("[R171] a default role is an organization's and is never assigned") {
  CHECK(in_openhexa([](rulebook& it) { role(it, "viewer").default_ = true; }) ==
        names{"roles.viewer.default"});
  CHECK(in_open([](rulebook& it) { role(it, "workspace_member").assigned_by = names{"operator"}; }) ==
        names{"roles.workspace_member.assigned_by"});
  CHECK(in_open([](rulebook& it) { role(it, "workspace_member").withdrawn_by = names{"operator"}; }) ==
        names{"roles.workspace_member.withdrawn_by"});
  CHECK(in_open([](rulebook& it) { role(it, "workspace_member").self_assign = true; }) ==
        names{"roles.workspace_member.self_assign"});
}

TEST_CASE("an inheritance that goes round is named in order") {
  auto book = rulebooks::openhexa();
  role(book, "viewer").inherits = {"admin"};
  const auto errors = rules::validate(book);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].entry == "roles.viewer.inherits[0]");
  CHECK(errors[0].reason.ends_with(": admin -> editor -> viewer -> admin"));
  CHECK(in_openhexa([](rulebook& it) { role(it, "viewer").inherits = {"viewer"}; }) ==
        names{"roles.viewer.inherits[0]"});
}

TEST_CASE("[D34] a host's own permissions and aliases") {
  const auto with = [](rules::permission_definition added) {
    return in_openhexa([&](rulebook& it) { it.permissions.push_back(added); });
  };
  CHECK(with({.name = "model.deploy"}).empty());
  CHECK(with({.name = "model"}).empty());
  CHECK(with({.name = "model.deploy.now"}).empty());
  CHECK(with({.name = "model."}) == names{"permissions.model."});
  CHECK(with({.name = "Model.deploy"}) == names{"permissions.Model.deploy"});
  CHECK(with({.name = "job.create"}) == names{"permissions.job.create"});
  CHECK(with({.name = "files.read"}) == names{"permissions.files.read"});
  CHECK(with({.name = "model.deploy", .scope = subject::job}) == names{"permissions.model.deploy.scope"});
  CHECK(with({.name = "model.list", .scope = subject::organization}) ==
        names{"permissions.model.list.needs"});
  CHECK(with({.name = "model.list", .scope = subject::organization, .needs = need::any}).empty());
  CHECK(with({.name = "model.run", .same_as = "nothing.known"}) == names{"permissions.model.run.same_as"});
  CHECK(with({.name = "model.run", .same_as = "pipeline.launch"}) == names{"permissions.model.run.same_as"});
  CHECK(with({.name = "model.run", .same_as = "files.read"}).empty());
}

TEST_CASE("[R120] grants name what there is") {
  CHECK(in_openhexa([](rulebook& it) { it.grants.push_back({"nobody"}); }) == names{"grants.nobody"});
  CHECK(in_openhexa([](rulebook& it) { it.grants.push_back({"viewer"}); }) == names{"grants.viewer"});
  const auto with = [](rules::grant added) {
    return in_openhexa([&](rulebook& it) { grants(it, "editor").push_back(added); });
  };
  CHECK(with({"workspace.archive", {{}}}).empty());
  CHECK(with({"workspace.archvie", {{}}}) == names{"grants.editor.workspace.archvie"});
  CHECK(with({"job.edit", {{}}}) == names{"grants.editor.job.edit"});
  CHECK(with({"pipeline.launch", {{}}}) == names{"grants.editor.pipeline.launch"});
  CHECK(with({"job.view", {{}, {.kinds = {"workspace", "lab"}}}}) ==
        names{"grants.editor.job.view[1].kinds[1]"});
  CHECK(with({"job.view", {{.if_ = {condition::member, condition::member}}}}) ==
        names{"grants.editor.job.view[0].if[1]"});
}

TEST_CASE("[R133] an organization role's grant on workspaces names a tie") {
  const auto with = [](rules::grant added) {
    return in_openhexa([&](rulebook& it) { grants(it, "organization_member").push_back(added); });
  };
  CHECK(with({"job.view", {{.if_ = {condition::member}}, {}}}) ==
        names{"grants.organization_member.job.view"});
  CHECK(with({"job.view", {{.if_ = {condition::approved}}}}) == names{"grants.organization_member.job.view"});
  CHECK(with({"files.read", {{}}}) == names{"grants.organization_member.files.read"});
  CHECK(with({"job.view", {{.if_ = {condition::creator}}, {.if_ = {condition::same_organization}}}}).empty());
  CHECK(with({"job.view", {{.if_ = {condition::owning_organization}}}}).empty());
  CHECK(with({"integration.create", {{}}}).empty());
  CHECK(with({"dataset.connect", {{}}}).empty());
  CHECK(with({"organization.edit", {{}}}).empty());
}

TEST_CASE("[D02][D28] membership, creation and the directory") {
  CHECK(in_open([](rulebook& it) { it.directory.organizations_per_user = 2; }) ==
        names{"directory.organizations_per_user"});
  CHECK(in_open([](rulebook& it) { it.creation.creator_role = "workspace_admin"; }) ==
        names{"creation.creator_role"});
  CHECK(in_openhexa([](rulebook& it) { it.creation.creator_role = "nobody"; }) ==
        names{"creation.creator_role"});
  CHECK(in_openhexa([](rulebook& it) { it.creation.creator_role.reset(); }) ==
        names{"creation.creator_role"});
  CHECK(in_open([](rulebook& it) { it.membership.mode = rules::membership_mode::sealed; }) ==
        names{"membership.joining"});
  CHECK(in_open([](rulebook& it) { it.membership.direct = false; }) == names{"membership.joining"});
  for (const auto* ttl : {"soon", "0s", "-1d", "40000d"})
    CHECK(in_open([&](rulebook& it) { it.membership.invitation_ttl = ttl; }) ==
          names{"membership.invitation_ttl"});
  CHECK(in_open([](rulebook& it) { it.membership.invitation_ttl = "7d"; }).empty());
}

TEST_CASE("[D22][D24][D47] policies") {
  CHECK(in_open([](rulebook& it) { it.approval.policies.clear(); }) == names{"approval.policies"});
  CHECK(in_open([](rulebook& it) { it.approval.policies = {rules::approval_mode::groups}; }) == names{});
  CHECK(in_open([](rulebook& it) { it.approval.max_rejections = 0; }) == names{"approval.max_rejections"});
  CHECK(in_open([](rulebook& it) { it.run_policy.policies.clear(); }) == names{"run_policy.policies"});
  CHECK(in_open([](rulebook& it) { it.run_policy.policies = {rules::run_mode::creator}; }) == names{});
  CHECK(in_open([](rulebook& it) { it.run_policy.policies.push_back(rules::run_mode::all); }) ==
        names{"run_policy.policies[3]"});
}

TEST_CASE("[D12] guards") {
  CHECK(in_openhexa([](rulebook& it) { it.guards.last_organization_admin.roles = {"admin"}; }) ==
        names{"guards.last_organization_admin.roles[0]"});
  CHECK(in_openhexa([](rulebook& it) { it.guards.last_organization_admin.except = {"nobody"}; }) ==
        names{"guards.last_organization_admin.except[0]"});
  CHECK(in_openhexa([](rulebook& it) { it.guards.last_workspace_admin.roles.clear(); }).empty());
}

TEST_CASE("[R016][R193][D42][D45] texts, secrets, time and retries") {
  CHECK(in_open([](rulebook& it) { it.text.comment.max = 0; }) == names{"text.comment.max"});
  CHECK(in_open([](rulebook& it) { it.secret_keys.push_back("api_key"); }) == names{"secret_keys[9]"});
  CHECK(in_open([](rulebook& it) { it.secret_keys.push_back(""); }) == names{"secret_keys[9]"});
  CHECK(in_open([](rulebook& it) { it.secret_keys.push_back("Password"); }) == names{"secret_keys[9]"});
  CHECK(in_open([](rulebook& it) { it.secret_keys.clear(); }).empty());
  CHECK(in_open([](rulebook& it) { it.time.tolerance_back = "5"; }) == names{"time.tolerance_back"});
  CHECK(in_open([](rulebook& it) { it.time.tolerance_ahead = "1y"; }) == names{"time.tolerance_ahead"});
  CHECK(in_open([](rulebook& it) { it.time.tolerance_back = "0s"; }).empty());
  CHECK(in_open([](rulebook& it) { it.idempotency.window = 0; }) == names{"idempotency.window"});
}

TEST_CASE("all errors are told, in the order of the document") {
  CHECK(in_open([](rulebook& it) {
          it.idempotency.window = 0;
          it.name = "";
          it.kinds[0].label = "";
          it.roles[0].inherits = {"nobody"};
        }) ==
        names{"name", "roles.organization_admin.inherits[0]", "kinds.analytics.label", "idempotency.window"});
}

}  // TEST_SUITE("rules/validate")
