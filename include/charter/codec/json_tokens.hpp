// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The tokens of JSON as charter writes them: quoted text and numbers.

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include "charter/base/text.hpp"

namespace charter::inline v0 {

/// Appends `text` in quotes. Quotes, backslashes and control characters are escaped, other UTF-8 passes as it
/// is. A byte that is no UTF-8 becomes U+FFFD, so that whatever is written is JSON.
inline void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::size_t done = 0;
  const auto replace = [&](std::size_t at, std::string_view by) {
    out.append(text.substr(done, at - done)).append(by);
    done = at + 1;
  };
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      if (!detail::next_code_point(text, at)) replace(at++, "\xef\xbf\xbd");
      continue;
    }
    if (byte == '"' || byte == '\\' || byte < 0x20) {
      if (byte == '\n')
        replace(at, "\\n");
      else if (byte == '\t')
        replace(at, "\\t");
      else if (byte >= 0x20)
        replace(at, byte == '"' ? "\\\"" : "\\\\");
      else
        replace(at, std::string("\\u00") + digits[byte >> 4U] + digits[byte & 0xfU]);
    }
    ++at;
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
