// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is wrong with a quorum, or close to it. A witness names groups first, then people.
///
/// Serious:
/// - `no_groups`: the policy asks for groups and has none.
/// - `empty_group`: a group without members.
/// - `minimum_too_small`: a group that asks for less than one approval.
/// - `minimum_exceeds_group`: a group that asks for more approvals than it has members (D20).
/// - `quorum_unsatisfiable`: groups that are short of people, each by itself.
/// - `groups_compete`: groups that together are short of people (D21).
/// - `creator_needed_but_excluded`: a warning where other people's jobs can be approved (D48).
/// - `nobody_can_release`: a held review, and everybody has decided (D15).
/// - `not_found`: there is no such workspace.
///
/// Warnings:
/// - `group_of_strangers`: people of a group who are not listed, or inactive (D26).
/// - `duplicate_member`, `duplicate_group`: somebody, or a name, that stands there twice.
/// - `single_point_of_failure`: people of whom each alone breaks the quorum by leaving.
///
/// Notes:
/// - `nothing_to_approve`: archived, or work that needs no approval.

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
