// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A workspace's life: created, activated, archived, and the credential the host makes for it.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/rules/approval.hpp"
#include "charter/rules/person.hpp"
#include "charter/rules/run_policy.hpp"

namespace charter::inline v0::workspace {

struct create {
  std::optional<std::string> key = {};
  ref<organization_id> organization = {};
  std::string kind = {};
  std::string name = {};
  std::optional<std::string> description = {};
  std::vector<person> members = {};
  std::vector<person> invitees = {};
  std::optional<approval::proposal> approval_policy = {};
  std::optional<runs::proposal> run_policy = {};
  std::vector<std::string> templates = {};

  static constexpr std::string_view message_name = "workspace.create";
  static constexpr auto fields = std::tuple{field{"key", &create::key},
                                            field{"organization", &create::organization},
                                            field{"kind", &create::kind},
                                            field{"name", &create::name},
                                            field{"description", &create::description},
                                            field{"members", &create::members, presence::optional},
                                            field{"invitees", &create::invitees, presence::optional},
                                            field{"approval_policy", &create::approval_policy},
                                            field{"run_policy", &create::run_policy},
                                            field{"templates", &create::templates, presence::optional}};
};

struct archive {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace.archive";
  static constexpr auto fields = std::tuple{field{"workspace", &archive::workspace}};
};

struct rotate_credential {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace.rotate_credential";
  static constexpr auto fields = std::tuple{field{"workspace", &rotate_credential::workspace}};
};

/// `mode` and `policies_fixed` are copied from the rulebook for the life of the workspace (D02, D27).
struct created {
  workspace_id workspace = {};
  std::optional<std::string> key = {};
  organization_id organization = {};
  std::string kind = {};
  std::string name = {};
  std::optional<std::string> description = {};
  rules::membership_mode mode = {};
  bool policies_fixed = false;
  user_id creator = {};
  std::optional<approval::policy> approval_policy = {};
  std::optional<runs::policy> run_policy = {};
  std::vector<std::string> templates = {};

  static constexpr std::string_view message_name = "workspace.created";
  static constexpr auto fields = std::tuple{field{"workspace", &created::workspace},
                                            field{"key", &created::key},
                                            field{"organization", &created::organization},
                                            field{"kind", &created::kind},
                                            field{"name", &created::name},
                                            field{"description", &created::description},
                                            field{"mode", &created::mode},
                                            field{"policies_fixed", &created::policies_fixed},
                                            field{"creator", &created::creator},
                                            field{"approval_policy", &created::approval_policy},
                                            field{"run_policy", &created::run_policy},
                                            field{"templates", &created::templates, presence::optional}};
};

struct activated {
  workspace_id workspace = {};
  std::optional<std::string> cause = {};

  static constexpr std::string_view message_name = "workspace.activated";
  static constexpr auto fields =
      std::tuple{field{"workspace", &activated::workspace}, field{"cause", &activated::cause}};
};

struct archived {
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "workspace.archived";
  static constexpr auto fields = std::tuple{field{"workspace", &archived::workspace}};
};

/// The host makes the secret; the log holds only its generation (D43).
struct credential_requested {
  workspace_id workspace = {};
  std::int64_t generation = 0;

  static constexpr std::string_view message_name = "workspace.credential_requested";
  static constexpr auto fields = std::tuple{field{"workspace", &credential_requested::workspace},
                                            field{"generation", &credential_requested::generation}};
};

struct credential_revoked {
  workspace_id workspace = {};
  std::int64_t generation = 0;
  std::string cause = {};

  static constexpr std::string_view message_name = "workspace.credential_revoked";
  static constexpr auto fields = std::tuple{field{"workspace", &credential_revoked::workspace},
                                            field{"generation", &credential_revoked::generation},
                                            field{"cause", &credential_revoked::cause}};
};

}  // namespace charter::inline v0::workspace

namespace charter::inline v0::workspace {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<create, archive, rotate_credential>;
using event = std::variant<created, activated, archived, credential_requested, credential_revoked>;

}  // namespace charter::inline v0::workspace
