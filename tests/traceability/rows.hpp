// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rows that must be covered: requirements.tsv (R001…), decisions.tsv (D01…), and not_yet.txt.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace traceability {

/// What a row is. E: the engine enforces it. Q: a host can query it. D: a decision. Rows of kind U (a step of
/// a user interface) and I (description) are known, and nothing is asked of them.
using row_kind = char;
using row_table = std::map<std::string, row_kind>;

inline std::filesystem::path source(const std::string& below) {
  return std::filesystem::path(CHARTER_SOURCE_DIR) / below;
}

inline std::string slurp(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

inline std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, at);) out.push_back(cell);
  return out;
}

inline row_table known_rows() {
  row_table rows;
  for (const auto& line : lines(slurp(source("tests/traceability/requirements.tsv"))))
    if (const auto cells = split(line, '\t'); cells.size() == 4 && cells[0] != "id")
      rows[cells[0]] = cells[2].at(0);
  for (const auto& line : lines(slurp(source("tests/traceability/decisions.tsv"))))
    if (const auto cells = split(line, '\t'); cells.size() == 2 && cells[0] != "id") rows[cells[0]] = 'D';
  return rows;
}

/// The ids in not_yet.txt; lines that begin with '#' are comments.
inline std::set<std::string> not_yet() {
  std::set<std::string> out;
  for (const auto& line : lines(slurp(source("tests/traceability/not_yet.txt"))))
    if (!line.empty() && line[0] != '#') out.insert(line);
  return out;
}

}  // namespace traceability
