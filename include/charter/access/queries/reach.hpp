// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where to look before judging: sets that surely hold every workspace a user may do something in, and every
/// person who may do something in a workspace. What is in them is then judged one by one.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "charter/access/facts.hpp"

namespace charter::inline v0::queries {

template <class Id>
void sort_and_unite(std::vector<Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// Whether an organization role is granted that beyond the organization's own workspaces and those in which
/// its holder was a member (whoever created a workspace was one).
inline bool is_granted_far(const realm& world, permission what) {
  for (std::uint8_t i = 0; i < world.rules->role_count(); ++i) {
    if (world.rules->is_workspace_role({i})) continue;
    for (const auto& each : world.rules->ways({i}, what))
      if (!each.conditions.has(condition::member) && !each.conditions.has(condition::owning_organization) &&
          !each.conditions.has(condition::creator))
        return true;
  }
  return false;
}

/// Every workspace that the user may see or do `what` in, and some more, in order of creation.
/// Cost: O(workspaces of the user and of its organizations); O(all) where `is_granted_far`.
inline std::vector<workspace_id> workspaces_in_reach(const realm& world, user_id user, permission what) {
  std::vector<workspace_id> out;
  if (is_granted_far(world, permissions::workspace_view) || is_granted_far(world, what)) {
    for (workspace_id each; world.workspaces.has(each); ++each.value) out.push_back(each);
    return out;
  }
  const auto& it = world.users[user];
  out.assign(it.workspaces.begin(), it.workspaces.end());
  for (const auto organization : it.standing->organizations) {
    const auto& owned = world.organizations[organization].owned;
    out.insert(out.end(), owned.begin(), owned.end());
  }
  sort_and_unite(out);
  return out;
}

/// Everybody who may do something in the workspace or with the job, and some more, in order of creation: the
/// members, and the people of the owner's and of the creators' organizations.
inline std::vector<user_id> people_in_reach(const realm& world, workspace_id workspace,
                                            std::optional<job_id> job) {
  const auto& it = world.workspaces[workspace];
  std::vector<user_id> out{it.creator};
  if (job) out.push_back(world.jobs[*job].creator);
  std::vector<organization_id> organizations{it.owner};
  for (const auto creator : out) {
    const auto& own = world.users[creator].standing->organizations;
    organizations.insert(organizations.end(), own.begin(), own.end());
  }
  sort_and_unite(organizations);
  for (const auto organization : organizations) {
    const auto& people = world.organizations[organization].joined;
    out.insert(out.end(), people.begin(), people.end());
  }
  for (const auto& row : it.members) out.push_back(row.user);
  sort_and_unite(out);
  return out;
}

}  // namespace charter::inline v0::queries
