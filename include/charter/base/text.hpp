// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Text from outside: UTF-8 validation, character sets, e-mail addresses, host keys. Pure functions over
/// views.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "charter/base/id.hpp"

namespace charter::inline v0 {

/// Which characters a text may hold. `simple`: ASCII letters, digits, space, hyphen, underscore (R013).
/// `line`: UTF-8 without control characters. `text`: a line plus line feed and tab.
enum class charset { simple, line, text };

struct text_rule {
  charset characters = charset::line;
  std::size_t max = 256;  ///< in code points
};

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_upper(c) || is_ascii_lower(c); }
constexpr char to_ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_ascii_lower);
  return out;
}

namespace detail {

/// Decodes the code point at `at` and moves past it; nothing for what RFC 3629 calls ill-formed.
constexpr std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return ++at, char32_t{lead};
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() - at < length) return {};
  char32_t point = lead & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0U) != 0x80U) return {};
    point = (point << 6) | (byte(at + i) & 0x3fU);
  }
  constexpr char32_t shortest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (point < shortest[length] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return {};
  at += length;
  return point;
}

constexpr bool allows(charset set, char32_t c) {
  if (set == charset::simple)
    return c < 0x80 && (is_ascii_alnum(static_cast<char>(c)) || c == ' ' || c == '-' || c == '_');
  if (set == charset::text && (c == '\n' || c == '\t')) return true;
  return c >= 0x20 && (c < 0x7f || c > 0x9f) && c != 0x2028 && c != 0x2029;
}

}  // namespace detail

/// The number of code points when all of `text` is valid UTF-8 within the set, else nothing.
constexpr std::optional<std::size_t> count_code_points(std::string_view text, charset set) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const auto point = detail::next_code_point(text, at);
    if (!point || !detail::allows(set, *point)) return {};
  }
  return count;
}

constexpr bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!detail::next_code_point(text, at)) return false;
  return true;
}

/// Whether nothing but white space is there.
constexpr bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

/// Within the rule; an empty text passes.
constexpr bool fits(std::string_view text, const text_rule& rule) {
  const auto points = count_code_points(text, rule.characters);
  return points && *points <= rule.max;
}

/// Within the rule and not blank: what names must be (R013, D29).
constexpr bool is_name(std::string_view text, const text_rule& rule) {
  return !is_blank(text) && fits(text, rule);
}

/// One @, something on both sides, no spaces or control characters, at most 254 bytes. Deliberately lenient:
/// whether mail arrives is not ours to know (D36).
constexpr bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size() || text.size() > 254) return false;
  if (text.find('@', at + 1) != std::string_view::npos) return false;
  return text.find(' ') == std::string_view::npos && count_code_points(text, charset::line).has_value();
}

/// A host-chosen key: 1 to 128 printable ASCII characters, no id form, no actor's name.
constexpr bool is_key(std::string_view text) {
  if (text.empty() || text.size() > 128 || text == "operator" || text == "host") return false;
  for (const char c : text)
    if (c < 0x20 || c > 0x7e) return false;
  return !has_id_form(text);
}

}  // namespace charter::inline v0
