// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A scenario file as it was read: checked as a whole, ready to run.

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "charter/rules/rulebook.hpp"
#include "scenario_step.hpp"

namespace charter::inline v0::testing {

struct scenario_file {
  std::string name;
  rules::rulebook rules;
  std::vector<std::string> tags;
  std::vector<scenario_step> given;
  std::vector<scenario_step> steps;
};

/// Fails with a sentence that begins with the path of what is wrong.
tl::expected<scenario_file, std::string> read_scenario(std::string_view json,
                                                       const std::filesystem::path& folder);

}  // namespace charter::inline v0::testing
