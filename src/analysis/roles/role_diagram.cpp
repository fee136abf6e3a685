// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "charter/analysis/roles.hpp"
#include "role_graph.hpp"

namespace charter::inline v0::analysis {

namespace {

/// What findings are about, as they name it.
struct marked {
  std::set<std::string> roles;
  std::set<std::pair<std::string, std::string>>
      inheritances;  ///< by the entry of the role, and the inherited

  explicit marked(const std::vector<finding>& all) {
    for (const auto& each : all)
      if (each.slug == "unused_role")
        roles.insert(each.about);
      else if (each.slug == "redundant_inheritance")
        inheritances.emplace(each.about, each.witness.back());
  }
  stroke of(const std::string& role) const {
    return roles.contains("roles." + role) ? stroke::marked : stroke::plain;
  }
  stroke of(const std::string& role, const std::string& inherited) const {
    return inheritances.contains({"roles." + role + ".inherits", inherited}) ? stroke::marked : stroke::plain;
  }
};

}  // namespace

diagram draw_roles(const rules::rulebook& book) {
  const role_graph roles(book);
  const marked marks(check_roles(book));
  diagram out{"Roles of " + book.name};
  for (const auto& each : book.roles)
    out.nodes.push_back(
        {each.default_ ? each.name + "\n(everyone)" : each.name,
         each.scope == rules::role_scope::organization ? "in an organization" : "in a workspace",
         marks.of(each.name)});
  for (auto [it, end] = boost::edges(roles.edges()); it != end; ++it) {
    const role_graph::role from = boost::source(*it, roles.edges()), to = boost::target(*it, roles.edges());
    const bool goes_round = from == to || !roles.path(to, from).empty();
    out.edges.push_back(
        {from, to, "inherits", goes_round ? stroke::marked : marks.of(roles.name(from), roles.name(to))});
  }
  return out;
}

}  // namespace charter::inline v0::analysis
