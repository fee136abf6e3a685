// SPDX-License-Identifier: Apache-2.0
#include "html_text.hpp"

#include "charter/base/text.hpp"

namespace charter::inline v0::analysis {

namespace {

bool is_readable(char32_t c) {
  if (c == '\n' || c == '\t') return true;
  const bool is_control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
  const bool turns_direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  const bool is_no_character = (c & 0xfffeU) == 0xfffeU;
  return !is_control && !turns_direction && !is_no_character;
}

std::string_view entity_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string readable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto point = detail::next_code_point(text, at);
    if (!point) at = begin + 1;
    if (point && is_readable(*point))
      out += text.substr(begin, at - begin);
    else
      out += "\xef\xbf\xbd";
  }
  return out;
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : readable(text)) {
    const auto entity = entity_for(c);
    if (entity.empty())
      out += c;
    else
      out += entity;
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t characters) {
  std::size_t count = 0, last = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U;
    if (!begins) continue;
    if (++count == characters) last = at;
    if (count > characters) return std::string(text.substr(0, last)) + "\u2026";
  }
  return std::string(text);
}

}  // namespace charter::inline v0::analysis
