// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Graphs for people: every analysis draws its graph as a `diagram`, and a diagram becomes Graphviz or
/// Mermaid text.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace charter::inline v0::analysis {

/// How a node or an edge is drawn. `marked`: what a finding is about. `faint`: there, but of no account.
enum class stroke : std::uint8_t { plain, marked, faint };

/// Labels are any UTF-8, whatever they hold; the writers escape them.
struct diagram {
  struct node {
    std::string label;
    std::string group = {};  ///< nodes of one group are drawn in one box with that title; empty: in none
    analysis::stroke stroke = analysis::stroke::plain;
  };
  struct edge {
    std::size_t from = 0, to = 0;  ///< indices into `nodes`
    std::string label = {};
    analysis::stroke stroke = analysis::stroke::plain;
  };

  std::string title;
  bool is_directed = true;
  std::vector<node> nodes = {};
  std::vector<edge> edges = {};
};

/// A whole `digraph` or `graph` in the language of Graphviz. REQUIRES: edges name nodes that are there.
/// Cost: O(text).
std::string to_graphviz(const diagram& it);

/// A whole `flowchart` in the language of Mermaid. REQUIRES and cost: as above.
std::string to_mermaid(const diagram& it);

}  // namespace charter::inline v0::analysis
