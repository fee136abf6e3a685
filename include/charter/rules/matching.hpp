// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which people fill which seats when each person may fill one: bipartite matching by augmenting paths (D21).

#include <cstddef>
#include <vector>

namespace charter::inline v0 {

/// Seats to fill: group g has `seats[g]` of them; person p may sit in any group of `choices[p]`.
struct seating_plan {
  std::vector<std::size_t> seats;
  std::vector<std::vector<std::size_t>> choices;
};

namespace detail {

/// Gives `person` a seat, moving others along if that frees one. `tried` marks groups seen in this search.
inline bool find_seat(const seating_plan& plan, std::size_t person,
                      std::vector<std::vector<std::size_t>>& seated, std::vector<bool>& tried) {
  for (const std::size_t group : plan.choices[person]) {
    if (tried[group]) continue;
    tried[group] = true;
    if (seated[group].size() < plan.seats[group]) return seated[group].push_back(person), true;
    for (auto& sitting : seated[group]) {
      if (find_seat(plan, sitting, seated, tried)) return sitting = person, true;
    }
  }
  return false;
}

}  // namespace detail

/// How many seats of each group the best seating fills. Cost: O(people x seats x choices).
inline std::vector<std::size_t> fill_seats(const seating_plan& plan) {
  std::vector<std::vector<std::size_t>> seated(plan.seats.size());
  for (std::size_t person = 0; person < plan.choices.size(); ++person) {
    std::vector<bool> tried(plan.seats.size(), false);
    detail::find_seat(plan, person, seated, tried);
  }
  std::vector<std::size_t> filled;
  filled.reserve(seated.size());
  for (const auto& group : seated) filled.push_back(group.size());
  return filled;
}

}  // namespace charter::inline v0
