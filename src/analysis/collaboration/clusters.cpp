// SPDX-License-Identifier: Apache-2.0
#include <boost/graph/connected_components.hpp>
#include <limits>

#include "charter/access/queries/reach.hpp"
#include "charter/analysis/collaboration.hpp"
#include "work_graph.hpp"

namespace charter::inline v0::analysis {

std::vector<cluster> connected_clusters(const realm& world) {
  const work_graph graph(world);
  std::vector<vertex> component(num_vertices(graph.edges));
  const auto of_vertex =
      boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph.edges), vertex{});
  const auto components = boost::connected_components(graph.edges, of_vertex);

  constexpr auto unplaced = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> place(components, unplaced);
  std::vector<cluster> out;
  for (workspace_id each; world.workspaces.has(each); ++each.value) {
    if (world.workspaces[each].archived()) continue;
    auto& at = place[component[graph.number.of(each)]];
    if (at == unplaced) at = out.size(), out.emplace_back();
    out[at].workspaces.push_back(each);
  }
  for (user_id each; world.users.has(each); ++each.value) {
    const auto at = place[component[graph.number.of(each)]];
    if (at == unplaced) continue;  // at work nowhere
    auto& it = out[at];
    it.people.push_back(each);
    const auto& own = world.users[each].standing->organizations;
    it.organizations.insert(it.organizations.end(), own.begin(), own.end());
  }
  for (auto& each : out) queries::sort_and_unite(each.organizations);
  return out;
}

}  // namespace charter::inline v0::analysis
