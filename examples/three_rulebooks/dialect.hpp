// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the rulebooks call differently. Everything else in the story is the same under all three.

#include <charter/rules/approval_policy.hpp>
#include <charter/rules/rulebooks/shipped.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace three_rulebooks {

struct dialect {
  std::string_view rulebook;
  std::string kind;                                          ///< of the workspace
  std::string creator_role;                                  ///< who may create one holds this
  std::optional<std::string> guest_role;                     ///< workspace roles: openhexa alone has them
  std::optional<charter::approval::proposal> approval = {};  ///< where the kind asks for approval

  const charter::rules::rulebook& book() const { return *charter::rulebooks::find_shipped(rulebook); }
  /// The role that says what a guest may do: the one that comes with the membership, or everybody's.
  std::string role_of_guests() const { return guest_role.value_or("workspace_member"); }
};

inline dialect dialect_of(std::string_view rulebook) {
  if (rulebook == "openhexa") return {rulebook, "workspace", "organization_admin", "viewer"};
  return {rulebook, "analytics", "workspace_admin", {}, charter::approval::all()};
}

}  // namespace three_rulebooks
