// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/diagram.hpp"

#include <map>
#include <string_view>

namespace charter::inline v0::analysis {

namespace {

/// Replaces what would end or change a quoted label.
template <class Spell>
std::string quoted(std::string_view text, Spell&& spell) {
  std::string out = "\"";
  for (const char c : text) {
    const std::string_view instead = spell(c);
    if (instead.empty())
      out += c;
    else
      out += instead;
  }
  return out += '"';
}

std::string graphviz_text(std::string_view text) {
  return quoted(text, [](char c) -> std::string_view {
    if (c == '"') return "\\\"";
    if (c == '\\') return "\\\\";
    if (c == '\n') return "\\n";
    if (c == '&') return "&amp;";  // Graphviz reads HTML entities in labels
    return {};
  });
}

/// Mermaid takes HTML entities, with # for &.
std::string mermaid_text(std::string_view text) {
  return quoted(text, [](char c) -> std::string_view {
    if (c == '"') return "#quot;";
    if (c == '#') return "#35;";
    if (c == '<') return "#lt;";
    if (c == '>') return "#gt;";
    if (c == '&') return "#amp;";
    if (c == '`') return "#96;";
    if (c == '\n') return "<br>";
    return {};
  });
}

std::string name_of(std::size_t node) { return "n" + std::to_string(node); }

/// The nodes of each group in the order of the titles; those of none under the empty title.
std::map<std::string, std::vector<std::size_t>> by_group(const diagram& it) {
  std::map<std::string, std::vector<std::size_t>> out;
  for (std::size_t i = 0; i < it.nodes.size(); ++i) out[it.nodes[i].group].push_back(i);
  return out;
}

std::string graphviz_style(stroke how) {
  if (how == stroke::marked) return ", color=\"#b3261e\", fontcolor=\"#b3261e\", penwidth=2";
  if (how == stroke::faint) return ", color=\"#9aa0a6\", fontcolor=\"#6b7177\", style=dashed";
  return {};
}

std::string mermaid_class(stroke how) {
  if (how == stroke::marked) return ":::marked";
  if (how == stroke::faint) return ":::faint";
  return {};
}

}  // namespace

std::string to_graphviz(const diagram& it) {
  std::string out = it.is_directed ? "digraph {\n" : "graph {\n";
  if (!it.title.empty()) out += "  label=" + graphviz_text(it.title) + "; labelloc=t;\n";
  // Without newrank, Graphviz 2.42 frees memory twice where edges have labels and nodes groups. It knows how
  // wide texts in Helvetica are without asking for a font.
  out +=
      "  rankdir=LR; newrank=true; fontname=\"Helvetica,Arial,sans-serif\";\n"
      "  node [shape=box, fontname=\"Helvetica,Arial,sans-serif\"];\n"
      "  edge [fontname=\"Helvetica,Arial,sans-serif\"];\n";
  std::size_t boxes = 0;
  for (const auto& [title, nodes] : by_group(it)) {
    const std::string margin = title.empty() ? "  " : "    ";
    if (!title.empty())
      out +=
          "  subgraph cluster_" + std::to_string(boxes++) + " {\n    label=" + graphviz_text(title) + ";\n";
    for (const auto node : nodes)
      out += margin + name_of(node) + " [label=" + graphviz_text(it.nodes[node].label) +
             graphviz_style(it.nodes[node].stroke) + "];\n";
    if (!title.empty()) out += "  }\n";
  }
  for (const auto& each : it.edges)
    out += "  " + name_of(each.from) + (it.is_directed ? " -> " : " -- ") + name_of(each.to) +
           " [label=" + graphviz_text(each.label) + graphviz_style(each.stroke) + "];\n";
  return out += "}\n";
}

std::string to_mermaid(const diagram& it) {
  std::string out;
  if (!it.title.empty()) out += "---\ntitle: " + mermaid_text(it.title) + "\n---\n";
  out += "flowchart LR\n";
  std::size_t boxes = 0;
  for (const auto& [title, nodes] : by_group(it)) {
    const std::string margin = title.empty() ? "  " : "    ";
    if (!title.empty()) out += "  subgraph g" + std::to_string(boxes++) + "[" + mermaid_text(title) + "]\n";
    for (const auto node : nodes)
      out += margin + name_of(node) + "[" + mermaid_text(it.nodes[node].label) + "]" +
             mermaid_class(it.nodes[node].stroke) + "\n";
    if (!title.empty()) out += "  end\n";
  }
  std::string marked, faint;
  for (std::size_t i = 0; i < it.edges.size(); ++i) {
    const auto& each = it.edges[i];
    const std::string_view plain = it.is_directed ? "-->" : "---";
    out += "  " + name_of(each.from) + " " + std::string(plain);
    if (!each.label.empty()) out += "|" + mermaid_text(each.label) + "|";
    out += " " + name_of(each.to) + "\n";
    auto& list = each.stroke == stroke::marked ? marked : faint;
    if (each.stroke != stroke::plain) list += (list.empty() ? "" : ",") + std::to_string(i);
  }
  if (!marked.empty()) out += "  linkStyle " + marked + " stroke:#b3261e,stroke-width:2px\n";
  if (!faint.empty()) out += "  linkStyle " + faint + " stroke:#9aa0a6,stroke-dasharray:4\n";
  return out +=
         "  classDef marked stroke:#b3261e,color:#b3261e,stroke-width:2px\n"
         "  classDef faint stroke:#9aa0a6,color:#6b7177,stroke-dasharray:4\n";
}

}  // namespace charter::inline v0::analysis
