// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The form of a rulebook in JSON: what each object's members are called, in the order in which they are
/// printed. Reading and printing both follow these lists. `why` may stand in any object and is not listed.
/// PERSISTED: the names stand in the log.

#include <string_view>
#include <tuple>

#include "charter/base/fields.hpp"
#include "charter/base/text.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::codec {

/// The version of the form, `"charter_rulebook": 1`.
inline constexpr int rulebook_form_version = 1;

/// `joining` is one list in JSON and two flags in memory.
struct joining_field {
  std::string_view name = "joining";
};

/// Specialised for what JSON writes as an object with fixed members.
template <class Object>
inline constexpr auto form = nullptr;

template <class Object>
concept has_form = requires {
  std::tuple_size<std::remove_const_t<decltype(form<Object>)>>::value;
};

template <>
inline constexpr auto form<rules::role_definition> = [] {
  using it = rules::role_definition;
  return std::tuple{field{"scope", &it::scope},
                    field{"inherits", &it::inherits},
                    field{"default", &it::default_},
                    field{"assigned_by", &it::assigned_by},
                    field{"self_assign", &it::self_assign},
                    field{"withdrawn_by", &it::withdrawn_by},
                    field{"removed_by", &it::removed_by}};
}();

template <>
inline constexpr auto form<rules::permission_definition> = [] {
  using it = rules::permission_definition;
  return std::tuple{field{"scope", &it::scope}, field{"needs", &it::needs}, field{"same_as", &it::same_as}};
}();

template <>
inline constexpr auto form<rules::kind_definition> = [] {
  using it = rules::kind_definition;
  return std::tuple{field{"label", &it::label},
                    field{"work", &it::work},
                    field{"approval", &it::approval},
                    field{"run_policy", &it::run_policy},
                    field{"templates", &it::templates},
                    field{"assets", &it::assets},
                    field{"data_policies", &it::data_policies},
                    field{"credential", &it::credential},
                    field{"reject_comment", &it::reject_comment}};
}();

template <>
inline constexpr auto form<rules::alternative> =
    std::tuple{field{"if", &rules::alternative::if_}, field{"kinds", &rules::alternative::kinds}};

template <>
inline constexpr auto form<rules::directory_rules> = [] {
  using it = rules::directory_rules;
  return std::tuple{field{"organizations_per_user", &it::organizations_per_user},
                    field{"account_without_organization", &it::account_without_organization},
                    field{"candidates", &it::candidates}};
}();

template <>
inline constexpr auto form<rules::creation_rules> =
    std::tuple{field{"creator_role", &rules::creation_rules::creator_role}};

template <>
inline constexpr auto form<rules::eligibility_rules> = [] {
  using it = rules::eligibility_rules;
  return std::tuple{field{"account", &it::account}, field{"signed_in", &it::signed_in},
                    field{"organization", &it::organization}};
}();

template <>
inline constexpr auto form<rules::membership_rules> = [] {
  using it = rules::membership_rules;
  return std::tuple{field{"mode", &it::mode},
                    joining_field{},
                    field{"existing_accounts", &it::existing_accounts},
                    field{"on_account_created", &it::on_account_created},
                    field{"eligibility", &it::eligibility},
                    field{"invitation_ttl", &it::invitation_ttl},
                    field{"duplicate_invitation", &it::duplicate_invitation},
                    field{"decline", &it::decline},
                    field{"self_leave", &it::self_leave},
                    field{"own_role_change", &it::own_role_change}};
}();

template <>
inline constexpr auto form<rules::approval_rules> = [] {
  using it = rules::approval_rules;
  return std::tuple{field{"policies", &it::policies},
                    field{"default", &it::default_},
                    field{"single_party_exempt", &it::single_party_exempt},
                    field{"creator_approves", &it::creator_approves},
                    field{"distinct_approvers", &it::distinct_approvers},
                    field{"shrinking_completes", &it::shrinking_completes},
                    field{"max_rejections", &it::max_rejections}};
}();

template <>
inline constexpr auto form<rules::run_policy_rules> =
    std::tuple{field{"policies", &rules::run_policy_rules::policies},
               field{"default", &rules::run_policy_rules::default_}};

template <>
inline constexpr auto form<rules::policies_rules> =
    std::tuple{field{"after_creation", &rules::policies_rules::after_creation}};

template <>
inline constexpr auto form<rules::archive_rules> =
    std::tuple{field{"visibility", &rules::archive_rules::visibility}};

template <>
inline constexpr auto form<rules::guard_rule> =
    std::tuple{field{"roles", &rules::guard_rule::roles}, field{"except", &rules::guard_rule::except}};

template <>
inline constexpr auto form<rules::guards_rules> =
    std::tuple{field{"last_organization_admin", &rules::guards_rules::last_organization_admin},
               field{"last_workspace_admin", &rules::guards_rules::last_workspace_admin}};

template <>
inline constexpr auto form<rules::management_rules> =
    std::tuple{field{"owning_organization_only", &rules::management_rules::owning_organization_only}};

template <>
inline constexpr auto form<rules::limits_rules> = [] {
  using it = rules::limits_rules;
  return std::tuple{field{"members_per_workspace", &it::members_per_workspace},
                    field{"workspaces_per_organization", &it::workspaces_per_organization},
                    field{"users_per_organization", &it::users_per_organization},
                    field{"open_invitations_per_workspace", &it::open_invitations_per_workspace}};
}();

template <>
inline constexpr auto form<text_rule> =
    std::tuple{field{"charset", &text_rule::characters}, field{"max", &text_rule::max}};

template <>
inline constexpr auto form<rules::text_rules> = [] {
  using it = rules::text_rules;
  return std::tuple{field{"workspace_name", &it::workspace_name},
                    field{"description", &it::description},
                    field{"homepage", &it::homepage},
                    field{"job_name", &it::job_name},
                    field{"comment", &it::comment},
                    field{"name", &it::name},
                    field{"property_value", &it::property_value}};
}();

template <>
inline constexpr auto form<rules::time_rules> =
    std::tuple{field{"tolerance_back", &rules::time_rules::tolerance_back},
               field{"tolerance_ahead", &rules::time_rules::tolerance_ahead}};

template <>
inline constexpr auto form<rules::idempotency_rules> =
    std::tuple{field{"window", &rules::idempotency_rules::window}};

/// The sections, which follow the name, the roles, the permissions, the kinds and the grants.
inline constexpr auto section_form = [] {
  using it = rules::rulebook;
  return std::tuple{field{"directory", &it::directory},     field{"creation", &it::creation},
                    field{"membership", &it::membership},   field{"approval", &it::approval},
                    field{"run_policy", &it::run_policy},   field{"policies", &it::policies},
                    field{"archive", &it::archive},         field{"guards", &it::guards},
                    field{"management", &it::management},   field{"masking", &it::masking},
                    field{"limits", &it::limits},           field{"text", &it::text},
                    field{"secret_keys", &it::secret_keys}, field{"time", &it::time},
                    field{"idempotency", &it::idempotency}};
}();

}  // namespace charter::inline v0::codec
