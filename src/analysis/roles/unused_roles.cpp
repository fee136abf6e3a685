// SPDX-License-Identifier: Apache-2.0
// Roles that nobody can come to hold, permissions that nobody reaches, roles that people give themselves.
#include <algorithm>

#include "role_findings.hpp"

namespace charter::inline v0::analysis {

namespace {

/// Whether somebody can come to hold each role, or one that inherits it.
class holding {
 public:
  holding(const role_reach& reach, const rules::rulebook& book) : reach_(reach), held_(book.roles.size()) {
    for (bool changed = true; changed;) {
      changed = false;
      for (role_graph::role it = 0; it < held_.size(); ++it) {
        if (is_given_[it] || !can_be_given(it)) continue;
        changed = is_given_[it] = true;
        hold_with_inherited(it);
      }
    }
  }

  bool is_held(role_graph::role it) const { return held_[it]; }

 private:
  void hold_with_inherited(role_graph::role first) {
    std::vector<role_graph::role> open{first};
    while (!open.empty()) {
      const auto it = open.back();
      open.pop_back();
      if (held_[it]) continue;
      held_[it] = true;
      const auto [begin, end] = adjacent_vertices(it, reach_.roles().edges());
      open.insert(open.end(), begin, end);
    }
  }
  bool can_be_given(role_graph::role it) const {
    const auto& role = reach_.roles().definition(it);
    if (role.default_) return true;
    if (!role.assigned_by) return role.scope == rules::role_scope::workspace;  // by who manages members
    return std::any_of(role.assigned_by->begin(), role.assigned_by->end(), [&](const std::string& by) {
      if (by == "operator" || by == "host") return true;
      const auto giver = reach_.roles().find(by);
      return giver && held_[*giver];
    });
  }

  const role_reach& reach_;
  std::vector<bool> held_;
  std::vector<bool> is_given_ = std::vector<bool>(held_.size());
};

}  // namespace

void find_unused(const role_reach& reach, const rules::rulebook& book, std::vector<finding>& out) {
  const auto& roles = reach.roles();
  const holding hold(reach, book);
  {
    finding_list unused(out);
    for (role_graph::role it = 0; it < roles.size(); ++it)
      if (!hold.is_held(it))
        unused.add(
            {severity::warning, "unused_role", "roles." + roles.name(it),
             "Nobody can come to hold " + roles.name(it) + ".",
             roles.definition(it).assigned_by.value_or(std::vector<std::string>{}),
             "Name in assigned_by the operator, the host or a role that somebody can hold; or leave the "
             "role out."});
  }
  {
    finding_list own(out);
    for (role_graph::role it = 0; it < roles.size(); ++it) {
      const auto& role = roles.definition(it);
      if (role.self_assign && role.assigned_by)
        own.add({severity::note, "self_assigned_role", entry_of(roles, it, "self_assign"),
                 "Who may give " + role.name + " to others may give it to themselves.", *role.assigned_by,
                 "Leave self_assign out if a second person shall be needed."});
    }
  }
  finding_list nobodys(out);
  for (const auto& permission : reach.permissions()) {
    bool any = false;
    for (role_graph::role it = 0; it < roles.size() && !any; ++it)
      any = hold.is_held(it) && !reach.own(it, permission).empty();
    if (!any)
      nobodys.add({severity::note,
                   "permission_of_nobody",
                   permission,
                   "No role that somebody can hold grants " + permission + ".",
                   {},
                   "Grant it to a role if somebody shall do this."});
  }
}

}  // namespace charter::inline v0::analysis
