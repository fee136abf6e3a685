// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Validation of `grants`: known roles, permissions and kinds, and no organization role at large in all
/// workspaces.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "charter/rules/permission.hpp"
#include "charter/rules/validation/inspection.hpp"
#include "charter/rules/validation/roles.hpp"

namespace charter::inline v0::rules::validation {

/// An asset may be made for an organization before any workspace has it, so no workspace need be named.
inline constexpr std::array<std::string_view, 2> made_for_an_organization = {"integration.create",
                                                                             "dataset.connect"};

/// The conditions that tie the holder of an organization role to a workspace or to what is in it.
inline bool has_tie(const alternative& it) {
  return std::any_of(it.if_.begin(), it.if_.end(), [](condition one) {
    return one == condition::member || one == condition::owning_organization ||
           one == condition::same_organization || one == condition::creator;
  });
}

/// Whether the permission is one on workspaces; unknown ones are not.
inline bool is_on_workspaces(const inspection& it, std::string_view name) {
  if (std::find(made_for_an_organization.begin(), made_for_an_organization.end(), name) !=
      made_for_an_organization.end())
    return false;
  if (const auto found = find_engine_permission(name))
    return engine_permissions[found->value].about != subject::organization;
  const auto found = it.permissions.find(name);
  return found != it.permissions.end() && found->second->scope != subject::organization;
}

inline void check_alternative(inspection& it, const std::string& entry, const alternative& way) {
  check_note(it, entry, way.why);
  check_each_once(it, entry + ".if", way.if_);
  check_each_once(it, entry + ".kinds", way.kinds);
  for (std::size_t i = 0; i < way.kinds.size(); ++i)
    if (!it.kinds.contains(way.kinds[i]))
      it.wrong(element(entry + ".kinds", i), "there is no kind " + in_quotes(way.kinds[i]));
}

inline void check_granted_name(inspection& it, const std::string& entry, std::string_view name) {
  if (find_engine_permission(name)) return;
  const auto found = it.permissions.find(name);
  if (found == it.permissions.end())
    it.wrong(entry,
             "there is no permission " + in_quotes(name) + "; a host's own is declared in `permissions`");
  else if (!found->second->same_as.empty())
    it.wrong(entry, "is an alias; grant " + in_quotes(found->second->same_as) + " instead");
}

inline void check_grant(inspection& it, const std::string& entry, const grant& given,
                        const role_definition* role) {
  check_granted_name(it, entry, given.permission);
  for (std::size_t i = 0; i < given.alternatives.size(); ++i)
    check_alternative(it, element(entry, i), given.alternatives[i]);
  if (!role || role->scope != role_scope::organization || !is_on_workspaces(it, given.permission)) return;
  if (!std::all_of(given.alternatives.begin(), given.alternatives.end(), has_tie))
    it.wrong(entry,
             "an organization role's grant on workspaces names `member`, `owning_organization`, "
             "`same_organization` or `creator` in each alternative");
}

inline void check_grants(inspection& it) {
  std::unordered_set<std::string_view> roles;
  for (const auto& of_role : it.book.grants) {
    const auto entry = "grants." + of_role.role;
    check_unknown_role(it, entry, of_role.role);
    if (!roles.insert(of_role.role).second) it.wrong(entry, "the role stands here twice; keep one list");
    std::unordered_set<std::string_view> permissions;
    for (const auto& given : of_role.grants) {
      const auto name = entry + "." + given.permission;
      if (!permissions.insert(given.permission).second)
        it.wrong(name, "is granted twice; keep one list of alternatives");
      check_grant(it, name, given, it.find_role(of_role.role));
    }
  }
}

}  // namespace charter::inline v0::rules::validation
