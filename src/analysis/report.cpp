// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/report.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "charter/analysis/svg.hpp"
#include "charter/base/text.hpp"
#include "charter/version.hpp"
#include "html.hpp"
#include "report_style.hpp"

namespace charter::inline v0::analysis {

namespace {

constexpr severity by_rank[] = {severity::serious, severity::warning, severity::note};

std::size_t count(const report& it, severity of) {
  return static_cast<std::size_t>(std::count_if(it.findings.begin(), it.findings.end(),
                                                [&](const finding& each) { return each.severity == of; }));
}

std::string_view title_of(severity it) {
  if (it == severity::serious) return "Serious";
  return it == severity::warning ? "Warnings" : "Notes";
}

/// "2 warnings"
std::string counted(std::size_t number, severity of) {
  const std::string_view word = of == severity::serious   ? "serious"
                                : of == severity::warning ? "warning"
                                                          : "note";
  const bool is_plural = number != 1 && of != severity::serious;
  return std::to_string(number) + " " + std::string(word) + (is_plural ? "s" : "");
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& each : all) out += (out.empty() ? "" : ", ") + each;
  return out;
}

void write_head(const report& it, std::string& out) {
  out += html_element("h1", it.title);
  if (!it.summary.empty()) out += html_element("p", it.summary, "summary");
  out += "<ul class=\"counts\">\n";
  for (const auto each : by_rank) {
    const auto number = count(it, each);
    out += html_element("li", counted(number, each), number == 0 ? "none" : charter::to_text(each));
  }
  out += "</ul>\n";
  if (it.facts.empty()) return;
  out += "<dl>\n";
  for (const auto& [label, value] : it.facts) out += html_element("dt", label) + html_element("dd", value);
  out += "</dl>\n";
}

/// "inheritance_cycle" as people write it.
std::string in_words(std::string slug) {
  std::replace(slug.begin(), slug.end(), '_', ' ');
  if (!slug.empty() && is_ascii_lower(slug[0])) slug[0] = static_cast<char>(slug[0] - 'a' + 'A');
  return slug;
}

void write_finding(const finding& it, std::size_t number, std::string& out) {
  out += "<article class=\"finding " + std::string(charter::to_text(it.severity)) + "\" id=\"finding-" +
         std::to_string(number) + "\">\n";
  out += html_element("h3", in_words(it.slug));
  out += html_element("p", it.about, "about");
  out += html_element("p", it.message);
  if (!it.witness.empty()) {
    out += "<ol class=\"witness\">\n";
    for (const auto& each : it.witness) out += html_element("li", each);
    out += "</ol>\n";
  }
  if (!it.fix.empty()) out += html_element("p", it.fix, "fix");
  out += "</article>\n";
}

void write_findings(const report& it, std::string& out) {
  std::size_t number = 0;
  for (const auto rank : by_rank) {
    if (count(it, rank) == 0) continue;
    out += html_element("h2", title_of(rank));
    for (const auto& each : it.findings)
      if (each.severity == rank) write_finding(each, ++number, out);
  }
  if (number == 0) out += html_element("h2", "No findings");
  if (!it.looked_at.empty()) out += html_element("p", "Looked at: " + joined(it.looked_at) + ".", "summary");
}

void write_diagrams(const report& it, std::string& out) {
  if (it.diagrams.empty()) return;
  out += html_element("h2", "Pictures");
  for (auto each : it.diagrams) {
    out += "<figure>\n" + html_element("figcaption", each.title);
    each.title.clear();
    const auto picture = to_svg(each);
    out += picture.empty() ? html_element("p",
                                          "Too large to draw: " + std::to_string(each.nodes.size()) +
                                              " nodes, " + std::to_string(each.edges.size()) + " edges.",
                                          "summary")
                           : "<div class=\"picture\">\n" + picture + "</div>\n";
    out += "</figure>\n";
  }
}

}  // namespace

void sort_by_severity(std::vector<finding>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const finding& a, const finding& b) { return a.severity > b.severity; });
}

std::string to_html(const report& it) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += html_element("title", it.title);
  out.append("<style>").append(report_style).append("</style>\n</head>\n<body>\n");
  write_head(it, out);
  write_findings(it, out);
  write_diagrams(it, out);
  out += html_element("footer", "Made by charter " + std::string(charter::version_text) + ".");
  return out += "</body>\n</html>\n";
}

}  // namespace charter::inline v0::analysis
