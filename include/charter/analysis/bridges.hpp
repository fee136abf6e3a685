// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which people two organizations hang together by.

#include <vector>

#include "charter/base/id.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// A way from one organization's people to another's: `people[i]` and `people[i + 1]` are both at work in
/// `workspaces[i]`. A person of both organizations is a way by itself.
struct work_path {
  std::vector<user_id> people;
  std::vector<workspace_id> workspaces;
};

struct bridges {
  bool connected = false;  ///< whether they are in one cluster at all; otherwise the rest is empty
  work_path shortest;
  std::vector<user_id> alone;     ///< each of them separates the two by going, in the order of the path
  std::vector<user_id> together;  ///< a smallest set whose going separates them, in order of creation
};

/// The people whose going, whichever of the two they belong to or neither, leaves the organizations without a
/// chain of shared workspaces between their people. Going means being at work nowhere.
/// Fails: `not_found`; `same_organization`, since nothing separates an organization from itself.
/// Cost: O(memberships); where nobody alone suffices, times the size of the smallest set at worst.
result<bridges> bridges_between(const realm& world, organization_id a, organization_id b);

}  // namespace charter::inline v0::analysis
