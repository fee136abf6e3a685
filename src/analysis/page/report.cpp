// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/report.hpp"

#include <algorithm>
#include <utility>

namespace charter::inline v0::analysis {

namespace {

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace

finding_counts count(const std::vector<finding>& all) {
  finding_counts out;
  for (const auto& each : all) {
    if (each.severity == severity::serious) ++out.serious;
    if (each.severity == severity::warning) ++out.warning;
    if (each.severity == severity::note) ++out.note;
  }
  return out;
}

std::vector<finding> by_severity(std::vector<finding> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const finding& a, const finding& b) { return a.severity > b.severity; });
  return all;
}

std::vector<std::vector<finding>> alike(std::vector<finding> all) {
  std::vector<std::vector<finding>> out;
  const auto belongs = [](const finding& a, const finding& b) {
    return a.severity == b.severity && a.slug == b.slug && a.fix == b.fix && a.witness.empty() &&
           b.witness.empty();
  };
  for (auto& each : by_severity(std::move(all))) {
    if (out.empty() || !belongs(out.back().back(), each)) out.emplace_back();
    out.back().push_back(std::move(each));
  }
  return out;
}

std::string in_words(const finding_counts& it) {
  std::string out;
  const auto add = [&](std::size_t number, const std::string& one, const std::string& many) {
    if (number > 0) out += (out.empty() ? "" : ", ") + counted(number, one, many);
  };
  add(it.serious, "serious", "serious");
  add(it.warning, "warning", "warnings");
  add(it.note, "note", "notes");
  return out.empty() ? "no findings" : out;
}

}  // namespace charter::inline v0::analysis
