// SPDX-License-Identifier: Apache-2.0
// Diagrams as pictures: what is in them, that no label can leave its place, and what is too large.
#include "charter/analysis/svg.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

TEST_SUITE("analysis/svg") {

using namespace charter::analysis;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++out;
  return out;
}

diagram two_roles() {
  diagram out{"Roles", true, {{"admin", "organization"}, {"member", {}, stroke::faint}}, {}};
  out.edges = {{0, 1, "inherits", stroke::marked}};
  return out;
}

diagram ring(std::size_t nodes, std::size_t edges) {
  diagram out{"Ring", true, {}, {}};
  for (std::size_t i = 0; i < nodes; ++i) out.nodes.push_back({"n" + std::to_string(i)});
  for (std::size_t i = 0; i < edges; ++i) out.edges.push_back({i % nodes, (i + 1) % nodes});
  return out;
}

}  // namespace

TEST_CASE("a diagram as a picture that can stand in a page") {
  const auto svg = to_svg(two_roles());
  CHECK(svg.starts_with(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Roles\" viewBox="));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(holds(svg, ">admin</text>"));
  CHECK(holds(svg, ">organization</text>"));
  CHECK(holds(svg, ">inherits</text>"));
  CHECK(holds(svg, "<title>admin</title>"));
  CHECK(holds(svg, "<title>admin \u2192 member</title>"));
  CHECK(count(svg, "class=\"node\"") == 2);
  CHECK(count(svg, "class=\"edge\"") == 1);
  CHECK(count(svg, "class=\"cluster\"") == 1);
  CHECK(holds(svg, "stroke=\"#b3261e\""));
  CHECK(holds(svg, "stroke=\"#9aa0a6\" stroke-dasharray"));
  for (const auto* foreign : {"<?xml", "<!", " id=", " width=", " height=", "fill=\"white\""}) {
    CAPTURE(foreign);
    CHECK(!holds(svg, foreign));
  }
}

TEST_CASE("the same diagram gives the same picture, from several threads too") {
  const auto first = to_svg(two_roles());
  std::vector<std::string> others(4);
  std::vector<std::thread> threads;
  for (auto& each : others) threads.emplace_back([&each] { each = to_svg(two_roles()); });
  for (auto& each : threads) each.join();
  for (const auto& each : others) CHECK(each == first);
}

TEST_CASE("a label stays a text, whatever it holds") {
  diagram it{"\"><script>t()</script>",
             false,
             {{"</text><script>x()</script>", "\"<g>\\N"}, {"a\"];\n&lt;b&amp;\\N\\"}},
             {{0, 1, "<!--\xff\x01"}}};
  const auto svg = to_svg(it);
  CHECK(!holds(svg, "<script"));
  CHECK(!holds(svg, "<!"));
  CHECK(holds(svg, "aria-label=\"&quot;&gt;&lt;script&gt;"));
  CHECK(holds(svg, "<title>&lt;/text&gt;&lt;script&gt;x()&lt;/script&gt;</title>"));
  CHECK(holds(svg, ">&quot;&lt;g&gt;\\N</text>"));
  // Entities are shown as they were written, not as what they mean.
  CHECK(holds(svg, "&amp;lt;b&amp;amp;\\N\\</text>"));
  CHECK(holds(svg, "\xef\xbf\xbd\xef\xbf\xbd</text>"));
  CHECK(holds(svg, " \u2013 "));
}

TEST_CASE("a long label is cut in the picture and whole in the tooltip") {
  const std::string longest(60, 'a'), longer = longest + "bc";
  const auto svg = to_svg({"", true, {{longest}, {longer}}, {}});
  CHECK(holds(svg, ">" + longest + "</text>"));
  CHECK(holds(svg, ">" + longest.substr(1) + "\u2026</text>"));
  CHECK(holds(svg, "<title>" + longer + "</title>"));
}

TEST_CASE("what cannot be drawn becomes a sentence") {
  CHECK(to_svg({"Empty", true, {}, {}}) == "<p class=\"no-picture\">There is nothing to draw.</p>\n");
  CHECK(to_svg(ring(most_nodes_drawn, most_edges_drawn)).starts_with("<svg"));
  CHECK(to_svg(ring(most_nodes_drawn + 1, 10))
            .starts_with("<p class=\"no-picture\">Too large for a picture: 201 nodes and 10 edges,"));
  CHECK(to_svg(ring(10, most_edges_drawn + 1)).starts_with("<p"));
  CHECK(to_svg(ring(100'000, 100'000)).starts_with("<p"));
}

TEST_CASE("groups, loops, parallel edges and labels together") {
  // Graphviz 2.42 frees memory twice for some of these, unless it is told to rank anew.
  for (std::size_t seed = 0; seed < 60; ++seed) {
    diagram it{"Mixed", seed % 2 == 0, {}, {}};
    const auto size = 2 + seed % 17;
    for (std::size_t i = 0; i < size; ++i)
      it.nodes.push_back({std::to_string(i), i % 4 == 0 ? "" : "group " + std::to_string((i * seed) % 4)});
    for (std::size_t i = 0; i < 2 * size; ++i)
      it.edges.push_back({(i * 7 + seed) % size, (i * i + 3 * seed) % size, "label"});
    const auto svg = to_svg(it);
    CAPTURE(seed);
    CHECK(count(svg, "class=\"node\"") == it.nodes.size());
    CHECK(count(svg, "class=\"edge\"") == it.edges.size());
  }
}

}  // TEST_SUITE("analysis/svg")
