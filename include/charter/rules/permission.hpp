// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The engine's own permissions: what each is about and what its workspace must be (vocabulary, section 2).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace charter::inline v0 {

/// What a permission is about: the kind of thing that a question names.
enum class subject { organization, workspace, asset, job, run };

/// What the workspace must be for the permission to be used.
enum class need { any, not_archived, active };

/// The ordinal of a permission in a realm's rules: the engine's own first, then the rulebook's.
struct permission {
  std::uint16_t value = 0;
  friend constexpr auto operator<=>(const permission&, const permission&) = default;
};

struct permission_row {
  std::string_view name;
  subject about;
  need needs;
};

inline constexpr auto engine_permissions = std::to_array<permission_row>({
    {"organization.edit", subject::organization, need::any},
    {"organization.manage_users", subject::organization, need::any},
    {"organization.view_members", subject::organization, need::any},
    {"organization.view_candidates", subject::organization, need::any},
    {"organization.assign_roles", subject::organization, need::any},
    {"organization.view_audit", subject::organization, need::any},
    {"organization.export_audit", subject::organization, need::any},
    {"organization.view_attestations", subject::organization, need::any},
    {"workspace.create", subject::organization, need::any},
    {"workspace.view", subject::workspace, need::any},
    {"workspace.view_members", subject::workspace, need::any},
    {"workspace.view_events", subject::workspace, need::any},
    {"workspace.view_audit", subject::workspace, need::any},
    {"workspace.export_audit", subject::workspace, need::any},
    {"workspace.manage_members", subject::workspace, need::not_archived},
    {"workspace.withdraw_user", subject::workspace, need::not_archived},
    {"workspace.manage_policies", subject::workspace, need::not_archived},
    {"workspace.edit_details", subject::workspace, need::not_archived},
    {"workspace.describe", subject::workspace, need::not_archived},
    {"workspace.edit_homepage", subject::workspace, need::not_archived},
    {"workspace.manage_templates", subject::workspace, need::not_archived},
    {"workspace.configure", subject::workspace, need::not_archived},
    {"workspace.rotate_credential", subject::workspace, need::not_archived},
    {"workspace.archive", subject::workspace, need::not_archived},
    {"integration.view", subject::asset, need::any},
    {"dataset.view", subject::asset, need::any},
    {"data_policy.view", subject::asset, need::any},
    {"integration.create", subject::asset, need::active},
    {"integration.share", subject::asset, need::active},
    {"dataset.connect", subject::asset, need::active},
    {"dataset.share", subject::asset, need::active},
    {"integration.update", subject::asset, need::any},
    {"integration.unshare", subject::asset, need::not_archived},
    {"integration.discard", subject::asset, need::any},
    {"dataset.remove", subject::asset, need::any},
    {"dataset.unshare", subject::asset, need::not_archived},
    {"data_policy.create", subject::asset, need::any},
    {"data_policy.remove", subject::asset, need::any},
    {"job.view", subject::job, need::any},
    {"job.create", subject::job, need::active},
    {"job.edit", subject::job, need::active},
    {"job.request_approval", subject::job, need::active},
    {"job.review", subject::job, need::active},
    {"job.decide", subject::job, need::active},
    {"job.return_to_draft", subject::job, need::active},
    {"job.discard", subject::job, need::active},
    {"run.start", subject::run, need::active},
    {"run.cancel", subject::run, need::active},
    {"run.view", subject::run, need::any},
    {"result.view", subject::run, need::any},
    {"result.export", subject::run, need::any},
});

/// The engine's permission of that name, if there is one. Cost: linear; not for the check path.
constexpr std::optional<permission> find_engine_permission(std::string_view name) {
  for (std::size_t i = 0; i < engine_permissions.size(); ++i)
    if (engine_permissions[i].name == name) return permission{static_cast<std::uint16_t>(i)};
  return {};
}

namespace detail {

consteval permission must_find(std::string_view name) { return find_engine_permission(name).value(); }

}  // namespace detail

