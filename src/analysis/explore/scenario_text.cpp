// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/scenario_text.hpp"

#include "charter/codec/command_json.hpp"
#include "charter/codec/json_tokens.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/rules/rulebooks/shipped.hpp"

namespace charter::inline v0::analysis {

namespace {

void append_rulebook(std::string& out, const rules::rulebook& book) {
  const auto written = write_rulebook(book, json_layout::one_line);
  const auto* shipped = rulebooks::find_shipped(book.name);
  if (shipped && write_rulebook(*shipped, json_layout::one_line) == written)
    append_json_text(out, book.name);
  else
    out += written;
}

void append_orders(std::string& out, const std::vector<order>& all) {
  const char* before = "\n  ";
  for (const auto& each : all) {
    out.append(before).append(write_command({.as = each.as}, each.what));
    before = ",\n  ";
  }
}

}  // namespace

std::string write_scenario(std::string_view name, std::string_view note, const rules::rulebook& book,
                           const std::vector<order>& given, const std::vector<order>& steps) {
  std::string out = "{\"name\": ";
  append_json_text(out, name);
  out += ",\n \"note\": ";
  append_json_text(out, note);
  out += ",\n \"rulebook\": ";
  append_rulebook(out, book);
  out += ",\n \"given\": [";
  append_orders(out, given);
  out += "],\n \"steps\": [";
  append_orders(out, steps);
  return out += "]}\n";
}

}  // namespace charter::inline v0::analysis
