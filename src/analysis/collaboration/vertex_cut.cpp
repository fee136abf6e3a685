// SPDX-License-Identifier: Apache-2.0
#include "vertex_cut.hpp"

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <cstdint>
#include <utility>

namespace charter::inline v0::analysis {

namespace {

constexpr std::int32_t unbounded = 1 << 30;

/// A flow network: every arc has its reverse, each in the place where its source's arcs are.
class network {
 public:
  explicit network(vertex vertices) : vertices_(vertices) {}

  void add(vertex from, vertex to, std::int32_t capacity) {
    arcs_.push_back({from, to, capacity, static_cast<vertex>(arcs_.size()) + 1});
    arcs_.push_back({to, from, 0, static_cast<vertex>(arcs_.size()) - 1});
  }

  /// Which vertices the source still reaches once the flow is at its greatest.
  std::vector<bool> source_side(vertex from, vertex to) {
    sort();
    std::vector<std::pair<vertex, vertex>> ends;
    std::vector<std::int32_t> capacity, residual(arcs_.size());
    for (const auto& each : arcs_) {
      ends.emplace_back(each.from, each.to);
      capacity.push_back(each.capacity);
    }
    compact_graph graph(boost::edges_are_sorted, ends.begin(), ends.end(), vertices_);
    std::vector<boost::graph_traits<compact_graph>::edge_descriptor> in_order, reverse;
    in_order.reserve(arcs_.size()), reverse.reserve(arcs_.size());
    for (auto [at, end] = edges(graph); at != end; ++at) in_order.push_back(*at);
    for (const auto& each : arcs_) reverse.push_back(in_order[each.reverse]);
    std::vector<boost::default_color_type> color(vertices_);
    const auto edge = get(boost::edge_index, graph);
    const auto index = get(boost::vertex_index, graph);
    boost::boykov_kolmogorov_max_flow(graph, boost::make_iterator_property_map(capacity.begin(), edge),
                                      boost::make_iterator_property_map(residual.begin(), edge),
                                      boost::make_iterator_property_map(reverse.begin(), edge),
                                      boost::make_iterator_property_map(color.begin(), index), index, from,
                                      to);
    std::vector<bool> out;
    out.reserve(color.size());
    for (const auto each : color) out.push_back(each == boost::black_color);
    return out;
  }

 private:
  struct arc {
    vertex from, to;
    std::int32_t capacity;
    vertex reverse;  ///< its place in `arcs_`
  };

  /// By source, keeping track of which is whose reverse.
  void sort() {
    std::vector<vertex> next(vertices_ + 1), moved(arcs_.size());
    for (const auto& each : arcs_) ++next[each.from + 1];
    for (vertex i = 0; i < vertices_; ++i) next[i + 1] += next[i];
    for (std::size_t i = 0; i < arcs_.size(); ++i) moved[i] = next[arcs_[i].from]++;
    std::vector<arc> out(arcs_.size());
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
      out[moved[i]] = arcs_[i];
      out[moved[i]].reverse = moved[arcs_[i].reverse];
    }
    arcs_ = std::move(out);
  }

  vertex vertices_;
  std::vector<arc> arcs_;
};

}  // namespace

std::vector<vertex> smallest_vertex_cut(const compact_graph& graph, const work_numbering& number, vertex from,
                                        vertex to) {
  // A person is two vertices, the one that is reached and the one that goes on.
  const auto all = static_cast<vertex>(num_vertices(graph));
  const auto leaving = [&](vertex it) { return number.is_person(it) ? all + it : it; };
  network flow(2 * all);
  for (vertex each = 0; each < all; ++each) {
    if (number.is_person(each) && out_degree(each, graph) > 0) flow.add(each, leaving(each), 1);
    for (auto [at, end] = out_edges(each, graph); at != end; ++at)
      flow.add(leaving(each), boost::target(*at, graph), unbounded);
  }
  const auto reached = flow.source_side(from, to);
  std::vector<vertex> out;
  for (vertex each = 0; each < all; ++each)
    if (number.is_person(each) && reached[each] && !reached[leaving(each)]) out.push_back(each);
  return out;
}

}  // namespace charter::inline v0::analysis
