// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Lifecycles as tables: states, and which command or event moves a thing from one to another. The rules read
/// these tables and `lifecycle` prints them.

#include <span>
#include <string_view>

namespace charter::inline v0 {

template <class Status>
struct transition {
  Status from;
  std::string_view on;  ///< the command or event that moves it
  Status to;
};

/// The status that `on` leads to, or `otherwise` where the table has no such row.
template <class Status, std::size_t N>
constexpr bool may_move(const transition<Status> (&table)[N], Status from, std::string_view on) {
  for (const auto& row : table)
    if (row.from == from && row.on == on) return true;
  return false;
}

/// Where `on` leads from `from`. REQUIRES: may_move(table, from, on).
template <class Status, std::size_t N>
constexpr Status move(const transition<Status> (&table)[N], Status from, std::string_view on) {
  for (const auto& row : table)
    if (row.from == from && row.on == on) return row.to;
  return from;
}

}  // namespace charter::inline v0
