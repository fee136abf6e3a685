// SPDX-License-Identifier: Apache-2.0
#include "role_graph.hpp"

#include <algorithm>
#include <deque>

namespace charter::inline v0::analysis {

std::vector<role_graph::role> role_graph::path(role from, role to) const {
  constexpr auto nowhere = ~role{0};
  std::vector<role> before(size(), nowhere);
  std::deque<role> queue{from};
  while (!queue.empty()) {
    const auto here = queue.front();
    queue.pop_front();
    for (auto [next, end] = adjacent_vertices(here, edges_); next != end; ++next) {
      const role there = *next;
      if (there == to) {
        std::vector<role> out{to};
        for (auto at = here; at != from; at = before[at]) out.push_back(at);
        out.push_back(from);
        std::reverse(out.begin(), out.end());
        return out;
      }
      if (before[there] != nowhere || there == from) continue;
      before[there] = here;
      queue.push_back(there);
    }
  }
  return {};
}

}  // namespace charter::inline v0::analysis
