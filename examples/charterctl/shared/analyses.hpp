// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `analyze` says about each of its subjects. An analysis is one row of a table in analyses.cpp.

#include <charter/analysis/report.hpp>
#include <string>

#include "ask.hpp"

namespace charterctl {

/// What is wrong with a document that is no rulebook is a finding too. Gives up where there is no such file.
charter::analysis::report analyze_rulebook(const std::string& name_or_file);
/// Gives up where there is no workspace of that name.
charter::analysis::report analyze_workspace(const reading& from, const std::string& name);
charter::analysis::report analyze_realm(const reading& from, const std::string& file);

}  // namespace charterctl
