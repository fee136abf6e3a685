// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How the shipped rulebooks write their grants: one row an alternative, so that they read as the table they
/// are.

#include <span>
#include <string>
#include <string_view>

#include "charter/rules/condition.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::rulebooks::detail {

/// Rows of one permission that follow each other are its alternatives.
struct grant_row {
  std::string_view permission;
  condition_set if_ = {};
  std::string_view why = {};
  std::string_view kind = {};  ///< empty: any
};

inline constexpr condition_set always = {};

constexpr condition_set all_of(auto... conditions) {
  condition_set set;
  (set.add(conditions), ...);
  return set;
}

inline rules::alternative alternative_of(const grant_row& row) {
  rules::alternative made;
  row.if_.for_each([&](condition one) { made.if_.push_back(one); });
  if (!row.kind.empty()) made.kinds.emplace_back(row.kind);
  made.why = row.why;
  return made;
}

inline rules::role_grants grants_of(std::string_view role, std::span<const grant_row> rows) {
  rules::role_grants made{std::string(role)};
  for (const auto& row : rows) {
    if (made.grants.empty() || made.grants.back().permission != row.permission)
      made.grants.push_back({std::string(row.permission)});
    made.grants.back().alternatives.push_back(alternative_of(row));
  }
  return made;
}

}  // namespace charter::inline v0::rulebooks::detail
