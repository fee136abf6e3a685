// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is wrong with a policy as it is written, whoever may approve.

#include <vector>

#include "charter/analysis/electorate.hpp"
#include "charter/analysis/finding.hpp"

namespace charter::inline v0::analysis {

std::vector<finding> check_policy(const electorate& it);

/// `otherwise` where the policy can change; else what is left to do in such a workspace (D26, D27).
std::string fix_of_policy(const electorate& it, std::string otherwise);

}  // namespace charter::inline v0::analysis
