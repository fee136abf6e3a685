// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a reader should know of a subject before the findings.

#include <charter/analysis/report.hpp>
#include <charter/rules/rulebook.hpp>
#include <string>
#include <vector>

#include "invitation_findings.hpp"

namespace charterctl {

std::vector<charter::analysis::fact> facts_of(const charter::rules::rulebook& book);
/// With its members, as a table and by organization as a diagram, and its jobs.
charter::analysis::report describe_workspace(const reading& from, const std::string& name);
/// With how many there are of everything, and a table of its workspaces.
charter::analysis::report describe_realm(const world_then& it, const std::string& file);

}  // namespace charterctl