/// Named constants: `permissions::job_create`. A host's own permissions are looked up in the realm's rules.
namespace permissions {

inline constexpr auto organization_edit = detail::must_find("organization.edit");
inline constexpr auto organization_manage_users = detail::must_find("organization.manage_users");
inline constexpr auto organization_view_members = detail::must_find("organization.view_members");
inline constexpr auto organization_view_candidates = detail::must_find("organization.view_candidates");
inline constexpr auto organization_assign_roles = detail::must_find("organization.assign_roles");
inline constexpr auto organization_view_audit = detail::must_find("organization.view_audit");
inline constexpr auto organization_export_audit = detail::must_find("organization.export_audit");
inline constexpr auto organization_view_attestations = detail::must_find("organization.view_attestations");
inline constexpr auto workspace_create = detail::must_find("workspace.create");
inline constexpr auto workspace_view = detail::must_find("workspace.view");
inline constexpr auto workspace_view_members = detail::must_find("workspace.view_members");
inline constexpr auto workspace_view_events = detail::must_find("workspace.view_events");
inline constexpr auto workspace_view_audit = detail::must_find("workspace.view_audit");
inline constexpr auto workspace_export_audit = detail::must_find("workspace.export_audit");
inline constexpr auto workspace_manage_members = detail::must_find("workspace.manage_members");
inline constexpr auto workspace_withdraw_user = detail::must_find("workspace.withdraw_user");
inline constexpr auto workspace_manage_policies = detail::must_find("workspace.manage_policies");
inline constexpr auto workspace_edit_details = detail::must_find("workspace.edit_details");
inline constexpr auto workspace_describe = detail::must_find("workspace.describe");
inline constexpr auto workspace_edit_homepage = detail::must_find("workspace.edit_homepage");
inline constexpr auto workspace_manage_templates = detail::must_find("workspace.manage_templates");
inline constexpr auto workspace_configure = detail::must_find("workspace.configure");
inline constexpr auto workspace_rotate_credential = detail::must_find("workspace.rotate_credential");
inline constexpr auto workspace_archive = detail::must_find("workspace.archive");
inline constexpr auto integration_view = detail::must_find("integration.view");
inline constexpr auto integration_create = detail::must_find("integration.create");
inline constexpr auto integration_share = detail::must_find("integration.share");
inline constexpr auto integration_update = detail::must_find("integration.update");
inline constexpr auto integration_unshare = detail::must_find("integration.unshare");
inline constexpr auto integration_discard = detail::must_find("integration.discard");
inline constexpr auto dataset_view = detail::must_find("dataset.view");
inline constexpr auto dataset_connect = detail::must_find("dataset.connect");
inline constexpr auto dataset_share = detail::must_find("dataset.share");
inline constexpr auto dataset_unshare = detail::must_find("dataset.unshare");
inline constexpr auto dataset_remove = detail::must_find("dataset.remove");
inline constexpr auto data_policy_view = detail::must_find("data_policy.view");
inline constexpr auto data_policy_create = detail::must_find("data_policy.create");
inline constexpr auto data_policy_remove = detail::must_find("data_policy.remove");
inline constexpr auto job_view = detail::must_find("job.view");
inline constexpr auto job_create = detail::must_find("job.create");
inline constexpr auto job_edit = detail::must_find("job.edit");
inline constexpr auto job_request_approval = detail::must_find("job.request_approval");
inline constexpr auto job_review = detail::must_find("job.review");
inline constexpr auto job_decide = detail::must_find("job.decide");
inline constexpr auto job_return_to_draft = detail::must_find("job.return_to_draft");
inline constexpr auto job_discard = detail::must_find("job.discard");
inline constexpr auto run_start = detail::must_find("run.start");
inline constexpr auto run_cancel = detail::must_find("run.cancel");
inline constexpr auto run_view = detail::must_find("run.view");
inline constexpr auto result_view = detail::must_find("result.view");
inline constexpr auto result_export = detail::must_find("result.export");

}  // namespace permissions

}  // namespace charter::inline v0
