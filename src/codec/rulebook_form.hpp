// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The form of a rulebook in JSON: what each object's members are called, in the order in which they are
/// printed. Reading and printing both follow these lists. `why` may stand in any object and is not listed.
/// PERSISTED: the names stand in the log.

#include <string_view>
#include <tuple>

#include "charter/base/text.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::codec {

/// One member of a section, with its name in the document.
template <class Section, class Member>
struct form_field {
  using member_type = Member;
  std::string_view name;
  Member Section::*member;

  constexpr form_field(std::string_view written, Member Section::*pointer) : name(written), member(pointer) {}
};

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
  return std::tuple{form_field{"scope", &it::scope},
                    form_field{"inherits", &it::inherits},
                    form_field{"default", &it::default_},
                    form_field{"assigned_by", &it::assigned_by},
                    form_field{"self_assign", &it::self_assign},
                    form_field{"withdrawn_by", &it::withdrawn_by},
                    form_field{"removed_by", &it::removed_by}};
}();

template <>
inline constexpr auto form<rules::permission_definition> = [] {
  using it = rules::permission_definition;
  return std::tuple{form_field{"scope", &it::scope}, form_field{"needs", &it::needs},
                    form_field{"same_as", &it::same_as}};
}();

template <>
inline constexpr auto form<rules::kind_definition> = [] {
  using it = rules::kind_definition;
  return std::tuple{form_field{"label", &it::label},
                    form_field{"work", &it::work},
                    form_field{"approval", &it::approval},
                    form_field{"run_policy", &it::run_policy},
                    form_field{"templates", &it::templates},
                    form_field{"assets", &it::assets},
                    form_field{"data_policies", &it::data_policies},
                    form_field{"credential", &it::credential},
                    form_field{"reject_comment", &it::reject_comment}};
}();

template <>
inline constexpr auto form<rules::alternative> =
    std::tuple{form_field{"if", &rules::alternative::if_}, form_field{"kinds", &rules::alternative::kinds}};

template <>
inline constexpr auto form<rules::directory_rules> = [] {
  using it = rules::directory_rules;
  return std::tuple{form_field{"organizations_per_user", &it::organizations_per_user},
                    form_field{"account_without_organization", &it::account_without_organization},
                    form_field{"candidates", &it::candidates}};
}();

template <>
inline constexpr auto form<rules::creation_rules> =
    std::tuple{form_field{"creator_role", &rules::creation_rules::creator_role}};

template <>
inline constexpr auto form<rules::eligibility_rules> = [] {
  using it = rules::eligibility_rules;
  return std::tuple{form_field{"account", &it::account}, form_field{"signed_in", &it::signed_in},
                    form_field{"organization", &it::organization}};
}();

template <>
inline constexpr auto form<rules::membership_rules> = [] {
  using it = rules::membership_rules;
  return std::tuple{form_field{"mode", &it::mode},
                    joining_field{},
                    form_field{"existing_accounts", &it::existing_accounts},
                    form_field{"on_account_created", &it::on_account_created},
                    form_field{"eligibility", &it::eligibility},
                    form_field{"invitation_ttl", &it::invitation_ttl},
                    form_field{"duplicate_invitation", &it::duplicate_invitation},
                    form_field{"decline", &it::decline},
                    form_field{"self_leave", &it::self_leave},
                    form_field{"own_role_change", &it::own_role_change}};
}();

template <>
inline constexpr auto form<rules::approval_rules> = [] {
  using it = rules::approval_rules;
  return std::tuple{form_field{"policies", &it::policies},
                    form_field{"default", &it::default_},
                    form_field{"single_party_exempt", &it::single_party_exempt},
                    form_field{"creator_approves", &it::creator_approves},
                    form_field{"distinct_approvers", &it::distinct_approvers},
                    form_field{"shrinking_completes", &it::shrinking_completes},
                    form_field{"max_rejections", &it::max_rejections}};
}();

template <>
inline constexpr auto form<rules::run_policy_rules> =
    std::tuple{form_field{"policies", &rules::run_policy_rules::policies},
               form_field{"default", &rules::run_policy_rules::default_}};

template <>
inline constexpr auto form<rules::policies_rules> =
    std::tuple{form_field{"after_creation", &rules::policies_rules::after_creation}};

template <>
inline constexpr auto form<rules::archive_rules> =
    std::tuple{form_field{"visibility", &rules::archive_rules::visibility}};

template <>
inline constexpr auto form<rules::guard_rule> = std::tuple{form_field{"roles", &rules::guard_rule::roles},
                                                           form_field{"except", &rules::guard_rule::except}};

template <>
inline constexpr auto form<rules::guards_rules> =
    std::tuple{form_field{"last_organization_admin", &rules::guards_rules::last_organization_admin},
               form_field{"last_workspace_admin", &rules::guards_rules::last_workspace_admin}};

template <>
inline constexpr auto form<rules::management_rules> =
    std::tuple{form_field{"owning_organization_only", &rules::management_rules::owning_organization_only}};

template <>
inline constexpr auto form<rules::limits_rules> = [] {
  using it = rules::limits_rules;
  return std::tuple{form_field{"members_per_workspace", &it::members_per_workspace},
                    form_field{"workspaces_per_organization", &it::workspaces_per_organization},
                    form_field{"users_per_organization", &it::users_per_organization},
                    form_field{"open_invitations_per_workspace", &it::open_invitations_per_workspace}};
}();

template <>
inline constexpr auto form<text_rule> =
    std::tuple{form_field{"charset", &text_rule::characters}, form_field{"max", &text_rule::max}};

template <>
inline constexpr auto form<rules::text_rules> = [] {
  using it = rules::text_rules;
  return std::tuple{form_field{"workspace_name", &it::workspace_name},
                    form_field{"description", &it::description},
                    form_field{"homepage", &it::homepage},
                    form_field{"job_name", &it::job_name},
                    form_field{"comment", &it::comment},
                    form_field{"name", &it::name},
                    form_field{"property_value", &it::property_value}};
}();

template <>
inline constexpr auto form<rules::time_rules> =
    std::tuple{form_field{"tolerance_back", &rules::time_rules::tolerance_back},
               form_field{"tolerance_ahead", &rules::time_rules::tolerance_ahead}};

template <>
inline constexpr auto form<rules::idempotency_rules> =
    std::tuple{form_field{"window", &rules::idempotency_rules::window}};

/// The sections, which follow the name, the roles, the permissions, the kinds and the grants.
inline constexpr auto section_form = [] {
  using it = rules::rulebook;
  return std::tuple{form_field{"directory", &it::directory},     form_field{"creation", &it::creation},
                    form_field{"membership", &it::membership},   form_field{"approval", &it::approval},
                    form_field{"run_policy", &it::run_policy},   form_field{"policies", &it::policies},
                    form_field{"archive", &it::archive},         form_field{"guards", &it::guards},
                    form_field{"management", &it::management},   form_field{"masking", &it::masking},
                    form_field{"limits", &it::limits},           form_field{"text", &it::text},
                    form_field{"secret_keys", &it::secret_keys}, form_field{"time", &it::time},
                    form_field{"idempotency", &it::idempotency}};
}();

}  // namespace charter::inline v0::codec
