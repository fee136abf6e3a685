// SPDX-License-Identifier: Apache-2.0
#include "role_reach.hpp"

#include <algorithm>
#include <utility>

#include "charter/rules/permission.hpp"

namespace charter::inline v0::analysis {

bool way::covers(const way& other) const {
  if ((conditions.bits() & ~other.conditions.bits()) != 0) return false;
  if (kinds.empty()) return true;
  return !other.kinds.empty() &&
         std::includes(kinds.begin(), kinds.end(), other.kinds.begin(), other.kinds.end());
}

role_reach::role_reach(const rules::rulebook& book) : book_(book), roles_(book), own_(book.roles.size()) {
  for (const auto& each : book.permissions)
    if (!each.same_as.empty()) aliases_.emplace(each.name, each.same_as);
  for (const auto& grants : book.grants) {
    const auto role = roles_.find(grants.role);
    if (!role) continue;
    for (const auto& grant : grants.grants) {
      auto& all = own_[*role][canonical(grant.permission)];
      for (const auto& each : grant.alternatives) {
        way made{*role, all.size(), {}, {each.kinds.begin(), each.kinds.end()}};
        for (const auto asked : each.if_) made.conditions.add(asked);
        all.push_back(std::move(made));
      }
    }
  }
}

std::string role_reach::canonical(std::string_view permission) const {
  const auto found = aliases_.find(permission);
  return found == aliases_.end() ? std::string(permission) : found->second;
}

bool role_reach::is_known(std::string_view permission) const {
  return find_engine_permission(permission) ||
         std::any_of(book_.permissions.begin(), book_.permissions.end(),
                     [&](const auto& each) { return each.name == permission; });
}

std::vector<std::string> role_reach::permissions() const {
  std::vector<std::string> out;
  for (const auto& each : engine_permissions) out.emplace_back(each.name);
  for (const auto& each : book_.permissions)
    if (each.same_as.empty()) out.push_back(each.name);
  return out;
}

const std::vector<way>& role_reach::own(role_graph::role of, const std::string& permission) const {
  static const std::vector<way> none;
  const auto found = own_[of].find(permission);
  return found == own_[of].end() ? none : found->second;
}

std::vector<role_graph::role> role_reach::with_inherited(role_graph::role it) const {
  std::vector<role_graph::role> out{it};
  find_inherited(it, [&](role_graph::role each) {
    out.push_back(each);
    return false;
  });
  return out;
}

/// A workspace role that is inherited by an organization role counts only in workspaces which that
/// organization owns (D10).
bool role_reach::passes_on(role_graph::role holder, const way& it, const way& own) const {
  if (roles_.definition(holder).scope == roles_.definition(it.granted_by).scope) return true;
  return own.conditions.has(condition::owning_organization);
}

std::vector<way> role_reach::ways(role_graph::role of, const std::string& permission) const {
  std::vector<way> all;
  for (const auto role : with_inherited(of))
    for (const auto& each : own(role, permission)) {
      const auto covers = [&](const way& other) { return other.covers(each) && passes_on(of, other, each); };
      if (std::none_of(all.begin(), all.end(), covers)) all.push_back(each);
    }
  std::vector<way> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto covered_later =
        std::any_of(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(),
                    [&](const way& other) { return other.covers(all[i]) && passes_on(of, other, all[i]); });
    if (!covered_later) out.push_back(all[i]);
  }
  return out;
}

}  // namespace charter::inline v0::analysis
