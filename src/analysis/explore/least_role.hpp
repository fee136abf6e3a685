// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The role that a membership begins with where a rulebook has workspace roles.

#include <optional>
#include <string>

#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::analysis {

/// The last one, which in most rulebooks may do least; nothing where memberships have no role.
inline std::optional<std::string> least_role(const rules::rulebook& book) {
  std::optional<std::string> out;
  if (!book.creation.creator_role) return out;
  for (const auto& each : book.roles)
    if (each.scope == rules::role_scope::workspace) out = each.name;
  return out;
}

}  // namespace charter::inline v0::analysis
