// SPDX-License-Identifier: Apache-2.0
#pragma once
/// People, workspaces and organizations as a graph: who works with whom, which of them hang together, and by
/// whom alone (D30).
///
/// Somebody is at work in a workspace that is not archived while the membership counts: listed, and the
/// account active (D26). An organization is where its people are.

#include <cstddef>
#include <optional>
#include <vector>

#include "charter/analysis/diagram.hpp"
#include "charter/analysis/finding.hpp"
#include "charter/base/id.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// Somebody that a user shares or shared a workspace with.
struct collaborator {
  user_id user;
  std::vector<workspace_id> now;     ///< both are at work there
  std::vector<workspace_id> before;  ///< both are or were members, and no longer both at work
};

/// Everybody whom `have_collaborated` holds for, in order of creation, the user itself left out.
/// Fails: `not_found`. Cost: O(memberships in the user's workspaces).
result<std::vector<collaborator>> collaborators_of(const realm& world, user_id user);

/// What hangs together through shared workspaces; each list in order of creation.
struct cluster {
  std::vector<organization_id> organizations;  ///< of the people
  std::vector<user_id> people;
  std::vector<workspace_id> workspaces;  ///< at least one
};

/// Every workspace that is not archived is in one of them, and everybody at work. An organization may be in
/// several. In order of the first workspace. Cost: O(memberships).
std::vector<cluster> connected_clusters(const realm& world);

/// Findings:
/// - `bridge_person` (warning): a person without whom two organizations are in no cluster together any more.
///   One finding a person, with one such pair.
/// - `bridge_undecided` (note): people of whom it is not known, since the first 256 pairs of organizations
///   that they connect all meet in another cluster as well.
/// - `isolated_workspace` (note): active, with nobody or one person alone at work.
/// - `dataset_reaches_far` (warning): people see a dataset in a workspace that neither their organization nor
///   the dataset's own owns.
/// Cost: O(memberships), and O(organizations) for each person whose going splits a cluster.
std::vector<finding> check_collaboration(const realm& world);

/// At most this many people and workspaces are drawn.
inline constexpr std::size_t most_drawn = 60;

/// Who is at work where, people boxed by organization, bridge persons marked. With an organization: its
/// people, their workspaces, and whom they meet there. Workspaces with most people come first; what is left
/// out is counted in the title. Fails: `not_found`. Cost: as check_collaboration.
result<diagram> draw_collaboration(const realm& world, std::optional<organization_id> only = {});

}  // namespace charter::inline v0::analysis
