// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/svg.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <memory>
#include <mutex>
#include <string_view>

namespace charter::inline v0::analysis {

namespace {

/// Graphviz keeps state of its own: one picture at a time.
std::mutex turn;

/// Lives as long as the program: loading the plugins takes longer than most pictures.
GVC_t* context() {
  static GVC_t* const made = gvContext();
  return made;
}

struct close_graph {
  void operator()(Agraph_t* it) const { agclose(it); }
};
using graph = std::unique_ptr<Agraph_t, close_graph>;

/// As an element: what comes before it belongs to a document.
std::string element(std::string_view document) {
  const auto begin = document.find("<svg");
  return begin == std::string_view::npos ? std::string() : std::string(document.substr(begin));
}

/// Graphviz writes sizes in points; a page decides itself how wide a picture is.
std::string without_size(std::string svg) {
  const auto tag_end = svg.find('>');
  for (const std::string_view name : {" height=\"", "width=\""}) {
    const auto at = svg.find(name);
    if (at == std::string::npos || at > tag_end) continue;
    svg.erase(at, svg.find('"', at + name.size()) + 1 - at);
  }
  return svg;
}

}  // namespace

std::string to_svg(const diagram& it) {
  if (it.nodes.empty() || it.nodes.size() > most_drawn_nodes || it.edges.size() > most_drawn_edges) return {};
  const std::lock_guard one_at_a_time(turn);
  const graph drawn(agmemread(to_graphviz(it).c_str()));
  if (!drawn || gvLayout(context(), drawn.get(), "dot") != 0) return {};
  char* data = nullptr;
  unsigned size = 0;
  const bool is_rendered = gvRenderData(context(), drawn.get(), "svg", &data, &size) == 0 && data;
  std::string out = is_rendered ? without_size(element({data, size})) : std::string();
  if (data) gvFreeRenderData(data);
  gvFreeLayout(context(), drawn.get());
  return out;
}

}  // namespace charter::inline v0::analysis
