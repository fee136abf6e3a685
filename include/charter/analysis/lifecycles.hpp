// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Lifecycles as graphs, from the machines' own tables: states that nothing reaches or leaves, and pictures.

#include <string>
#include <vector>

#include "charter/access/queries/rulebook.hpp"
#include "charter/analysis/diagram.hpp"
#include "charter/analysis/finding.hpp"

namespace charter::inline v0::analysis {

/// Everything that has a lifecycle, by name: workspace, invitation, job, run, user.
struct named_lifecycle {
  std::string name;
  queries::lifecycle_table table;
};
std::vector<named_lifecycle> lifecycles();

/// The first state is where a thing begins.
/// - `unreachable_state` (serious): no transitions lead there.
/// - `ambiguous_transition` (serious): from one state the same trigger leads to two.
/// - `unknown_state`, `unknown_trigger` (serious): a transition names a state that is not listed, or what is
///   neither a command nor an event (reports of runs name the state that they lead to).
/// - `duplicate_transition` (warning).
/// - `final_state` (note): nothing leads out.
std::vector<finding> check_lifecycle(const named_lifecycle& it);

/// Unreachable states are marked, final ones faint.
diagram draw_lifecycle(const named_lifecycle& it);

}  // namespace charter::inline v0::analysis
