// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Graphviz's own SVG, made fit to stand inside a page.

#include <string>
#include <string_view>

#include "charter/analysis/diagram.hpp"

namespace charter::inline v0::analysis {

/// Takes away what a page has once already or not at all (the prologue, comments, ids, fixed sizes), and puts
/// the labels of the diagram where Graphviz wrote names of its own.
/// REQUIRES: `drawn` is what Graphviz made of `to_graphviz(it)`, perhaps with shorter labels.
std::string svg_for_page(std::string_view drawn, const diagram& it);

}  // namespace charter::inline v0::analysis
