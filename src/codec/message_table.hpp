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

/// The reader of that name, or null.
template <class Table>
auto find_reader(const Table& table, std::string_view name) -> decltype(table.data()) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace charter::inline v0::codec
