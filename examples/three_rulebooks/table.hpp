// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Prints the story with what became of each step, a column a rulebook. Colour only on a terminal.

#include <vector>

#include "play.hpp"

namespace three_rulebooks {

/// REQUIRES: at least one playing, each of the whole story.
void print_table(const std::vector<playing>& all);

}  // namespace three_rulebooks
