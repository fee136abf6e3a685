// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A person as a command names one: by user reference or by e-mail address.

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

/// Exactly one of `user` and `email`. `until` ends the membership (members) or the invitation (invitees);
/// `key` names the invitation.
struct person {
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};
  std::optional<std::string> key = {};

  static constexpr auto fields =
      described_by<&person::user, &person::email, &person::role, &person::until, &person::key>(
          "user", "email", "role", "until", "key");
};

}  // namespace charter::inline v0::workspace
