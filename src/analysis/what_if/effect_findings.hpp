// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which of the differences between two moments somebody should hear of.

#include <vector>

#include "charter/analysis/effects.hpp"
#include "touched_places.hpp"

namespace charter::inline v0::analysis {

/// From rights and reviews that were found, in the places that were asked about; the serious ones first.
std::vector<finding> find_effects(const realm& before, const effects& found,
                                  const touched_places::result& asked);

}  // namespace charter::inline v0::analysis
