// SPDX-License-Identifier: Apache-2.0
#include "html.hpp"

#include "charter/base/text.hpp"

namespace charter::inline v0::analysis {

std::string html_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    if (!charter::detail::next_code_point(text, at)) {
      out += "\xef\xbf\xbd";
      at = start + 1;
      continue;
    }
    const char c = text[start];
    if (at - start > 1)
      out += text.substr(start, at - start);
    else if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
      out += "\xef\xbf\xbd";
    else
      out += c;
  }
  return out;
}

std::string html_element(std::string_view tag, std::string_view text, std::string_view html_class) {
  std::string out = "<";
  out += tag;
  if (!html_class.empty()) out.append(" class=\"").append(html_class) += '"';
  return out.append(">").append(html_text(text)).append("</").append(tag).append(">\n");
}

}  // namespace charter::inline v0::analysis
