// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Validation of `permissions`, the host's own, and of `kinds`.

#include <string>
#include <string_view>

#include "charter/rules/permission.hpp"
#include "charter/rules/validation/inspection.hpp"

namespace charter::inline v0::rules::validation {

/// Words of small letters, digits and underscores with dots between, at most 64 characters in all.
constexpr bool is_permission_name(std::string_view name) {
  if (name.size() > 64) return false;
  for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
    if (!is_plain_name(name.substr(0, dot))) return false;
    name.remove_prefix(dot + 1);
  }
  return is_plain_name(name);
}

inline void check_alias(inspection& it, const std::string& entry, const std::string& target) {
  if (find_engine_permission(target)) return;
  const auto found = it.permissions.find(target);
  if (found == it.permissions.end())
    it.wrong(entry, "there is no permission " + in_quotes(target) + " to be the same as");
  else if (!found->second->same_as.empty())
    it.wrong(entry, in_quotes(target) + " is an alias itself; name what it stands for");
}

inline void check_permission(inspection& it, const permission_definition& permission) {
  const auto entry = "permissions." + permission.name;
  check_note(it, entry, permission.why);
  if (!is_permission_name(permission.name))
    it.wrong(entry, "a permission is words of small letters, digits and underscores, such as `model.deploy`");
  if (find_engine_permission(permission.name))
    it.wrong(entry, "the engine has a permission of this name; choose another");
  if (const auto known = it.permissions.find(permission.name);
      known != it.permissions.end() && known->second != &permission)
    it.wrong(entry, "is declared twice; keep one");
  if (!permission.same_as.empty()) return check_alias(it, entry + ".same_as", permission.same_as);
  if (permission.scope != subject::organization && permission.scope != subject::workspace)
    it.wrong(entry + ".scope", "a host's own permission is about an organization or a workspace");
  if (permission.scope == subject::organization && permission.needs != need::any)
    it.wrong(entry + ".needs", "an organization is neither active nor archived; write `any`");
}

inline void check_permissions(inspection& it) {
  if (it.book.permissions.size() > most_of_a_sort)
    return it.wrong("permissions", "more than " + std::to_string(most_of_a_sort) + " permissions");
  for (const auto& permission : it.book.permissions) check_permission(it, permission);
}

inline void check_kinds(inspection& it) {
  const auto& kinds = it.book.kinds;
  if (kinds.empty()) it.wrong("kinds", "at least one kind of workspace is needed");
  if (kinds.size() > most_kinds)
    return it.wrong("kinds", "more than " + std::to_string(most_kinds) + " kinds");
  for (const auto& kind : kinds) {
    const auto entry = "kinds." + kind.name;
    check_name(it, entry, kind.name);
    check_note(it, entry, kind.why);
    if (it.kinds.find(kind.name)->second != &kind) it.wrong(entry, "is declared twice; keep one");
    if (!is_name(kind.label, {charset::line, 256}))
      it.wrong(entry + ".label", "a label is one line of 1 to 256 characters, not blank");
    check_each_once(it, entry + ".assets", kind.assets);
  }
}

}  // namespace charter::inline v0::rules::validation
