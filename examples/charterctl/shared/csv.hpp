// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Comma-separated values as RFC 4180 has them, made harmless for spreadsheets.

#include <string>
#include <string_view>
#include <vector>

namespace charterctl {

/// One cell. A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
/// return) gets an apostrophe in front, which spreadsheets show as text. Quoted where it has to be.
inline std::string csv_cell(std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
  std::string out(is_formula ? "'" : "");
  out += text;
  if (out.find_first_of(",\"\r\n") == out.npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

/// With the line break that the RFC asks for.
inline std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& each : cells) out += (&each == &cells.front() ? "" : ",") + csv_cell(each);
  return out + "\r\n";
}

}  // namespace charterctl
