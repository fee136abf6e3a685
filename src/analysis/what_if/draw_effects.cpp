// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "charter/access/queries/labels.hpp"
#include "charter/analysis/effects.hpp"

namespace charter::inline v0::analysis {

namespace {

std::string in_words(const changed_rights& it) {
  const auto gained =
      std::count_if(it.rights.begin(), it.rights.end(), [](const auto& each) { return each.gains(); });
  const auto lost = static_cast<std::ptrdiff_t>(it.rights.size()) - gained;
  if (lost == 0) return "gains " + std::to_string(gained);
  return (gained == 0 ? "" : "gains " + std::to_string(gained) + ", ") + "loses " + std::to_string(lost);
}

}  // namespace

diagram draw_effects(const effects& it) {
  const auto& world = it.after.realm();
  diagram out{"Rights that change, and reviews"};
  std::map<std::pair<std::string, std::string>, std::size_t> nodes;
  const auto node = [&](const std::string& label, const std::string& group) {
    const auto [at, is_new] = nodes.emplace(std::pair(group, label), out.nodes.size());
    if (is_new) out.nodes.push_back({label, group});
    return at->second;
  };
  for (const auto& each : it.rights) {
    const auto place = std::visit(
        [&](auto id) { return node(label(world, id), std::string(decltype(id)::kind::noun)); }, each.place);
    const bool loses = std::any_of(each.rights.begin(), each.rights.end(),
                                   [](const changed_right& one) { return !one.gains(); });
    out.edges.push_back({node(label(world, each.user), "user"), place, in_words(each),
                         loses ? stroke::marked : stroke::plain});
  }
  for (const auto& each : it.reviews) {
    const bool is_hopeless = each.after && each.after->unsatisfiable;
    const auto stands = !each.after ? "not there" : is_hopeless ? "hopeless" : to_text(each.after->status);
    const auto at = node(label(world, each.job) + ": " + std::string(stands), "job");
    if (is_hopeless) out.nodes[at].stroke = stroke::marked;
  }
  return out;
}

}  // namespace charter::inline v0::analysis
