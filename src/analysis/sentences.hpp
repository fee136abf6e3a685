// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Lists of names in the middle of sentences.

#include <string>
#include <string_view>
#include <vector>

#include "charter/analysis/electorate.hpp"

namespace charter::inline v0::analysis {

/// "alice, bob and dora"; of many the first ten: "…, judy and 990 more".
std::string listed(const std::vector<std::string>& names, std::string_view joint = "and");
std::string listed(const electorate& it, const std::vector<user_id>& people, std::string_view joint = "and");

/// "'data owners' and 'methods'".
std::string quoted(const std::vector<std::string>& groups);

std::vector<std::string> names_of(const electorate& it, const std::vector<user_id>& people);

/// "1 approval", "3 approvals".
std::string counted(std::int64_t count, std::string_view noun);

}  // namespace charter::inline v0::analysis
