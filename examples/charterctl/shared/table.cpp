// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace charterctl {

namespace {

constexpr std::size_t page_width = 100;

/// In code points: near enough to columns for names of people and things.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string without_controls(std::string_view text, bool keep_lines) {
  std::string out(text);
  if (!keep_lines)
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  const auto is_control = [&](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && !(keep_lines && c == '\n')) || c == '\x7f';
  };
  std::replace_if(out.begin(), out.end(), is_control, '?');
  return out;
}

/// As many to a line as fit on a page.
void print_pieces(std::string_view first, const std::vector<std::string>& pieces) {
  const auto indent = width(first);
  std::string line(first);
  bool begins = true;
  for (const auto& each : pieces) {
    if (!begins && width(line) + 1 + width(each) > page_width) {
      fmt::print("{}\n", line);
      line.assign(indent, ' ');
      begins = true;
    }
    line.append(begins ? "" : " ").append(each);
    begins = false;
  }
  fmt::print("{}\n", line);
}

}  // namespace

std::string printable(std::string_view text) { return without_controls(text, false); }
std::string printable_lines(std::string_view text) { return without_controls(text, true); }

void table::row(std::vector<std::string> cells, ink with) {
  for (auto& each : cells) each = printable(each);
  rows_.push_back({std::move(cells), with});
}

void table::print(std::string_view indent) const {
  std::vector<std::size_t> widths;
  for (const auto& each : titles_) widths.push_back(width(each));
  for (const auto& each : rows_)
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width(each.cells[i]));
  const auto write = [&](const std::vector<std::string>& cells, ink with) {
    std::string out(indent);
    std::size_t missing = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) {
        missing += widths[i] + 2;
        continue;
      }
      out.append(missing, ' ').append(cells[i]);
      missing = widths[i] - width(cells[i]) + 2;
    }
    fmt::print("{}\n", paint(stdout, with, out));
  };
  const auto is_empty = [](const std::string& each) { return each.empty(); };
  if (!std::all_of(titles_.begin(), titles_.end(), is_empty)) write(titles_, ink::bold);
  for (const auto& each : rows_) write(each.cells, each.with);
}

void print_words(std::string_view first, const std::vector<std::string>& words) {
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < words.size(); ++i)
    pieces.push_back(printable(words[i]) + (i + 1 < words.size() ? "," : ""));
  print_pieces(first, pieces);
}

void print_text(std::string_view first, std::string_view text) {
  std::vector<std::string> pieces;
  std::istringstream words(printable(text));
  for (std::string each; words >> each;) pieces.push_back(each);
  print_pieces(first, pieces);
}

}  // namespace charterctl
