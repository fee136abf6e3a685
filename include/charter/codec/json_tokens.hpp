// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The tokens of JSON as charter writes them: quoted text and numbers.

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "charter/base/text.hpp"

namespace charter::inline v0 {

namespace detail {

/// Which bytes stand in a text as they are: ASCII but for quotes, backslashes and control characters.
inline constexpr auto stands_as_it_is = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) out[byte] = byte != '"' && byte != '\\';
  return out;
}();

/// The same of eight bytes at once.
constexpr bool all_stand(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101U, highs = 0x80 * each;
  const auto has_below = [](std::uint64_t word, std::uint64_t end) { return (word - end * each) & ~word; };
  const auto has = [&](char one) { return has_below(bytes ^ (static_cast<unsigned char>(one) * each), 1); };
  return ((bytes | has_below(bytes, 0x20) | has('"') | has('\\')) & highs) == 0;
}

/// Where the bytes that stand as they are end, from `at` on.
inline std::size_t plain_until(std::string_view text, std::size_t at) {
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (!all_stand(bytes)) break;
  }
  while (at < text.size() && stands_as_it_is[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace detail

/// Appends `text` in quotes. Quotes, backslashes and control characters are escaped, other UTF-8 passes as it
/// is. A byte that is no UTF-8 becomes U+FFFD, so that whatever is written is JSON.
inline void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::size_t at = detail::plain_until(text, 0), done = 0;
  if (at == text.size()) {
    const auto from = out.size();
    out.resize(from + text.size() + 2, '"');
    text.copy(out.data() + from + 1, text.size());
    return;
  }
  const auto replace = [&](std::string_view by) {
    out.append(text.substr(done, at - done)).append(by);
    done = ++at;
  };
  out += '"';
  for (; at < text.size(); at = detail::plain_until(text, at)) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      if (!detail::next_code_point(text, at)) replace("\xef\xbf\xbd");
    } else if (byte == '\n') {
      replace("\\n");
    } else if (byte == '\t') {
      replace("\\t");
    } else if (byte >= 0x20) {
      replace(byte == '"' ? "\\\"" : "\\\\");
    } else {
      replace(std::string("\\u00") + digits[byte >> 4U] + digits[byte & 0xfU]);
    }
  }
  out.append(text.substr(done)) += '"';
}

template <std::integral T>
void append_json_number(std::string& out, T number) {
  char text[24];
  const auto end = std::to_chars(text, text + sizeof text, number);
  out.append(text, end.ptr);
}

/// The shortest spelling that reads back as the same double, always with a point or an exponent: a reader
/// keeps 1.0 and 1 apart. JSON knows no infinity: `null`.
inline void append_json_number(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, number);
  const std::string_view spelled(text, static_cast<std::size_t>(end.ptr - text));
  out += spelled;
  if (spelled.find_first_of(".e") == std::string_view::npos) out += ".0";
}

}  // namespace charter::inline v0
