// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "charter/analysis/report.hpp"
#include "charter/analysis/svg.hpp"
#include "charter/base/text.hpp"
#include "charter/version.hpp"
#include "html_text.hpp"
#include "page_style.hpp"

namespace charter::inline v0::analysis {

namespace {

/// `<tag attributes>text</tag>`, the text escaped.
std::string element(std::string_view tag, std::string_view attributes, std::string_view text) {
  std::string out = "<";
  out.append(tag).append(attributes.empty() ? "" : " ").append(attributes).append(">");
  return out.append(html_text(text)).append("</").append(tag).append(">");
}

std::string class_of(severity it) { return std::string(to_text(it)); }

/// "inheritance_cycle-roles.admin", with a number where two would be the same.
std::string anchor_of(const finding& it, std::set<std::string>& taken) {
  auto plain = it.slug + (it.about.empty() ? "" : "-" + it.about);
  for (auto& c : plain)
    if (!is_ascii_alnum(c) && c != '.' && c != '_') c = '-';
  plain = plain.substr(0, 100);
  auto out = plain;
  for (std::size_t number = 2; !taken.insert(out).second; ++number)
    out = plain + "-" + std::to_string(number);
  return out;
}

std::string summary_item(std::string_view kind, std::size_t number, std::string_view words) {
  const auto text = "<b>" + std::to_string(number) + "</b>" + std::string(words);
  if (number == 0) return "<li class=\"none\">" + text + "</li>\n";
  return "<li class=\"" + std::string(kind) + "\"><a class=\"tone\" href=\"#" + std::string(kind) + "\">" +
         text + "</a></li>\n";
}

std::string looked_at_in_words(const report& it) {
  std::string out;
  for (const auto& each : it.looked_at) out += (out.empty() ? "" : "; ") + each;
  return out + ".";
}

void add_header(std::string& out, const report& it) {
  out += "<header>\n";
  if (!it.subtitle.empty()) out += element("p", "class=\"kind\"", it.subtitle) + "\n";
  out += element("h1", "", it.title) + "\n";
  std::string facts;
  for (const auto& each : it.facts)
    if (!each.value.empty()) facts += element("dt", "", each.label) + element("dd", "", each.value) + "\n";
  if (!facts.empty()) out += "<dl class=\"facts\">\n" + facts + "</dl>\n";
  const auto counts = count(it.findings);
  out += "<ul class=\"summary\" aria-label=\"Findings by severity\">\n" +
         summary_item("serious", counts.serious, "serious") +
         summary_item("warning", counts.warning, counts.warning == 1 ? "warning" : "warnings") +
         summary_item("note", counts.note, counts.note == 1 ? "note" : "notes") + "</ul>\n";
  if (!it.findings.empty() && !it.looked_at.empty())
    out += element("p", "class=\"looked\"", "Looked at: " + looked_at_in_words(it)) + "\n";
  out += "</header>\n";
}

std::string label_of(const finding& it, const std::string& anchor, std::string_view beside) {
  auto out = "<p class=\"label\"><a href=\"#" + anchor + "\">" + element("code", "", it.slug) + "</a>";
  return out.append(beside).append("</p>\n");
}

/// What shows it, and what to do.
std::string details_of(const finding& it) {
  std::string out;
  if (!it.witness.empty()) {
    out += "<dt>Witness</dt><dd><ol>\n";
    for (const auto& each : it.witness) out += element("li", "", each) + "\n";
    out += "</ol></dd>\n";
  }
  if (!it.fix.empty()) out += "<dt>What to do</dt>" + element("dd", "", it.fix) + "\n";
  return out.empty() ? out : "<dl>\n" + out + "</dl>\n";
}

void add_finding(std::string& out, const finding& it, std::set<std::string>& taken) {
  const auto anchor = anchor_of(it, taken);
  out += "<article class=\"finding " + class_of(it.severity) + "\" id=\"" + anchor + "\">\n";
  out += label_of(it, anchor, it.about.empty() ? "" : element("code", "class=\"about\"", it.about));
  out += element("h3", "", it.message) + "\n" + details_of(it) + "</article>\n";
}

/// Findings that differ in their sentence alone: one card, with an anchor for each.
void add_alike(std::string& out, const std::vector<finding>& all, std::set<std::string>& taken) {
  const auto& first = all.front();
  std::string items, first_anchor;
  for (const auto& each : all) {
    const auto anchor = anchor_of(each, taken);
    if (first_anchor.empty()) first_anchor = anchor;
    items += "<li id=\"" + anchor + "\">";
    if (each.message.find(each.about) == std::string::npos)
      items += element("code", "class=\"about\"", each.about) + " ";
    items += html_text(each.message) + "</li>\n";
  }
  out += "<article class=\"finding " + class_of(first.severity) + "\">\n";
  out += label_of(first, first_anchor,
                  element("span", "class=\"quiet\"", std::to_string(all.size()) + " times"));
  out += "<ul class=\"alike\">\n" + items + "</ul>\n" + details_of(first) + "</article>\n";
}

void add_findings(std::string& out, const report& it) {
  if (it.findings.empty()) {
    const auto what = it.looked_at.empty() ? "Nothing was looked at, so nothing can be said."
                                           : "No findings. Looked at: " + looked_at_in_words(it);
    out += element("p", "class=\"nothing\"", what) + "\n";
    return;
  }
  std::set<std::string> taken = {"serious", "warning", "note"};
  auto last = std::string_view();
  for (const auto& run : alike(it.findings)) {
    const auto severity = to_text(run.front().severity);
    if (severity != last) {
      const auto title = run.front().severity == severity::serious   ? "Serious"
                         : run.front().severity == severity::warning ? "Warnings"
                                                                     : "Notes";
      out += element("h2", "id=\"" + std::string(severity) + "\"", title) + "\n";
      last = severity;
    }
    if (run.size() == 1)
      add_finding(out, run.front(), taken);
    else
      add_alike(out, run, taken);
  }
}

void add_diagrams(std::string& out, const report& it) {
  if (it.diagrams.empty()) return;
  out += element("h2", "id=\"diagrams\"", it.diagrams.size() == 1 ? "Diagram" : "Diagrams") + "\n";
  for (const auto& each : it.diagrams)
    out += "<figure>\n<div class=\"picture wide\" tabindex=\"0\">\n" + to_svg(each) + "</div>\n" +
           element("figcaption", "", each.title + ".") + "\n</figure>\n";
}

void add_table(std::string& out, const data_table& it) {
  out += element("h2", "", it.title) + "\n<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>";
  for (const auto& each : it.columns) out += element("th", "scope=\"col\"", each);
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : it.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < it.columns.size(); ++i)
      out += element("td", "", i < row.size() ? std::string_view(row[i]) : std::string_view());
    out += "</tr>\n";
  }
  out += "</tbody>\n</table></div>\n";
}

}  // namespace

std::string to_html(const report& it) {
  // The policy is for readers too: a browser would refuse what slipped through the escaping.
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n";
  out += element("title", "", it.title + (it.subtitle.empty() ? "" : ", " + it.subtitle)) + "\n";
  out.append("<style>").append(page_style).append("</style>\n</head>\n<body>\n");
  add_header(out, it);
  out += "<main>\n";
  add_findings(out, it);
  for (const auto& each : it.notes) out += element("p", "class=\"remark\"", each) + "\n";
  add_diagrams(out, it);
  for (const auto& each : it.tables) add_table(out, each);
  out += "</main>\n" + element("footer", "", "Made by charter " + std::string(version_text) + ".") +
         "\n</body>\n</html>\n";
  return out;
}

}  // namespace charter::inline v0::analysis
