// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Findings and pictures as one page that a security reviewer can read, file and print.

#include <string>
#include <utility>
#include <vector>

#include "charter/analysis/diagram.hpp"
#include "charter/analysis/finding.hpp"

namespace charter::inline v0::analysis {

struct report {
  std::string title;
  std::string summary = {};                                     ///< a sentence: what this is about
  std::vector<std::pair<std::string, std::string>> facts = {};  ///< label and value
  std::vector<std::string> looked_at = {};  ///< what was checked, so that "no findings" says something
  std::vector<finding> findings = {};       ///< in any order
  std::vector<diagram> diagrams = {};
};

/// The most severe first, otherwise as they were found.
void sort_by_severity(std::vector<finding>& all);

/// A whole HTML page: findings by severity, each with its witness and its fix, then the diagrams. It needs
/// nothing but itself: no script, no font, no network; it follows the reader's choice of dark or light, and
/// prints. What is not UTF-8 becomes U+FFFD. Threads: any.
std::string to_html(const report& it);

}  // namespace charter::inline v0::analysis
