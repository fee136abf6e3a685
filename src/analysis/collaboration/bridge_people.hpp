// SPDX-License-Identifier: Apache-2.0
#pragma once
/// People without whom two organizations are in no cluster together any more.

#include <vector>

#include "work_graph.hpp"

namespace charter::inline v0::analysis {

/// With one pair of organizations that the person alone connects, and a workspace of the person from which
/// the way goes on to the first of them, or to the second where the person is all there is of the first.
struct bridge_person {
  user_id user;
  organization_id one, other;
  workspace_id where;
  bool is_all_of_one = false;  ///< nobody else of `one` is in the cluster
};

struct bridge_people {
  std::vector<bridge_person> found;  ///< in order of creation, each person once
  std::vector<user_id> undecided;    ///< of whose pairs of organizations not all were looked at
};

/// Of organizations that meet in several clusters the first 256 pairs a person are looked at.
/// Cost: O(memberships), and O(organizations) for each split of a cluster between two of them.
bridge_people find_bridge_people(const realm& world, const work_graph& graph);

}  // namespace charter::inline v0::analysis
