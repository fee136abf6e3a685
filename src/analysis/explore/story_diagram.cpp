// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/story_diagram.hpp"

#include <string>

namespace charter::inline v0::analysis {

diagram draw_story(const std::vector<order>& steps) {
  diagram out{"What happens"};
  for (const auto& each : steps) {
    const auto at = out.nodes.size();
    out.nodes.push_back({std::to_string(at + 1) + ". " + std::string(each.what.name()), each.as.user().text(),
                         stroke::plain});
    if (at > 0) out.edges.push_back({at - 1, at});
  }
  if (!out.nodes.empty()) out.nodes.back().stroke = stroke::marked;
  return out;
}

}  // namespace charter::inline v0::analysis
