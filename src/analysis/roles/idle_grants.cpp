// SPDX-License-Identifier: Apache-2.0
// Grants that change nothing: covered by another alternative, or by what the role has anyway.
#include <algorithm>
#include <optional>

#include "role_findings.hpp"

namespace charter::inline v0::analysis {

namespace {

/// An alternative of the same grant that covers it. Of two that say the same the later one is idle.
std::optional<std::size_t> covered_beside(const std::vector<way>& all, std::size_t which) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i != which && all[i].covers(all[which]) && (i < which || !all[which].covers(all[i]))) return i;
  return {};
}

/// Whether everyone who holds `holder` in an organization holds `it` there too, for belonging to it.
bool is_everyones(const role_graph& roles, role_graph::role holder, role_graph::role it) {
  return roles.definition(it).default_ && it != holder &&
         roles.definition(holder).scope == rules::role_scope::organization;
}

/// Where a role has by inheritance, or by belonging, what the alternative grants it: the way there.
std::vector<role_graph::role> other_way(const role_reach& reach, const std::string& permission,
                                        const way& own) {
  const auto& roles = reach.roles();
  const auto holder = own.granted_by;
  const auto covered_by = [&](role_graph::role other) {
    const auto& all = reach.own(other, permission);
    return std::any_of(all.begin(), all.end(), [&](const way& each) {
      return each.covers(own) && reach.passes_on(holder, each, own);
    });
  };
  if (const auto found = reach.find_inherited(holder, covered_by)) return roles.path(holder, *found);
  for (role_graph::role each = 0; each < roles.size(); ++each)
    if (is_everyones(roles, holder, each) && covered_by(each)) return {holder, each};
  return {};
}

std::string entry_of(const rules::role_grants& role, const rules::grant& grant, std::size_t position) {
  return "grants." + role.role + "." + grant.permission + "[" + std::to_string(position) + "]";
}

}  // namespace

void find_idle_grants(const role_reach& reach, const rules::rulebook& book, std::vector<finding>& out) {
  std::vector<finding> redundant;
  {
    finding_list shadowed_list(out), redundant_list(redundant);
    for (const auto& of_role : book.grants) {
      const auto role = reach.roles().find(of_role.role);
      if (!role) continue;
      for (const auto& grant : of_role.grants) {
        const auto permission = reach.canonical(grant.permission);
        const auto& all = reach.own(*role, permission);
        for (std::size_t i = 0; i < all.size() && i < grant.alternatives.size(); ++i) {
          const auto entry = entry_of(of_role, grant, i);
          if (const auto by = covered_beside(all, i)) {
            shadowed_list.add({severity::note,
                               "shadowed_grant",
                               entry,
                               "Whoever meets this alternative meets another one that asks for no more.",
                               {entry_of(of_role, grant, *by)},
                               "Leave it out, or make it ask for less than the other."});
          } else if (const auto path = other_way(reach, permission, all[i]); !path.empty()) {
            redundant_list.add(
                {severity::note, "redundant_grant", entry,
                 of_role.role + " may do this already, as " + reach.roles().name(path.back()) + ".",
                 names_of(reach.roles(), path), "Leave it out, unless it shall stay when the other goes."});
          }
        }
      }
    }
  }
  out.insert(out.end(), redundant.begin(), redundant.end());
}

}  // namespace charter::inline v0::analysis
