// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whose invitations or notices are asked for: an account's, or those held for an address without one (D37).

#include <optional>
#include <string>

#include "charter/access/queries/asking.hpp"

namespace charter::inline v0::queries {

struct own_box {
  std::optional<user_id> user = {};
  std::string address = {};  ///< in lower case, where there is no account
};

/// Of another's address a user learns nothing, not even whether it has an account.
inline objection enter_own_box(const inquiry& asked, const std::optional<ref<user_id>>& user,
                               const std::optional<std::string>& email, own_box& out) {
  if (user) return asked.enter_self(*user, out.user.emplace());
  out.address = ascii_lower(*email);
  out.user = find_by_email(asked.world, out.address);
  if (asked.is_host() || (out.user && asked.by.is(*out.user))) return {};
  return inquiry::only_for_oneself();
}

}  // namespace charter::inline v0::queries
