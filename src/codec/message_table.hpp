// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From a message's name to the struct that it is. The rooms' own lists are the only ones there are.

#include <algorithm>
#include <boost/json/object.hpp>
#include <string_view>

#include "charter/base/result.hpp"
#include "objections.hpp"

namespace charter::inline v0::codec {

/// How to read one message; `Whole` is the command or the event that holds it.
template <class Whole>
struct message_reader {
  std::string_view name;
  objection (*read)(Whole& out, const boost::json::object& in, const json_path& at);
};

template <class Table>
constexpr Table sorted_by_name(Table all) {
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return all;
}

/// The reader of that name, or null. REQUIRES: the table is sorted by name.
template <class Table>
auto find_reader(const Table& table, std::string_view name) -> decltype(table.data()) {
  const auto found = std::lower_bound(table.begin(), table.end(), name,
                                      [](const auto& each, std::string_view it) { return each.name < it; });
  return found == table.end() || found->name != name ? nullptr : &*found;
}

}  // namespace charter::inline v0::codec
