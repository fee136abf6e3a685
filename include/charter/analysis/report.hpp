// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What analyses found about one subject, as a page for people who review it.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "charter/analysis/diagram.hpp"
#include "charter/analysis/finding.hpp"

namespace charter::inline v0::analysis {

/// One thing that a reader should know of the subject before the findings: "status", "active".
struct fact {
  std::string label;
  std::string value;
};

struct data_table {
  std::string title;
  std::vector<std::string> columns = {};
  std::vector<std::vector<std::string>> rows = {};  ///< shorter rows end with empty cells
};

struct report {
  std::string title;                        ///< the name of the subject
  std::string subtitle = {};                ///< what kind of thing it is
  std::vector<fact> facts = {};             ///< those without a value are left out
  std::vector<std::string> looked_at = {};  ///< what was examined, whether or not something was found
  std::vector<finding> findings = {};       ///< in any order
  std::vector<std::string> notes = {};      ///< sentences on what could not be examined
  std::vector<diagram> diagrams = {};
  std::vector<data_table> tables = {};
};

/// By severity: of each how many.
struct finding_counts {
  std::size_t serious = 0, warning = 0, note = 0;
};
finding_counts count(const std::vector<finding>& all);

/// The findings with the serious first; of one severity in the order in which they were found.
std::vector<finding> by_severity(std::vector<finding> all);

/// The same, cut into runs that can be told together: of one slug, with the same fix, and without witnesses.
/// Any other finding is a run of its own.
std::vector<std::vector<finding>> alike(std::vector<finding> all);

/// "2 serious, 1 warning, 3 notes", or "no findings".
std::string in_words(const finding_counts& it);

/// One page of HTML that stands alone: no script, nothing to fetch, to read from a file, on paper, on a
/// telephone and in the dark. Findings are ordered as by `by_severity` and have anchors made of their slug
/// and subject. Where nothing was found, the page says what was looked at.
/// Any text may hold anything: it is shown, never obeyed; bytes that are no UTF-8 become U+FFFD.
/// REQUIRES, threads and cost: of the diagrams, as `to_svg`; of the rest, O(text).
std::string to_html(const report& it);

}  // namespace charter::inline v0::analysis
