// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Validation of `roles`: names, who assigns them, and an inheritance without cycles (R119-R122).

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "charter/rules/validation/inspection.hpp"

namespace charter::inline v0::rules::validation {

inline void check_unknown_role(inspection& it, const std::string& entry, const std::string& name) {
  if (!it.find_role(name))
    it.wrong(entry, "there is no role " + in_quotes(name) + "; declare it in `roles` or leave it out");
}

/// A list of who may do something to a role: roles, `operator`, `host`.
inline void check_actors(inspection& it, const std::string& entry,
                         const std::optional<std::vector<std::string>>& names) {
  if (!names) return;
  check_each_once(it, entry, *names);
  for (std::size_t i = 0; i < names->size(); ++i) {
    const auto& name = (*names)[i];
    if (name != "operator" && name != "host") check_unknown_role(it, element(entry, i), name);
  }
}

/// Everyone in the organization holds a default role, so nobody gives or takes it.
inline void check_default_role(inspection& it, const std::string& entry, const role_definition& role) {
  if (role.scope != role_scope::organization)
    it.wrong(entry + ".default",
             "only an organization role can be the default; a workspace role comes with a membership");
  if (role.assigned_by) it.wrong(entry + ".assigned_by", "a default role is never assigned; leave this out");
  if (role.withdrawn_by)
    it.wrong(entry + ".withdrawn_by", "a default role is never withdrawn; leave this out");
  if (role.self_assign) it.wrong(entry + ".self_assign", "a default role is never assigned; leave this out");
}

inline void check_inherits(inspection& it, const std::string& entry, const role_definition& role) {
  check_each_once(it, entry, role.inherits);
  for (std::size_t i = 0; i < role.inherits.size(); ++i) {
    const auto& name = role.inherits[i];
    check_unknown_role(it, element(entry, i), name);
    const auto* inherited = it.find_role(name);
    if (inherited && role.scope == role_scope::workspace && inherited->scope == role_scope::organization)
      it.wrong(element(entry, i), "a workspace role cannot inherit the organization role " + in_quotes(name));
  }
}

inline void check_role(inspection& it, const role_definition& role) {
  const auto entry = "roles." + role.name;
  check_name(it, entry, role.name);
  check_note(it, entry, role.why);
  if (role.name == "operator" || role.name == "host")
    it.wrong(entry, in_quotes(role.name) + " is an actor, not a role; choose another name");
  if (it.find_role(role.name) != &role) it.wrong(entry, "is declared twice; keep one");
  check_inherits(it, entry + ".inherits", role);
  check_actors(it, entry + ".assigned_by", role.assigned_by);
  check_actors(it, entry + ".withdrawn_by", role.withdrawn_by);
  check_actors(it, entry + ".removed_by", role.removed_by);
  if (role.default_)
    check_default_role(it, entry, role);
  else if (role.scope == role_scope::organization && !role.assigned_by)
    it.wrong(entry + ".assigned_by", "an organization role says who assigns it, or is the default");
  if (role.scope == role_scope::workspace && role.removed_by)
    it.wrong(entry + ".removed_by",
             "is about organization roles: who may remove the holder from the organization");
}

/// Depth first along `inherits`; each edge that closes a cycle is named with the cycle in order.
class cycle_search {
 public:
  explicit cycle_search(inspection& it) : it_(it) {}

  void visit(const role_definition& role) {
    if (!seen_.insert(&role).second) return;
    path_.push_back(&role);
    for (std::size_t i = 0; i < role.inherits.size(); ++i) {
      const auto* next = it_.find_role(role.inherits[i]);
      if (!next) continue;
      const auto start = std::find(path_.begin(), path_.end(), next);
      if (start != path_.end())
        it_.wrong(element("roles." + role.name + ".inherits", i),
                  "the inheritance goes round: " + text(start));
      else
        visit(*next);
    }
    path_.pop_back();
  }

 private:
  using path = std::vector<const role_definition*>;

  std::string text(path::const_iterator start) const {
    std::string names;
    for (auto at = start; at != path_.end(); ++at) names += (*at)->name + " -> ";
    return names + (*start)->name;
  }

  inspection& it_;
  path path_;
  std::unordered_set<const role_definition*> seen_;
};

inline void check_roles(inspection& it) {
  if (it.book.roles.size() > most_of_a_sort)
    return it.wrong("roles", "more than " + std::to_string(most_of_a_sort) + " roles");
  for (const auto& role : it.book.roles) check_role(it, role);
  cycle_search cycles(it);
  for (const auto& role : it.book.roles) cycles.visit(role);
}

}  // namespace charter::inline v0::rules::validation
