// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "goal_lists.hpp"

namespace charter::inline v0::analysis {

const std::vector<goal>& goals() {
  static const auto all = [] {
    std::vector<goal> out;
    for (const auto list : {goals_about_rights, goals_about_people, goals_about_workspaces,
                            goals_about_reviews, goals_about_runs, goals_about_assets})
      for (auto& each : list()) out.push_back(std::move(each));
    // The others read no part of a realm that the commands they watch for do not.
    for (auto& each : out) each.is_local = each.name != "results_across_organizations";
    std::sort(out.begin(), out.end(), [](const goal& a, const goal& b) { return a.name < b.name; });
    return out;
  }();
  return all;
}

const goal* find_goal(std::string_view name) {
  const auto& all = goals();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const goal& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace charter::inline v0::analysis
