// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A rulebook as data: the whole document, section by section, with the defaults of `opaque_open`
/// (vocabulary, section 2). Rules read its fields; none of them knows a rulebook by name. `why` is kept for
/// people and ignored.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/base/instant.hpp"
#include "charter/base/text.hpp"
#include "charter/rules/condition.hpp"
#include "charter/rules/permission.hpp"

namespace charter::inline v0::rules {

enum class role_scope { organization, workspace };
enum class work { job, workflow, pipeline };
enum class asset_type { integration, dataset };
enum class candidates_from { organization_and_collaborators, everyone };
enum class membership_mode { sealed, open };
enum class existing_accounts { invite, add };
enum class on_account_created { keep_open, accept };
enum class eligible_organization { any, own };
enum class duplicate_invitation { refuse, resend };
enum class decline { final, may_accept_later };
enum class own_role_change { never, down_only };
enum class run_mode { all, creator, specific };
enum class approval_mode { all, groups };
enum class after_creation { changeable, fixed };
enum class archive_visibility { read_only, hidden };

struct role_definition {
  std::string name;
  role_scope scope = role_scope::organization;
  std::vector<std::string> inherits = {};
  bool default_ = false;
  std::optional<std::vector<std::string>> assigned_by = {};  ///< roles, "operator", "host"
  bool self_assign = false;
  std::optional<std::vector<std::string>> withdrawn_by = {};
  std::optional<std::vector<std::string>> removed_by = {};
  std::string why = {};
};

/// A host's own permission, or with `same_as` another name for one.
struct permission_definition {
  std::string name;
  subject scope = subject::workspace;
  need needs = need::active;
  std::string same_as = {};
  std::string why = {};
};

struct kind_definition {
  std::string name;
  std::string label = {};
  rules::work work = rules::work::job;
  bool approval = false;
  bool run_policy = false;
  bool templates = false;
  std::vector<asset_type> assets = {};
  bool data_policies = false;
  bool credential = false;
  bool reject_comment = false;
  std::string why = {};
};

/// One way to be granted a permission: all conditions hold, in a workspace of one of the kinds (none named:
/// any).
struct alternative {
  std::vector<condition> if_ = {};
  std::vector<std::string> kinds = {};
  std::string why = {};
};

struct grant {
  std::string permission;
  std::vector<alternative> alternatives = {};
};

struct role_grants {
  std::string role;
  std::vector<grant> grants = {};
};

struct directory_rules {
  std::optional<std::uint32_t> organizations_per_user = 1;  ///< nothing: any number
  bool account_without_organization = false;
  candidates_from candidates = candidates_from::organization_and_collaborators;
  std::string why = {};
};

struct creation_rules {
  std::optional<std::string> creator_role = {};
  std::string why = {};
};

struct eligibility_rules {
  bool account = true;
  bool signed_in = true;
  eligible_organization organization = eligible_organization::any;
  std::string why = {};
};

struct membership_rules {
  membership_mode mode = membership_mode::open;
  bool by_invitation = false;  ///< JSON: "joining" names "invitation"
  bool direct = true;          ///< JSON: "joining" names "direct"
  rules::existing_accounts existing_accounts = rules::existing_accounts::add;
  rules::on_account_created on_account_created = rules::on_account_created::keep_open;
  eligibility_rules eligibility = {};
  std::optional<std::string> invitation_ttl = {};  ///< a duration as written, "7d"
  rules::duplicate_invitation duplicate_invitation = rules::duplicate_invitation::refuse;
  rules::decline decline = rules::decline::final;
  bool self_leave = true;
  rules::own_role_change own_role_change = rules::own_role_change::down_only;
  std::string why = {};
};

struct approval_rules {
  std::vector<approval_mode> policies = {approval_mode::all, approval_mode::groups};
  approval_mode default_ = approval_mode::all;
  bool single_party_exempt = true;
  bool creator_approves = true;
  bool distinct_approvers = false;
  bool shrinking_completes = true;
  std::uint32_t max_rejections = 1;
  std::string why = {};
};

struct run_policy_rules {
  std::vector<run_mode> policies = {run_mode::all, run_mode::creator, run_mode::specific};
  run_mode default_ = run_mode::all;
  std::string why = {};
};

struct policies_rules {
  rules::after_creation after_creation = rules::after_creation::changeable;
  std::string why = {};
};

struct archive_rules {
  archive_visibility visibility = archive_visibility::read_only;
  std::string why = {};
};

/// Somebody must hold one of `roles`; holders of `except` may break the guard (D12).
struct guard_rule {
  std::vector<std::string> roles = {};
  std::vector<std::string> except = {};
  std::string why = {};
};

struct guards_rules {
  guard_rule last_organization_admin = {};
  guard_rule last_workspace_admin = {};
  std::string why = {};
};

struct management_rules {
  bool owning_organization_only = false;
  std::string why = {};
};

struct limits_rules {
  std::optional<std::uint32_t> members_per_workspace = {};
  std::optional<std::uint32_t> workspaces_per_organization = {};
  std::optional<std::uint32_t> users_per_organization = {};
  std::optional<std::uint32_t> open_invitations_per_workspace = {};
  std::string why = {};
};

struct text_rules {
  text_rule workspace_name = {charset::simple, 50};
  text_rule description = {charset::text, 150};
  text_rule homepage = {charset::text, 65536};
  text_rule job_name = {charset::line, 50};
  text_rule comment = {charset::text, 2000};
  text_rule name = {charset::line, 200};
  text_rule property_value = {charset::text, 4096};
  std::string why = {};
};

struct time_rules {
  std::string tolerance_back = "5s";
  std::string tolerance_ahead = "1h";
  std::string why = {};
};

struct idempotency_rules {
  std::uint32_t window = 1000000;  ///< in records
  std::string why = {};
};

struct rulebook {
  std::string name;
  std::string about = {};
  std::vector<role_definition> roles = {};
  std::vector<permission_definition> permissions = {};
  std::vector<kind_definition> kinds = {};
  std::vector<role_grants> grants = {};
  directory_rules directory = {};
  creation_rules creation = {};
  membership_rules membership = {};
  approval_rules approval = {};
  run_policy_rules run_policy = {};
  policies_rules policies = {};
  archive_rules archive = {};
  guards_rules guards = {};
  management_rules management = {};
  bool masking = true;
  limits_rules limits = {};
  text_rules text = {};
  std::vector<std::string> secret_keys = {"password", "passwd", "pwd",        "secret",     "token",
                                          "key",      "apikey", "credential", "credentials"};
  time_rules time = {};
  idempotency_rules idempotency = {};
};

/// What is wrong with a rulebook: the dotted path of the entry and a sentence (`invalid_rulebook`).
struct rulebook_error {
  std::string entry;
  std::string reason;
};

}  // namespace charter::inline v0::rules
