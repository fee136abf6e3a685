// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a rulebook grants, in words: of each role every permission, its own and inherited ones, with the
/// conditions.

#include <charter/rules/rulebook.hpp>
#include <string>
#include <vector>

namespace charterctl {

struct grant_line {
  std::string role;
  std::string permission;
  std::string when;  ///< "always", "member, creator", "member, in analytics"

  friend bool operator==(const grant_line&, const grant_line&) = default;
};

/// Permissions in the engine's order, then the host's own; of each the roles in the order of the rulebook. An
/// alternative that another one covers is left out: nobody gains by it. REQUIRES: the rulebook is valid.
std::vector<grant_line> grants_of(const charter::rules::rulebook& book);

}  // namespace charterctl
