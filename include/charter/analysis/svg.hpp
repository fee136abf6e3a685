// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Diagrams as pictures for a web page, laid out by Graphviz.

#include <cstddef>
#include <string>

#include "charter/analysis/diagram.hpp"

namespace charter::inline v0::analysis {

/// Beyond these a picture says nothing to anybody, and takes minutes.
inline constexpr std::size_t most_drawn_nodes = 400, most_drawn_edges = 1200;

/// One `<svg>` element, to stand inside a page: without a size of its own, without scripts, without anything
/// from elsewhere; the same for the same diagram. Empty for a diagram without nodes, or one that is too
/// large. Threads: any; one picture at a time is made.
std::string to_svg(const diagram& it);

}  // namespace charter::inline v0::analysis
