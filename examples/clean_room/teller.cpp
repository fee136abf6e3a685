// SPDX-License-Identifier: Apache-2.0
#include "teller.hpp"

#include <fmt/color.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace clean_room {

namespace {

constexpr std::size_t margin = 17;
constexpr std::size_t width = 110;

}  // namespace

teller::teller() : has_colour_(isatty(fileno(stdout)) != 0 && std::getenv("NO_COLOR") == nullptr) {}

std::string teller::paint(ink with, std::string_view text) const {
  if (!has_colour_) return std::string(text);
  switch (with) {
    case ink::bold:
      return fmt::format(fmt::emphasis::bold, "{}", text);
    case ink::dim:
      return fmt::format(fmt::emphasis::faint, "{}", text);
    case ink::green:
      return fmt::format(fmt::fg(fmt::terminal_color::green), "{}", text);
    case ink::red:
      break;
  }
  return fmt::format(fmt::fg(fmt::terminal_color::red), "{}", text);
}

void teller::heading(std::string_view title, std::string_view explanation) {
  fmt::print("\n{}\n", paint(ink::bold, title));
  if (!explanation.empty()) fmt::print("{}\n", explanation);
  fmt::print("\n");
}

void teller::accepted(std::uint64_t position, std::string_view who, std::string_view deed) {
  fmt::print("  {}  {:<8}  {}\n", paint(ink::green, fmt::format("{:>3}", position)), who, deed);
}

void teller::refused(std::string_view who, std::string_view deed, std::string_view slug,
                     std::string_view reason) {
  fmt::print("  {}  {:<8}  {}\n", paint(ink::red, " no"), who, deed);
  wrapped(fmt::format("{}: {}", slug, reason), slug.size());
}

void teller::answered(std::string_view who, std::string_view question, std::string_view answer) {
  fmt::print("  {}  {:<8}  {}\n", paint(ink::dim, "  ?"), who, question);
  wrapped(answer);
}

void teller::detail(std::string_view line) { fmt::print("{:{}}{}\n", "", margin, line); }

void teller::wrong(std::string_view what) { fmt::print("  {}  {}\n", paint(ink::red, "!!!"), what); }

void teller::line(std::string_view text) { fmt::print("{}\n", text); }

/// Breaks at spaces so that a long reason stays within the width. REQUIRES: the red beginning fits.
void teller::wrapped(std::string_view text, std::size_t in_red) const {
  constexpr std::size_t room = width - margin;
  while (!text.empty()) {
    auto end = text.size() > room ? text.rfind(' ', room) : text.size();
    if (end == std::string_view::npos) end = room;
    const auto row = text.substr(0, end);
    fmt::print("{:{}}{}{}\n", "", margin, in_red > 0 ? paint(ink::red, row.substr(0, in_red)) : "",
               row.substr(in_red));
    in_red = 0;
    text.remove_prefix(end < text.size() ? end + 1 : end);
  }
}

}  // namespace clean_room
