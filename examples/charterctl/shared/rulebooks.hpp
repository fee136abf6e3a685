// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Rulebooks as the command line names them: one that ships, or a file with a JSON document.

#include <charter/rules/rulebook.hpp>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace charterctl {

using objections = std::vector<charter::rules::rulebook_error>;

/// Gives up where there is neither such a rulebook nor such a file.
tl::expected<charter::rules::rulebook, objections> read_rulebook(const std::string& name_or_file);

/// The same; gives up with every objection.
charter::rules::rulebook valid_rulebook(const std::string& name_or_file);

std::vector<std::string> shipped_rulebooks();

}  // namespace charterctl
