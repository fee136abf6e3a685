// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a workspace says of itself, and the policies chosen for it: what the settings room changes.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charter/base/id.hpp"
#include "charter/rules/approval_policy.hpp"
#include "charter/rules/property.hpp"
#include "charter/rules/run_policy.hpp"

namespace charter::inline v0::workspace {

/// What people read; changes seldom and is shared between copies.
struct details {
  std::string key;
  std::string name;
  std::string description;
  std::string homepage;
  std::vector<std::string> countries;
  std::optional<std::string> image;  ///< none: the standard image (R189)
  std::vector<std::pair<std::string, property_value>> properties;
  std::vector<std::string> templates;
  friend bool operator==(const details&, const details&) = default;
};

/// As chosen; nothing where the rulebook's default is in force.
struct policies {
  std::optional<approval::policy> approval;
  std::optional<runs::policy> run;
  friend bool operator==(const policies&, const policies&) = default;
};

}  // namespace charter::inline v0::workspace
