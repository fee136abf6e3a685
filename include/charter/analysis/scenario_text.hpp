// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A story as a scenario file, which `charterctl test` plays again.

#include <string>
#include <string_view>
#include <vector>

#include "charter/analysis/order.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::analysis {

/// JSON that says of every step that it is accepted. A shipped rulebook is named, any other is written out.
/// REQUIRES: things are named by key, the rulebook is valid, and there is a step. Threads: any.
std::string write_scenario(std::string_view name, std::string_view note, const rules::rulebook& book,
                           const std::vector<order>& given, const std::vector<order>& steps);

}  // namespace charter::inline v0::analysis
