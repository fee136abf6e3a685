// SPDX-License-Identifier: Apache-2.0
// Who reaches what, in one rulebook and between two.
#include <algorithm>
#include <utility>

#include "charter/access/refusals.hpp"
#include "charter/analysis/roles.hpp"
#include "role_reach.hpp"

namespace charter::inline v0::analysis {

namespace {

std::vector<std::string> kinds_of(const way& it) { return {it.kinds.begin(), it.kinds.end()}; }

std::vector<way> ways_of(const role_reach& reach, const std::string& role, const std::string& permission) {
  const auto it = reach.roles().find(role);
  return it ? reach.ways(*it, permission) : std::vector<way>();
}

/// What is in `these` and in none of `those`.
void add_missing(const std::vector<way>& these, const std::vector<way>& those, const std::string& role,
                 const std::string& permission, bool gained, std::vector<right_change>& out) {
  for (const auto& each : these)
    if (std::none_of(those.begin(), those.end(), [&](const way& other) { return other.covers(each); }))
      out.push_back({role, permission, gained, charter::names_of(each.conditions), kinds_of(each)});
}

void add_new(std::vector<std::string>& to, const std::string& name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

}  // namespace

result<std::vector<reach>> paths_to(const rules::rulebook& book, std::string_view permission) {
  const role_reach all(book);
  if (!all.is_known(permission))
    return tl::unexpected(refuse("unknown_permission", "No such permission; see the rulebook.")
                              .with("permission", std::string(permission)));
  const auto& roles = all.roles();
  std::vector<reach> out;
  for (role_graph::role it = 0; it < roles.size(); ++it)
    for (const auto& each : all.ways(it, all.canonical(permission))) {
      std::vector<std::string> path;
      if (each.granted_by == it)
        path = {roles.name(it)};
      else
        for (const auto step : roles.path(it, each.granted_by)) path.push_back(roles.name(step));
      out.push_back({roles.name(it), std::move(path), charter::names_of(each.conditions), kinds_of(each)});
    }
  return out;
}

std::vector<right_change> changes_between(const rules::rulebook& before, const rules::rulebook& after) {
  const role_reach then(before), now(after);
  std::vector<std::string> roles, permissions;
  for (const auto* book : {&before, &after})
    for (const auto& each : book->roles) add_new(roles, each.name);
  for (const auto* reach : {&then, &now})
    for (const auto& each : reach->permissions()) add_new(permissions, each);
  std::vector<right_change> out;
  for (const auto& role : roles)
    for (const auto& permission : permissions) {
      const auto old_ways = ways_of(then, role, permission), new_ways = ways_of(now, role, permission);
      add_missing(new_ways, old_ways, role, permission, true, out);
      add_missing(old_ways, new_ways, role, permission, false, out);
    }
  return out;
}

}  // namespace charter::inline v0::analysis
