// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who works where now, as a graph: people and workspaces, and an edge for each membership that counts.
/// Compact: a million memberships are eight megabytes.

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "charter/realm/members.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

using vertex = std::uint32_t;
/// Undirected: each edge is there in both directions.
using compact_graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, vertex, vertex>;

/// Edges that are to become a graph, each named once.
class edge_list {
 public:
  void add(vertex a, vertex b) {
    sources_.push_back(a), targets_.push_back(b);
    sources_.push_back(b), targets_.push_back(a);
  }
  compact_graph build(vertex vertices) && {
    return compact_graph(boost::construct_inplace_from_sources_and_targets, sources_, targets_, vertices);
  }

 private:
  std::vector<vertex> sources_, targets_;
};

/// Where the vertices of a graph stand: people by id, then workspaces by id, then `more` others.
class work_numbering {
 public:
  explicit work_numbering(const realm& world)
      : people_(static_cast<vertex>(world.users.all.size())),
        workspaces_(static_cast<vertex>(world.workspaces.all.size())) {}

  vertex of(user_id it) const { return it.value; }
  vertex of(workspace_id it) const { return people_ + it.value; }
  vertex other(vertex which) const { return people_ + workspaces_ + which; }
  bool is_person(vertex it) const { return it < people_; }
  bool is_workspace(vertex it) const { return it >= people_ && it < people_ + workspaces_; }
  user_id person(vertex it) const { return {it}; }
  workspace_id workspace(vertex it) const { return {it - people_}; }

 private:
  vertex people_, workspaces_;
};

/// Calls `visit(row)` for each current member of a workspace that is not archived.
template <class Visit>
void for_each_at_work(const realm& world, workspace_id where, Visit&& visit) {
  if (world.workspaces[where].archived()) return;
  for_each_listed(world, where, world.now, [&](const membership::row& row) {
    if (is_active(world, row)) visit(row);
  });
}

inline edge_list work_edges(const realm& world) {
  const work_numbering number(world);
  edge_list out;
  for (workspace_id each; world.workspaces.has(each); ++each.value)
    for_each_at_work(world, each,
                     [&](const membership::row& row) { out.add(number.of(row.user), number.of(each)); });
  return out;
}

struct work_graph {
  work_numbering number;
  compact_graph edges;

  explicit work_graph(const realm& world) : number(world), edges(work_edges(world).build(number.other(0))) {}
};

}  // namespace charter::inline v0::analysis
