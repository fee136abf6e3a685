// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Invitations: sent, answered, issued again, revoked, expired, voided.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"

namespace charter::inline v0::invitation {

struct send {
  std::optional<std::string> key = {};
  ref<workspace_id> workspace = {};
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "invitation.send";
  static constexpr auto fields = std::tuple{field{"key", &send::key},   field{"workspace", &send::workspace},
                                            field{"user", &send::user}, field{"email", &send::email},
                                            field{"role", &send::role}, field{"until", &send::until}};
};

struct accept {
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<invitation_id>> invitation = {};

  static constexpr std::string_view message_name = "invitation.accept";
  static constexpr auto fields =
      std::tuple{field{"workspace", &accept::workspace}, field{"invitation", &accept::invitation}};
};

struct decline {
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<invitation_id>> invitation = {};

  static constexpr std::string_view message_name = "invitation.decline";
  static constexpr auto fields =
      std::tuple{field{"workspace", &decline::workspace}, field{"invitation", &decline::invitation}};
};

struct reissue {
  std::optional<ref<invitation_id>> invitation = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "invitation.reissue";
  static constexpr auto fields = std::tuple{
      field{"invitation", &reissue::invitation}, field{"workspace", &reissue::workspace},
      field{"user", &reissue::user}, field{"email", &reissue::email}, field{"until", &reissue::until}};
};

struct revoke {
  std::optional<ref<invitation_id>> invitation = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};

  static constexpr std::string_view message_name = "invitation.revoke";
  static constexpr auto fields =
      std::tuple{field{"invitation", &revoke::invitation}, field{"workspace", &revoke::workspace},
                 field{"user", &revoke::user}, field{"email", &revoke::email}};
};

/// `user` is absent while the address has no account: then the invitation is held for `email` (D37).
struct sent {
  invitation_id invitation = {};
  std::optional<std::string> key = {};
  workspace_id workspace = {};
  std::optional<user_id> user = {};
  std::string email = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};
  std::optional<user_id> invited_by = {};

  static constexpr std::string_view message_name = "invitation.sent";
  static constexpr auto fields =
      std::tuple{field{"invitation", &sent::invitation}, field{"key", &sent::key},
                 field{"workspace", &sent::workspace},   field{"user", &sent::user},
                 field{"email", &sent::email},           field{"role", &sent::role},
                 field{"until", &sent::until},           field{"invited_by", &sent::invited_by}};
};

struct accepted {
  invitation_id invitation = {};
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "invitation.accepted";
  static constexpr auto fields =
      std::tuple{field{"invitation", &accepted::invitation}, field{"workspace", &accepted::workspace},
                 field{"user", &accepted::user}};
};

struct declined {
  invitation_id invitation = {};
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "invitation.declined";
  static constexpr auto fields =
      std::tuple{field{"invitation", &declined::invitation}, field{"workspace", &declined::workspace},
                 field{"user", &declined::user}};
};

struct reissued {
  invitation_id invitation = {};
  workspace_id workspace = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "invitation.reissued";
  static constexpr auto fields =
      std::tuple{field{"invitation", &reissued::invitation}, field{"workspace", &reissued::workspace},
                 field{"until", &reissued::until}};
};

struct revoked {
  invitation_id invitation = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "invitation.revoked";
  static constexpr auto fields =
      std::tuple{field{"invitation", &revoked::invitation}, field{"workspace", &revoked::workspace}};
};

/// The address of a held invitation got its account.
struct claimed {
  invitation_id invitation = {};
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "invitation.claimed";
  static constexpr auto fields =
      std::tuple{field{"invitation", &claimed::invitation}, field{"workspace", &claimed::workspace},
                 field{"user", &claimed::user}};
};

}  // namespace charter::inline v0::invitation

namespace charter::inline v0::invitations {

/// A consequence: every pending invitation whose end has come (D05).
struct expired {
  std::string cause = {};

  static constexpr std::string_view message_name = "invitations.expired";
  static constexpr auto fields = std::tuple{field{"cause", &expired::cause}};
};

/// A consequence: what was still unanswered when the workspace was archived (D06).
struct voided {
  workspace_id workspace = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "invitations.voided";
  static constexpr auto fields =
      std::tuple{field{"workspace", &voided::workspace}, field{"cause", &voided::cause}};
};

}  // namespace charter::inline v0::invitations

namespace charter::inline v0::invitation {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<send, accept, decline, reissue, revoke>;
using event = std::variant<sent, accepted, declined, reissued, revoked, claimed, invitations::expired,
                           invitations::voided>;

}  // namespace charter::inline v0::invitation
