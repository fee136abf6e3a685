// SPDX-License-Identifier: Apache-2.0
#include "finding_text.hpp"

#include <fmt/format.h>

#include <charter/codec/json_writer.hpp>

#include "table.hpp"

namespace charterctl {

namespace analysis = charter::analysis;

namespace {

ink ink_for(analysis::severity it) {
  if (it == analysis::severity::serious) return ink::red;
  return it == analysis::severity::warning ? ink::bold : ink::plain;
}

constexpr std::string_view indent = "         ";

void print_run(const std::vector<analysis::finding>& all) {
  const auto& first = all.front();
  const auto beside = all.size() == 1 ? printable(first.about) : fmt::format("{} times", all.size());
  fmt::print("\n{}  {}  {}\n",
             paint(stdout, ink_for(first.severity), fmt::format("{:<7}", charter::to_text(first.severity))),
             paint(stdout, ink::bold, first.slug), beside);
  for (const auto& each : all) {
    const bool names_it = all.size() == 1 || each.message.find(each.about) != std::string::npos;
    print_text(indent, names_it ? each.message : each.about + ": " + each.message);
  }
  std::size_t number = 0;
  for (const auto& each : first.witness) print_text(fmt::format("{}{:>3}  ", indent, ++number), each);
  if (!first.fix.empty()) print_text(fmt::format("{}To do: ", indent), first.fix);
}

}  // namespace

void print_findings(const std::vector<analysis::finding>& all) {
  for (const auto& each : analysis::alike(all)) print_run(each);
}

void print_report(const analysis::report& it) {
  fmt::print("{} {}: {}\n", it.subtitle, paint(stdout, ink::bold, printable(it.title)),
             in_words(count(it.findings)));
  print_words("Looked at: ", it.looked_at);
  print_findings(it.findings);
  if (!it.notes.empty()) fmt::print("\n");
  for (const auto& each : it.notes) print_text("", each);
}

std::string report_as_json(const analysis::report& it) {
  std::string text;
  charter::json_writer out(text);
  out.begin_object();
  out.member("subject", it.title);
  out.member("looked_at", it.looked_at);
  out.member("findings", by_severity(it.findings));
  if (!it.notes.empty()) out.member("notes", it.notes);
  out.end_object();
  return text;
}

}  // namespace charterctl
