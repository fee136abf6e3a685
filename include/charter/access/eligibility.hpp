// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who may become a member of an organization's workspaces (R005-R008, D28).

#include <optional>
#include <string_view>

#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Why that person may not, in the words of `not_eligible`; empty for who may. No user: an address without an
/// account.
inline std::string_view why_not_eligible(const realm& world, std::optional<user_id> user,
                                         organization_id owner) {
  const auto& asks = world.book().membership.eligibility;
  if (!user) return asks.account ? "not_provisioned" : "";
  const auto& it = world.users[*user];
  if (asks.signed_in && !it.signed_in) return "never_signed_in";
  if (it.status != user::status::active) return "deactivated";
  if (asks.organization == rules::eligible_organization::own && !it.belongs_to(owner))
    return "other_organization";
  if (it.standing->organizations.empty() && !world.book().directory.account_without_organization)
    return "other_organization";
  return "";
}

}  // namespace charter::inline v0
