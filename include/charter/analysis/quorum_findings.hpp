// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is wrong with a quorum, or close to it.
///
/// | finding                       | severity | says |
/// |---|---|---|
/// | `no_groups`                   | serious  | the policy asks for groups and has none |
/// | `empty_group`                 | serious  | a group without members |
/// | `minimum_too_small`           | serious  | a group that asks for less than one approval |
/// | `minimum_exceeds_group`       | serious  | a group that asks for more approvals than it has members
/// (D20) | | `group_of_strangers`          | warning  | people of a group who are not listed, or inactive
/// (D26) | | `duplicate_member`, `duplicate_group` | warning | somebody, or a name, that stands there twice |
/// | `quorum_unsatisfiable`        | serious  | groups that are short of people, each by itself |
/// | `groups_compete`              | serious  | groups that together are short of people (D21) |
/// | `creator_needed_but_excluded` | serious, or warning where other people's jobs can be approved | (D48) |
/// | `nobody_can_release`          | serious  | a held review, and everybody has decided (D15) |
/// | `single_point_of_failure`     | warning  | people of whom each alone breaks the quorum by leaving |
/// | `nothing_to_approve`          | note     | archived, or work that needs no approval |
/// | `not_found`                   | serious  | there is no such workspace |
///
/// A witness names groups first, then people.

#include <vector>

#include "charter/analysis/electorate.hpp"
#include "charter/analysis/finding.hpp"

namespace charter::inline v0::analysis {

/// The serious ones first. Cost: as `can_be_met`, several times.
std::vector<finding> check_quorum(const electorate& it);

/// Of a workspace, and of each job in review there: about a job only what is not so for every job.
/// `at`: the realm's time if earlier.
std::vector<finding> check_quorum(const realm& world, workspace_id workspace, instant at);

}  // namespace charter::inline v0::analysis
