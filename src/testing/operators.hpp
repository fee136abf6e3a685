// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The questions that an expectation may ask beyond "equals": their names, and which kind of value they are
/// about.

#include <algorithm>
#include <boost/json/object.hpp>
#include <string_view>

namespace charter::inline v0::testing::operators {

inline constexpr std::string_view has = "$has", lacks = "$lacks", set = "$set", count = "$count",
                                  keys = "$keys";

constexpr bool is_operator(std::string_view name) { return name.starts_with('$'); }
constexpr bool is_list_operator(std::string_view name) {
  return name == has || name == lacks || name == set || name == count;
}
constexpr bool is_known(std::string_view name) { return is_list_operator(name) || name == keys; }

/// Whether an expectation asks about a list.
inline bool is_about_list(const boost::json::object& expect) {
  return std::any_of(expect.begin(), expect.end(), [](const auto& each) {
    return is_list_operator(std::string_view(each.key().data(), each.key().size()));
  });
}

}  // namespace charter::inline v0::testing::operators
