// SPDX-License-Identifier: Apache-2.0
#include "svg_markup.hpp"

#include <charconv>
#include <vector>

#include "html_text.hpp"

namespace charter::inline v0::analysis {

namespace {

std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const auto at = text.find(begin);
  if (at == text.npos) return {};
  const auto from = at + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

std::size_t number(std::string_view text) {
  std::size_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

/// As wide as its place, but no wider than it was drawn; never so narrow that it cannot be read: its place
/// then scrolls.
std::string opening(std::string_view drawn, const diagram& it) {
  const auto width = number(between(drawn, "<svg width=\"", "pt\""));
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" +
                    html_text(it.title) + "\" viewBox=\"" + std::string(between(drawn, "viewBox=\"", "\"")) +
                    "\" style=\"width:100%;height:auto;max-width:" + std::to_string(width) +
                    "pt;min-width:" + std::to_string(width * 13 / 20) + "pt\">\n";
  return out;
}

/// What Graphviz calls "n3", or "n3&#45;&gt;n5". Nothing for the whole and for groups, which show their
/// titles.
std::string tooltip(std::string_view name, const diagram& it) {
  if (!name.starts_with('n')) return {};
  auto out = it.nodes[number(name.substr(1))].label;
  if (const auto second = name.find('n', 1); second != name.npos)
    out += (it.is_directed ? " \u2192 " : " \u2013 ") + it.nodes[number(name.substr(second + 1))].label;
  return "<title>" + html_text(out) + "</title>\n";
}

}  // namespace

std::string svg_for_page(std::string_view drawn, const diagram& it) {
  auto out = opening(drawn, it);
  const auto inside = between(between(drawn, "<svg ", "</svg>"), ">\n", "</svg>");
  for (std::size_t at = 0; at < inside.size();) {
    const auto line = inside.substr(at, inside.find('\n', at) - at);
    at += line.size() + 1;
    if (line.starts_with("<!--")) continue;
    if (line.starts_with("<title>")) {
      out += tooltip(between(line, "<title>", "</title>"), it);
    } else if (line.starts_with("<g id=\"")) {
      const auto id = between(line, "<g ", " class=");
      out.append("<g ").append(line.substr(4 + id.size())).append("\n");
    } else {
      out.append(line).append("\n");
    }
  }
  return out + "</svg>\n";
}

}  // namespace charter::inline v0::analysis
