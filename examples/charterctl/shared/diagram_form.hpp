// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Diagrams instead of text: `--graphviz`, `--mermaid`, `--diagram WORDS`.

#include <charter/analysis/diagram.hpp>
#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace charterctl {

struct diagram_form {
  bool graphviz = false, mermaid = false;
  std::optional<std::string> words;

  bool asked() const { return graphviz || mermaid; }
};

/// REQUIRES: the command has --json already.
void add_diagram_form(CLI::App& sub, diagram_form& form);

/// Prints those whose title has the words in it; all if there are none. Gives up where none is left.
void print_diagrams(const std::vector<charter::analysis::diagram>& all, const diagram_form& form);

}  // namespace charterctl
