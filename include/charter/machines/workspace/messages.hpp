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
#include "charter/rules/approval_policy.hpp"
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
  static constexpr auto fields =
      described_by<&create::key, &create::organization, &create::kind, &create::name, &create::description,
                   &create::members, &create::invitees, &create::approval_policy, &create::run_policy,
                   &create::templates>("key", "organization", "kind", "name", "description", "members?",
                                       "invitees?", "approval_policy", "run_policy", "templates?");
};

struct archive {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace.archive";
  static constexpr auto fields = described_by<&archive::workspace>("workspace");
};

struct rotate_credential {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace.rotate_credential";
  static constexpr auto fields = described_by<&rotate_credential::workspace>("workspace");
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
  static constexpr auto fields =
      described_by<&created::workspace, &created::key, &created::organization, &created::kind, &created::name,
                   &created::description, &created::mode, &created::policies_fixed, &created::creator,
                   &created::approval_policy, &created::run_policy, &created::templates>(
          "workspace", "key", "organization", "kind", "name", "description", "mode", "policies_fixed",
          "creator", "approval_policy", "run_policy", "templates?");
};

struct activated {
  workspace_id workspace = {};
  std::optional<std::string> cause = {};

  static constexpr std::string_view message_name = "workspace.activated";
  static constexpr auto fields = described_by<&activated::workspace, &activated::cause>("workspace", "cause");
};

struct archived {
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "workspace.archived";
  static constexpr auto fields = described_by<&archived::workspace>("workspace");
};

/// The host makes the secret; the log holds only its generation (D43).
struct credential_requested {
  workspace_id workspace = {};
  std::int64_t generation = 0;

  static constexpr std::string_view message_name = "workspace.credential_requested";
  static constexpr auto fields =
      described_by<&credential_requested::workspace, &credential_requested::generation>("workspace",
                                                                                        "generation");
};

struct credential_revoked {
  workspace_id workspace = {};
  std::int64_t generation = 0;
  std::string cause = {};

  static constexpr std::string_view message_name = "workspace.credential_revoked";
  static constexpr auto fields = described_by<&credential_revoked::workspace, &credential_revoked::generation,
                                              &credential_revoked::cause>("workspace", "generation", "cause");
};

}  // namespace charter::inline v0::workspace

namespace charter::inline v0::workspace {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<create, archive, rotate_credential>;
using event = std::variant<created, activated, archived, credential_requested, credential_revoked>;

}  // namespace charter::inline v0::workspace
