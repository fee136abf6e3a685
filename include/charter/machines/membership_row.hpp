// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One row of a workspace's member list.

#include <optional>

#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0::membership {

/// A row stays in the list when the membership ends, so that former collaborators are remembered (D30).
struct row {
  user_id user;
  std::optional<role_index> role = {};
  std::optional<instant> until = {};
  bool ended = false;
  /// Sealed only: removed from this organization; the row stays listed and counts again on joining it again
  /// (D26).
  std::optional<organization_id> suspended_by = {};

  bool listed(instant at) const { return !ended && (!until || at < *until); }
  friend bool operator==(const row&, const row&) = default;
};

}  // namespace charter::inline v0::membership
