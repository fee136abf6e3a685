// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reports on a terminal, and as JSON.

#include <charter/analysis/report.hpp>
#include <string>
#include <vector>

namespace charterctl {

/// By severity, each with its witness and what to do.
void print_findings(const std::vector<charter::analysis::finding>& all);

/// What was looked at, and the findings.
void print_report(const charter::analysis::report& it);

/// {"subject": …, "looked_at": […], "findings": […]}, the serious first.
std::string report_as_json(const charter::analysis::report& it);

}  // namespace charterctl
