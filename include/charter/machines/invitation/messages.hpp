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
  static constexpr auto fields =
      described_by<&send::key, &send::workspace, &send::user, &send::email, &send::role, &send::until>(
          "key", "workspace", "user", "email", "role", "until");
};

struct accept {
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<invitation_id>> invitation = {};

  static constexpr std::string_view message_name = "invitation.accept";
  static constexpr auto fields =
      described_by<&accept::workspace, &accept::invitation>("workspace", "invitation");
};

struct decline {
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<invitation_id>> invitation = {};

  static constexpr std::string_view message_name = "invitation.decline";
  static constexpr auto fields =
      described_by<&decline::workspace, &decline::invitation>("workspace", "invitation");
};

struct reissue {
  std::optional<ref<invitation_id>> invitation = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "invitation.reissue";
  static constexpr auto fields =
      described_by<&reissue::invitation, &reissue::workspace, &reissue::user, &reissue::email,
                   &reissue::until>("invitation", "workspace", "user", "email", "until");
};

struct revoke {
  std::optional<ref<invitation_id>> invitation = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};

  static constexpr std::string_view message_name = "invitation.revoke";
  static constexpr auto fields =
      described_by<&revoke::invitation, &revoke::workspace, &revoke::user, &revoke::email>(
          "invitation", "workspace", "user", "email");
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
  static constexpr auto fields = described_by<&sent::invitation, &sent::key, &sent::workspace, &sent::user,
                                              &sent::email, &sent::role, &sent::until, &sent::invited_by>(
      "invitation", "key", "workspace", "user", "email", "role", "until", "invited_by");
};

struct accepted {
  invitation_id invitation = {};
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "invitation.accepted";
  static constexpr auto fields = described_by<&accepted::invitation, &accepted::workspace, &accepted::user>(
      "invitation", "workspace", "user");
};

struct declined {
  invitation_id invitation = {};
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "invitation.declined";
  static constexpr auto fields = described_by<&declined::invitation, &declined::workspace, &declined::user>(
      "invitation", "workspace", "user");
};

struct reissued {
  invitation_id invitation = {};
  workspace_id workspace = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "invitation.reissued";
  static constexpr auto fields = described_by<&reissued::invitation, &reissued::workspace, &reissued::until>(
      "invitation", "workspace", "until");
};

struct revoked {
  invitation_id invitation = {};
  workspace_id workspace = {};

  static constexpr std::string_view message_name = "invitation.revoked";
  static constexpr auto fields =
      described_by<&revoked::invitation, &revoked::workspace>("invitation", "workspace");
};

/// The address of a held invitation got its account.
struct claimed {
  invitation_id invitation = {};
  workspace_id workspace = {};
  user_id user = {};

  static constexpr std::string_view message_name = "invitation.claimed";
  static constexpr auto fields = described_by<&claimed::invitation, &claimed::workspace, &claimed::user>(
      "invitation", "workspace", "user");
};

}  // namespace charter::inline v0::invitation

namespace charter::inline v0::invitations {

/// A consequence: every pending invitation whose end has come (D05).
struct expired {
  std::string cause = {};

  static constexpr std::string_view message_name = "invitations.expired";
  static constexpr auto fields = described_by<&expired::cause>("cause");
};

/// A consequence: what was still unanswered when the workspace was archived (D06).
struct voided {
  workspace_id workspace = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "invitations.voided";
  static constexpr auto fields = described_by<&voided::workspace, &voided::cause>("workspace", "cause");
};

}  // namespace charter::inline v0::invitations

namespace charter::inline v0::invitation {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<send, accept, decline, reissue, revoke>;
using event = std::variant<sent, accepted, declined, reissued, revoked, claimed, invitations::expired,
                           invitations::voided>;

}  // namespace charter::inline v0::invitation
