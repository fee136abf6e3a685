// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/svg.hpp"

#include <gvc.h>
#include <gvplugin.h>

#include <memory>
#include <mutex>
#include <optional>

#include "html_text.hpp"
#include "svg_markup.hpp"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHARTER_KEEPS_TRACK_OF_LEAKS
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define CHARTER_KEEPS_TRACK_OF_LEAKS
#endif
#ifdef CHARTER_KEEPS_TRACK_OF_LEAKS
#include <sanitizer/lsan_interface.h>
#endif

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_dot_layout_LTX_library;
}

namespace charter::inline v0::analysis {

namespace {

constexpr std::size_t longest_label = 60;

/// These two and no others: whatever else is installed would ask for fonts, and load much.
const lt_symlist_t plugins[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                {nullptr, nullptr}};

int keep_quiet(char*) { return 0; }

/// Graphviz writes what it thinks to standard error, which belongs to the host.
struct quiet {
  agusererrf before = agseterrf(keep_quiet);
  quiet() = default;
  quiet(const quiet&) = delete;
  quiet& operator=(const quiet&) = delete;
  ~quiet() { agseterrf(before); }
};

/// Graphviz 2.42 loses some of what it makes for groups.
struct lost_memory_is_known {
#ifdef CHARTER_KEEPS_TRACK_OF_LEAKS
  __lsan::ScopedDisabler known;
#endif
};

std::string text_of(GVC_t* context, Agraph_t* graph) {
  char* text = nullptr;
  unsigned size = 0;
  if (gvRenderData(context, graph, "svg", &text, &size) != 0 || text == nullptr) return {};
  const std::unique_ptr<char, void (*)(char*)> owned(text, gvFreeRenderData);
  return {text, size};
}

/// Nothing where Graphviz gives up.
std::string drawn_by_graphviz(const std::string& source) {
  static std::mutex one_at_a_time;
  const std::lock_guard turn(one_at_a_time);
  [[maybe_unused]] const lost_memory_is_known scope;
  const quiet silence;
  const std::unique_ptr<GVC_t, int (*)(GVC_t*)> context(gvContextPlugins(plugins, 0), gvFreeContext);
  const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(source.c_str()), agclose);
  if (!context || !graph) return {};
  static char background[] = "bgcolor", none[] = "transparent";
  agattr(graph.get(), AGRAPH, background, none);
  std::string out;
  if (gvLayout(context.get(), graph.get(), "dot") == 0) out = text_of(context.get(), graph.get());
  gvFreeLayout(context.get(), graph.get());
  return out;
}

/// What Graphviz can read and a picture can hold.
diagram drawable(diagram it) {
  it.title.clear();
  for (auto& each : it.nodes) {
    each.label = shortened(readable(each.label), longest_label);
    each.group = shortened(readable(each.group), longest_label);
  }
  for (auto& each : it.edges) each.label = shortened(readable(each.label), longest_label);
  return it;
}

std::string sentence(const std::string& text) { return "<p class=\"no-picture\">" + text + "</p>\n"; }

/// Why there is no picture of it.
std::optional<std::string> not_drawn(const diagram& it) {
  if (it.nodes.empty()) return "There is nothing to draw.";
  if (it.nodes.size() <= most_nodes_drawn && it.edges.size() <= most_edges_drawn) return {};
  return "Too large for a picture: " + std::to_string(it.nodes.size()) + " nodes and " +
         std::to_string(it.edges.size()) + " edges, where " + std::to_string(most_nodes_drawn) + " and " +
         std::to_string(most_edges_drawn) +
         " can be drawn. Take its text for Graphviz or Mermaid, and draw a part of it.";
}

}  // namespace

std::string to_svg(const diagram& it) {
  if (const auto why = not_drawn(it)) return sentence(*why);
  const auto drawn = drawn_by_graphviz(to_graphviz(drawable(it)));
  if (drawn.empty())
    return sentence(
        "Graphviz could not draw this. Take its text for Graphviz or Mermaid, and draw it there.");
  return svg_for_page(drawn, it);
}

}  // namespace charter::inline v0::analysis
