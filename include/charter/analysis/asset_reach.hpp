// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which organizations get to see a dataset or an integration, and which could.

#include <vector>

#include "charter/base/id.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// One step: the asset is shared to `through`, and `seen_by` sees it there.
struct reached_organization {
  organization_id organization;
  user_id seen_by;
  workspace_id through;
};

/// Two steps: `shared_by` may share the asset to `to`, where `seen_by` would see it.
struct reachable_organization {
  organization_id organization;
  user_id shared_by;
  workspace_id to;
  user_id seen_by;
};

/// Each organization once, in order of creation, with the first witness found. The asset's own is in neither.
struct asset_reach {
  std::vector<reached_organization> now;
  std::vector<reachable_organization> next;  ///< not reached yet
};

/// `now` is judged by `effective`: whoever may view the asset in a workspace that it is shared to. `next` is
/// decided: each share that a person who sees the asset, or its creator, or somebody of its organization
/// could be granted is tried on a copy of the realm, and each witness sees the asset afterwards. Both take
/// people of organizations alone: whoever belongs to none is no organization's. Fails: `not_found`, also for
/// an asset that was removed. Threads: any; pure. Cost: the people concerned times the workspaces they reach;
/// a decision for each share that may be granted.
result<asset_reach> reach_of(const realm& world, asset_id which);

}  // namespace charter::inline v0::analysis
