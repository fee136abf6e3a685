// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The fewest people whose going separates two ends of a graph of people and workspaces.

#include <vector>

#include "work_graph.hpp"

namespace charter::inline v0::analysis {

/// By maximum flow, each person letting one unit through. In order. REQUIRES: each end has edges to people
/// alone.
std::vector<vertex> smallest_vertex_cut(const compact_graph& graph, const work_numbering& number, vertex from,
                                        vertex to);

}  // namespace charter::inline v0::analysis
