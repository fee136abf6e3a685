// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rulebook that a scenario plays under: a shipped one by name, a file, or one that stands in the
/// scenario.

#include <boost/json/value.hpp>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::testing {

/// The bytes of a file. Fails: with a sentence.
tl::expected<std::string, std::string> read_file(const std::filesystem::path& path);

/// Fails with a sentence that begins with the path, "rulebook" or deeper.
tl::expected<rules::rulebook, std::string> read_scenario_rulebook(const boost::json::value& it,
                                                                  const std::filesystem::path& folder);

}  // namespace charter::inline v0::testing
