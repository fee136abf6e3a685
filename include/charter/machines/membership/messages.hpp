// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who works in a workspace: people added, removed, leaving, changing role.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"

namespace charter::inline v0::workspace {

struct add_member {
  ref<workspace_id> workspace = {};
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.add_member";
  static constexpr auto fields =
      described_by<&add_member::workspace, &add_member::user, &add_member::email, &add_member::role,
                   &add_member::until>("workspace", "user", "email", "role", "until");
};

struct remove_member {
  ref<workspace_id> workspace = {};
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "workspace.remove_member";
  static constexpr auto fields =
      described_by<&remove_member::workspace, &remove_member::user>("workspace", "user");
};

struct leave {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace.leave";
  static constexpr auto fields = described_by<&leave::workspace>("workspace");
};

struct change_role {
  ref<workspace_id> workspace = {};
  ref<user_id> user = {};
  std::string role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.change_role";
  static constexpr auto fields =
      described_by<&change_role::workspace, &change_role::user, &change_role::role, &change_role::until>(
          "workspace", "user", "role", "until");
};

struct member_added {
  workspace_id workspace = {};
  user_id user = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.member_added";
  static constexpr auto fields =
      described_by<&member_added::workspace, &member_added::user, &member_added::role, &member_added::until>(
          "workspace", "user", "role", "until");
};

struct member_removed {
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "workspace.member_removed";
  static constexpr auto fields =
      described_by<&member_removed::workspace, &member_removed::user>("workspace", "user");
};

struct member_left {
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "workspace.member_left";
  static constexpr auto fields =
      described_by<&member_left::workspace, &member_left::user>("workspace", "user");
};

struct role_changed {
  workspace_id workspace = {};
  user_id user = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.role_changed";
  static constexpr auto fields =
      described_by<&role_changed::workspace, &role_changed::user, &role_changed::role, &role_changed::until>(
          "workspace", "user", "role", "until");
};

}  // namespace charter::inline v0::workspace

namespace charter::inline v0::memberships {

/// A consequence. With a user: in the workspaces of `organization`, or in all where none is named; open ones
/// end, sealed ones become inactive (D26). Without a user: every membership whose end has come (D45).
struct ended {
  std::optional<user_id> user = {};
  std::optional<organization_id> organization = {};
  bool everywhere = false;  ///< also in workspaces that the organization does not own
  std::string cause = {};

  static constexpr std::string_view message_name = "memberships.ended";
  static constexpr auto fields =
      described_by<&ended::user, &ended::organization, &ended::everywhere, &ended::cause>(
          "user", "organization", "everywhere?", "cause");
};

}  // namespace charter::inline v0::memberships

namespace charter::inline v0::membership {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command =
    std::variant<workspace::add_member, workspace::remove_member, workspace::leave, workspace::change_role>;
using event = std::variant<workspace::member_added, workspace::member_removed, workspace::member_left,
                           workspace::role_changed, memberships::ended>;

}  // namespace charter::inline v0::membership
