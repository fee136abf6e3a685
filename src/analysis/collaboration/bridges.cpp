// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/bridges.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <limits>

#include "charter/access/refusals.hpp"
#include "vertex_cut.hpp"
#include "work_graph.hpp"

namespace charter::inline v0::analysis {

namespace {

constexpr auto none = std::numeric_limits<vertex>::max();

/// People and workspaces, and both organizations as a vertex each, joined to their people.
class bridge_search {
 public:
  bridge_search(const realm& world, organization_id a, organization_id b)
      : number_(world), from_(number_.other(0)), to_(number_.other(1)) {
    auto edges = work_edges(world);
    std::vector<bool> works(number_.other(0));
    for (workspace_id each; world.workspaces.has(each); ++each.value)
      for_each_at_work(world, each, [&](const membership::row& row) { works[number_.of(row.user)] = true; });
    const auto join = [&](organization_id organization, vertex end) {
      std::vector<user_id> people(world.organizations[organization].joined.begin(),
                                  world.organizations[organization].joined.end());
      std::sort(people.begin(), people.end());
      people.erase(std::unique(people.begin(), people.end()), people.end());
      for (const auto each : people)
        if (works[number_.of(each)] && world.users[each].belongs_to(organization))
          edges.add(number_.of(each), end);
    };
    join(a, from_), join(b, to_);
    graph_ = std::move(edges).build(number_.other(2));
  }

  bridges run() {
    bridges out;
    const auto path = shortest_path();
    if (path.empty()) return out;
    out.connected = true;
    for (const auto each : path)
      if (number_.is_person(each))
        out.shortest.people.push_back(number_.person(each));
      else if (number_.is_workspace(each))
        out.shortest.workspaces.push_back(number_.workspace(each));
    out.alone = separating_people(path);
    if (!out.alone.empty())
      out.together = {out.alone.front()};
    else
      for (const auto each : smallest_vertex_cut(graph_, number_, from_, to_))
        out.together.push_back(number_.person(each));
    return out;
  }

 private:
  auto index() const { return get(boost::vertex_index, graph_); }

  std::vector<vertex> shortest_path() const {
    std::vector<vertex> before(num_vertices(graph_), none);
    before[from_] = from_;
    const auto recorder = boost::record_predecessors(
        boost::make_iterator_property_map(before.begin(), index(), vertex{}), boost::on_tree_edge());
    boost::breadth_first_search(graph_, from_, boost::visitor(boost::make_bfs_visitor(recorder)));
    std::vector<vertex> out;
    if (before[to_] == none) return out;
    for (auto at = to_; at != from_; at = before[at]) out.push_back(at);
    out.push_back(from_);
    std::reverse(out.begin(), out.end());
    return out;
  }

  /// Whoever separates the ends is on every path between them, and there the path goes over from one
  /// biconnected block to another.
  std::vector<user_id> separating_people(const std::vector<vertex>& path) const {
    std::vector<vertex> block(num_edges(graph_), none);
    const auto of_edge =
        boost::make_iterator_property_map(block.begin(), get(boost::edge_index, graph_), vertex{});
    boost::biconnected_components(graph_, of_edge);
    const auto block_of = [&](vertex a, vertex b) {
      for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)})
        for (auto [at, end] = out_edges(from, graph_); at != end; ++at)
          if (boost::target(*at, graph_) == to && get(of_edge, *at) != none) return get(of_edge, *at);
      return none;
    };
    std::vector<user_id> out;
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
      if (number_.is_person(path[i]) && block_of(path[i - 1], path[i]) != block_of(path[i], path[i + 1]))
        out.push_back(number_.person(path[i]));
    return out;
  }

  work_numbering number_;
  vertex from_, to_;
  compact_graph graph_;
};

}  // namespace

result<bridges> bridges_between(const realm& world, organization_id a, organization_id b) {
  if (!world.organizations.has(a) || !world.organizations.has(b))
    return tl::make_unexpected(not_found("organization"));
  if (a == b)
    return tl::make_unexpected(refuse("same_organization", "Name two organizations that are not the same."));
  return bridge_search(world, a, b).run();
}

}  // namespace charter::inline v0::analysis
