// SPDX-License-Identifier: Apache-2.0
#include "diagram_form.hpp"

#include <fmt/format.h>

#include "complaint.hpp"

namespace charterctl {

namespace analysis = charter::analysis;

namespace {

std::string titles(const std::vector<analysis::diagram>& all) {
  std::string out;
  for (const auto& each : all) out += (out.empty() ? "" : ", ") + each.title;
  return out;
}

}  // namespace

void add_diagram_form(CLI::App& sub, diagram_form& form) {
  auto* graphviz = sub.add_flag("--graphviz", form.graphviz, "Print the diagrams as Graphviz reads them");
  auto* mermaid = sub.add_flag("--mermaid", form.mermaid, "Print the diagrams as Mermaid reads them");
  sub.add_option("--diagram", form.words, "Of the diagrams only those with WORDS in their title")
      ->type_name("WORDS");
  graphviz->excludes(mermaid);
  for (auto* each : {graphviz, mermaid}) each->excludes(sub.get_option("--json"));
}

void print_diagrams(const std::vector<analysis::diagram>& all, const diagram_form& form) {
  if (all.empty()) give_up(bad_input, "no_diagram", "There is nothing to draw here; ask without.");
  bool any = false;
  for (const auto& each : all) {
    if (form.words && each.title.find(*form.words) == std::string::npos) continue;
    fmt::print("{}", form.mermaid ? analysis::to_mermaid(each) : analysis::to_graphviz(each));
    any = true;
  }
  if (!any) give_up(bad_input, "no_diagram", "No diagram is called so; there are: " + titles(all) + ".");
}

}  // namespace charterctl
