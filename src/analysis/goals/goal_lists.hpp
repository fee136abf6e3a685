// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The goals that ship, a list for each thing they watch over.

#include <vector>

#include "charter/analysis/goal.hpp"

namespace charter::inline v0::analysis {

std::vector<goal> goals_about_rights();
std::vector<goal> goals_about_people();
std::vector<goal> goals_about_workspaces();
std::vector<goal> goals_about_reviews();
std::vector<goal> goals_about_runs();
std::vector<goal> goals_about_assets();

}  // namespace charter::inline v0::analysis
