// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The roles of a rulebook as a graph: an edge from each role to what it inherits.

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::analysis {

/// REQUIRES: the rulebook outlives it. Where a role is declared twice the first counts.
class role_graph {
 public:
  using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  using role = std::size_t;  ///< its place in the rulebook
  struct unknown {
    role by;
    std::string name;
  };

  explicit role_graph(const rules::rulebook& book) : book_(book), edges_(book.roles.size()) {
    for (role each = 0; each < book.roles.size(); ++each) places_.emplace(book.roles[each].name, each);
    for (role each = 0; each < book.roles.size(); ++each)
      for (const auto& name : book.roles[each].inherits) {
        if (const auto to = find(name))
          add_edge(each, *to, edges_);
        else
          unknown_.push_back({each, name});
      }
  }

  const graph& edges() const { return edges_; }
  const std::vector<unknown>& unknown_names() const { return unknown_; }
  std::size_t size() const { return book_.roles.size(); }
  const rules::role_definition& definition(role it) const { return book_.roles[it]; }
  const std::string& name(role it) const { return book_.roles[it].name; }
  std::optional<role> find(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

  /// A shortest path, both ends included; empty if there is none. From a role to itself: the shortest cycle.
  std::vector<role> path(role from, role to) const;

 private:
  const rules::rulebook& book_;
  graph edges_;
  std::unordered_map<std::string_view, role> places_;
  std::vector<unknown> unknown_;
};

}  // namespace charter::inline v0::analysis
