// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/color.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "story.hpp"

namespace three_rulebooks {

namespace {

constexpr int deed_width = 46;
constexpr int word_width = 26;

bool has_colour() { return isatty(fileno(stdout)) != 0 && std::getenv("NO_COLOR") == nullptr; }
fmt::text_style style(fmt::text_style wanted) { return has_colour() ? wanted : fmt::text_style(); }

struct cell {
  std::string text;
  fmt::text_style ink = {};
};

void print_row(std::string_view title, const std::vector<cell>& cells) {
  fmt::print("{:{}}", title, deed_width);
  for (std::size_t i = 0; i < cells.size(); ++i)
    fmt::print(style(cells[i].ink), "{:{}}", cells[i].text, i + 1 < cells.size() ? word_width : 0);
  fmt::print("\n");
}

void print_head(const std::vector<playing>& all) {
  std::vector<cell> books, kinds, roles, guests;
  for (const auto& each : all) {
    books.push_back({std::string(each.in.rulebook), fmt::emphasis::bold});
    kinds.push_back({each.in.kind});
    roles.push_back({each.in.creator_role});
    guests.push_back({each.in.guest_role.value_or("-")});
  }
  print_row("", books);
  print_row("    kind of the workspace", kinds);
  print_row("    Alice's role", roles);
  print_row("    a guest's role in the workspace", guests);
}

cell told(const outcome& it) {
  if (it.yes) return {it.word, fmt::fg(fmt::terminal_color::green)};
  return {"no: " + it.word, fmt::fg(fmt::terminal_color::red)};
}

}  // namespace

void print_table(const std::vector<playing>& all) {
  print_head(all);
  std::size_t number = 0;
  for (const auto& part : story(all.front().in)) {
    fmt::print("\n{}\n", part.title);
    for (const auto& each : part.steps) {
      std::vector<cell> cells(all.size());
      std::transform(all.begin(), all.end(), cells.begin(),
                     [&](const playing& one) { return told(one.outcomes[number]); });
      print_row(fmt::format("{:>3}  {:<7}{}", ++number, each.who, each.deed), cells);
    }
  }
}

}  // namespace three_rulebooks
