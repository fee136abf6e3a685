// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The columns of a dataset that a policy opens or a job uses: all, or some by name.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace charter::inline v0 {

/// No names: all columns. JSON: "all", or a list of names.
struct column_set {
  std::optional<std::vector<std::string>> names = {};

  bool all() const { return !names.has_value(); }
  bool covers(const column_set& wanted) const {
    if (all()) return true;
    if (wanted.all()) return false;
    return std::all_of(wanted.names->begin(), wanted.names->end(), [&](const std::string& each) {
      return std::find(names->begin(), names->end(), each) != names->end();
    });
  }
  friend bool operator==(const column_set&, const column_set&) = default;
};

}  // namespace charter::inline v0
