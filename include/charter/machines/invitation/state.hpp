// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm knows of an invitation.

#include <cstdint>
#include <optional>
#include <string>

#include "charter/base/boxed.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/machines/lifecycle.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0 {

namespace invitation {

enum class status : std::uint8_t { pending, accepted, declined, expired, revoked, void_ };

/// Vocabulary, section 4, Invitation. Accepting after a decline is for rulebooks that say `may_accept_later`
/// (D04); an account accepts what was held for its address where `on_account_created` says `accept` (D37).
inline constexpr transition<status> lifecycle[] = {
    {status::pending, "invitation.accept", status::accepted},
    {status::pending, "user.provision", status::accepted},
    {status::pending, "invitation.decline", status::declined},
    {status::pending, "invitation.revoke", status::revoked},
    {status::pending, "invitations.expired", status::expired},
    {status::pending, "invitations.voided", status::void_},
    {status::pending, "invitation.reissue", status::pending},
    {status::declined, "invitation.reissue", status::pending},
    {status::declined, "invitation.accept", status::accepted},
    {status::declined, "invitation.revoke", status::revoked},
    {status::expired, "invitation.reissue", status::pending},
    {status::expired, "invitation.revoke", status::revoked},
};

struct addressee {
  std::string key;  ///< the invitation's own key
  std::string email;
  friend bool operator==(const addressee&, const addressee&) = default;
};

struct state {
  workspace_id workspace;
  std::optional<user_id> user;  ///< none while the address has no account (D37)
  std::optional<user_id> invited_by;
  std::optional<role_index> role;
  std::optional<instant> until;
  instant sent_at{};
  invitation::status status = invitation::status::pending;
  boxed<addressee> to;

  /// A pending one whose end has come counts as expired from that instant on, event or not (D05).
  invitation::status status_at(instant at) const {
    return status == invitation::status::pending && until && *until <= at ? invitation::status::expired
                                                                          : status;
  }
};

}  // namespace invitation

template <>
struct enum_names<invitation::status> {
  static constexpr std::array<std::string_view, 6> names = {"pending", "accepted", "declined",
                                                            "expired", "revoked",  "void"};
};

}  // namespace charter::inline v0
