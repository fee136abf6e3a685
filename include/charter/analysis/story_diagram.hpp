// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A story as a diagram.

#include <vector>

#include "charter/analysis/diagram.hpp"
#include "charter/analysis/order.hpp"

namespace charter::inline v0::analysis {

/// The steps in order, numbered from 1, each in the box of who takes it; the last is marked.
diagram draw_story(const std::vector<order>& steps);

}  // namespace charter::inline v0::analysis
