// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string_view>

#include "expectation.hpp"
#include "operators.hpp"

namespace charter::inline v0::testing {

namespace {

namespace json = boost::json;
using fault = std::optional<std::string>;

fault check_list(const json::value& it, const std::string& path) {
  if (!it.is_array()) return path + " must be a list";
  const auto& list = it.get_array();
  for (std::size_t i = 0; i < list.size(); ++i)
    if (auto wrong = check_expectation(list[i], path + '[' + std::to_string(i) + ']')) return wrong;
  return {};
}

fault check_argument(std::string_view name, const json::value& it, const std::string& path) {
  if (name == operators::count) {
    const auto* number = it.if_int64();
    return number && *number >= 0 ? fault{} : path + " must be a whole number from 0";
  }
  if (auto wrong = check_list(it, path)) return wrong;
  const auto is_text = [](const json::value& each) { return each.is_string(); };
  if (name == operators::keys && !std::all_of(it.get_array().begin(), it.get_array().end(), is_text))
    return path + " must be a list of names";
  return {};
}

}  // namespace

fault check_expectation(const json::value& expect, const std::string& path) {
  if (expect.is_array()) return check_list(expect, path);
  if (!expect.is_object()) return {};
  const auto& object = expect.get_object();
  const bool about_list = operators::is_about_list(object);
  for (const auto& each : object) {
    const std::string_view name(each.key().data(), each.key().size());
    const auto at = path + '.' + std::string(name);
    if (operators::is_operator(name) && !operators::is_known(name))
      return at + " is no question about an answer; there are $has, $lacks, $set, $count and $keys";
    if (about_list && !operators::is_list_operator(name))
      return at + " asks about an object, its neighbour about a list; one answer cannot be both";
    auto wrong = operators::is_operator(name) ? check_argument(name, each.value(), at)
                                              : check_expectation(each.value(), at);
    if (wrong) return wrong;
  }
  return {};
}

}  // namespace charter::inline v0::testing
