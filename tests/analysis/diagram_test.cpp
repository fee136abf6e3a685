// SPDX-License-Identifier: Apache-2.0
// Diagrams as text: what is drawn, and that no label can end its quotes.
#include "charter/analysis/diagram.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("analysis/diagram") {

using namespace charter::analysis;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

diagram two_roles() {
  diagram out{"Roles", true, {{"admin", "organization"}, {"member", {}, stroke::faint}}, {}};
  out.edges = {{0, 1, "inherits", stroke::marked}};
  return out;
}

}  // namespace

TEST_CASE("a diagram as Graphviz text") {
  const auto text = to_graphviz(two_roles());
  CHECK(text.starts_with("digraph {\n  label=\"Roles\""));
  CHECK(holds(text, "  subgraph cluster_0 {\n    label=\"organization\";\n    n0 [label=\"admin\"];\n  }\n"));
  CHECK(holds(text, "  n1 [label=\"member\", color=\"#9aa0a6\""));
  CHECK(holds(text, "  n0 -> n1 [label=\"inherits\", color=\"#b3261e\""));
  CHECK(text.ends_with("}\n"));
}

TEST_CASE("a diagram as Mermaid text") {
  const auto text = to_mermaid(two_roles());
  CHECK(text.starts_with("---\ntitle: \"Roles\"\n---\nflowchart LR\n"));
  CHECK(holds(text, "  subgraph g0[\"organization\"]\n    n0[\"admin\"]\n  end\n"));
  CHECK(holds(text, "  n1[\"member\"]:::faint\n"));
  CHECK(holds(text, "  n0 -->|\"inherits\"| n1\n"));
  CHECK(holds(text, "  linkStyle 0 stroke:#b3261e"));
}

TEST_CASE("without a direction") {
  auto it = two_roles();
  it.is_directed = false;
  CHECK(to_graphviz(it).starts_with("graph {"));
  CHECK(holds(to_graphviz(it), "n0 -- n1"));
  CHECK(holds(to_mermaid(it), "n0 ---|"));
}

TEST_CASE("a label cannot end its quotes") {
  const diagram it{"", true, {{"a\"];\nb\\"}, {"<b>`&#"}}, {{0, 1, "x\"|y"}}};
  CHECK(holds(to_graphviz(it), "[label=\"a\\\"];\\nb\\\\\"]"));
  CHECK(holds(to_graphviz(it), "[label=\"x\\\"|y\"]"));
  CHECK(holds(to_graphviz(it), "[label=\"<b>`&amp;#\"]"));
  CHECK(holds(to_mermaid(it), "n0[\"a#quot;];<br>b\\\"]"));
  CHECK(holds(to_mermaid(it), "n1[\"#lt;b#gt;#96;#amp;#35;\"]"));
  CHECK(holds(to_mermaid(it), "|\"x#quot;|y\"|"));
}

}  // TEST_SUITE("analysis/diagram")
