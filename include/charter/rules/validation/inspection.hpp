// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What every part of the validator shares: the rulebook, the names it declares, and what was found wrong so
/// far.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "charter/base/text.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::rules::validation {

/// Roles and permissions: more of one sort is refused, so that the table of grants stays small.
inline constexpr std::size_t most_of_a_sort = 1024;
/// A grant keeps its kinds as the bits of one word, all of them for any kind.
inline constexpr std::size_t most_kinds = 63;

/// Nobody reads further; and a hostile document could ask for a great many.
inline constexpr std::size_t most_errors = 1000;

/// The rulebook under inspection. The first of several definitions of a name is the one that is known by it.
/// Owns: views into `book`, which must outlive it.
struct inspection {
  const rulebook& book;
  std::unordered_map<std::string_view, const role_definition*> roles = {};
  std::unordered_map<std::string_view, const permission_definition*> permissions = {};
  std::unordered_map<std::string_view, const kind_definition*> kinds = {};
  std::vector<rulebook_error> errors = {};

  explicit inspection(const rulebook& inspected) : book(inspected) {
    for (const auto& role : book.roles) roles.emplace(role.name, &role);
    for (const auto& permission : book.permissions) permissions.emplace(permission.name, &permission);
    for (const auto& kind : book.kinds) kinds.emplace(kind.name, &kind);
  }

  void wrong(std::string entry, std::string reason) {
    if (errors.size() < most_errors) errors.push_back({std::move(entry), std::move(reason)});
  }

  const role_definition* find_role(std::string_view name) const {
    const auto found = roles.find(name);
    return found == roles.end() ? nullptr : found->second;
  }
};

inline std::string in_quotes(std::string_view name) { return "`" + std::string(name) + "`"; }

inline std::string element(const std::string& list, std::size_t index) {
  return list + "[" + std::to_string(index) + "]";
}

/// `[a-z0-9_]{1,64}`, what rulebooks, roles and kinds are called.
constexpr bool is_plain_name(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  for (const char c : name)
    if (!is_ascii_lower(c) && !is_ascii_digit(c) && c != '_') return false;
  return true;
}

/// A name's own form; `why` is taken, since JSON reads a member of that name as a note.
inline void check_name(inspection& it, const std::string& entry, std::string_view name) {
  if (!is_plain_name(name))
    it.wrong(entry, "a name is 1 to 64 small letters, digits and underscores");
  else if (name == "why")
    it.wrong(entry, "`why` is the name of notes; choose another");
}

/// Notes are for people, yet they are printed: they must be UTF-8.
inline void check_note(inspection& it, const std::string& entry, std::string_view note) {
  if (!is_valid_utf8(note)) it.wrong(entry.empty() ? "why" : entry + ".why", "the text must be valid UTF-8");
}

/// Lists of names and choices say each thing once.
template <class T>
void check_each_once(inspection& it, const std::string& entry, const std::vector<T>& list) {
  std::unordered_set<T> seen;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!seen.insert(list[i]).second) it.wrong(element(entry, i), "is named twice; keep one");
}

}  // namespace charter::inline v0::rules::validation
