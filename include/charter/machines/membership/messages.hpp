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
      std::tuple{field{"workspace", &add_member::workspace}, field{"user", &add_member::user},
                 field{"email", &add_member::email}, field{"role", &add_member::role},
                 field{"until", &add_member::until}};
};

struct remove_member {
  ref<workspace_id> workspace = {};
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "workspace.remove_member";
  static constexpr auto fields =
      std::tuple{field{"workspace", &remove_member::workspace}, field{"user", &remove_member::user}};
};

struct leave {
  ref<workspace_id> workspace = {};

  static constexpr std::string_view message_name = "workspace.leave";
  static constexpr auto fields = std::tuple{field{"workspace", &leave::workspace}};
};

struct change_role {
  ref<workspace_id> workspace = {};
  ref<user_id> user = {};
  std::string role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.change_role";
  static constexpr auto fields =
      std::tuple{field{"workspace", &change_role::workspace}, field{"user", &change_role::user},
                 field{"role", &change_role::role}, field{"until", &change_role::until}};
};

struct member_added {
  workspace_id workspace = {};
  user_id user = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.member_added";
  static constexpr auto fields =
      std::tuple{field{"workspace", &member_added::workspace}, field{"user", &member_added::user},
                 field{"role", &member_added::role}, field{"until", &member_added::until}};
};

struct member_removed {
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "workspace.member_removed";
  static constexpr auto fields =
      std::tuple{field{"workspace", &member_removed::workspace}, field{"user", &member_removed::user}};
};

struct member_left {
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "workspace.member_left";
  static constexpr auto fields =
      std::tuple{field{"workspace", &member_left::workspace}, field{"user", &member_left::user}};
};

struct role_changed {
  workspace_id workspace = {};
  user_id user = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "workspace.role_changed";
  static constexpr auto fields =
      std::tuple{field{"workspace", &role_changed::workspace}, field{"user", &role_changed::user},
                 field{"role", &role_changed::role}, field{"until", &role_changed::until}};
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
      std::tuple{field{"user", &ended::user}, field{"organization", &ended::organization},
                 field{"everywhere", &ended::everywhere, presence::optional}, field{"cause", &ended::cause}};
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
