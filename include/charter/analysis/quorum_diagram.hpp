// SPDX-License-Identifier: Apache-2.0
#pragma once
/// People, the groups they sit in, and who fills which seat or who competes for whom.

#include "charter/analysis/diagram.hpp"
#include "charter/analysis/electorate.hpp"

namespace charter::inline v0::analysis {

/// If the policy can be met, the places that fill a seat are marked; if not, the groups and the people of the
/// minimum cut. Who can approve nothing is faint. Cost: as `can_be_met`.
diagram draw_quorum(const electorate& it);

}  // namespace charter::inline v0::analysis
