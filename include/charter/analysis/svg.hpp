// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Diagrams as pictures, laid out by Graphviz.

#include <cstddef>
#include <string>

#include "charter/analysis/diagram.hpp"

namespace charter::inline v0::analysis {

/// What still becomes a picture. Larger ones take minutes to lay out, and nobody can read them.
inline constexpr std::size_t most_nodes_drawn = 200;
inline constexpr std::size_t most_edges_drawn = 200;

/// An `<svg>` element that can stand inside HTML: as wide as its place, with the whole labels as tooltips,
/// and without the diagram's title, which belongs into a caption. Labels above 60 characters are cut in the
/// picture. Of a diagram above the bounds, or without nodes, a `<p>` with a sentence instead. The same
/// diagram gives the same text on every machine: no font, file or other program is asked.
/// REQUIRES: edges name nodes that are there.
/// Threads: any; they take turns, since Graphviz cannot draw two pictures at once. While it draws, numbers
/// are in the C locale in all of the process, and nothing else in it may use Graphviz.
/// Cost: milliseconds for a few dozen nodes; up to 8 s were measured for dense diagrams within the bounds.
/// Graphviz 2.42 keeps some KiB for good of each diagram that has groups.
std::string to_svg(const diagram& it);

}  // namespace charter::inline v0::analysis
