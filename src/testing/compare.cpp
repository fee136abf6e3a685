// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/rules/matching.hpp"
#include "expectation.hpp"
#include "operators.hpp"

namespace charter::inline v0::testing {

namespace {

namespace json = boost::json;
using mismatch = std::optional<difference>;

difference differs(std::string expected, const json::value& got) {
  return {{}, std::move(expected), json::serialize(got)};
}

/// Puts `where`, the place of a part in the whole, in front of the path of what differs in it.
mismatch within(std::string where, mismatch part) {
  if (!part) return {};
  if (!part->path.empty() && part->path.front() != '[') where += '.';
  part->path.insert(0, where);
  return part;
}

std::string place(std::size_t index) { return '[' + std::to_string(index) + ']'; }

std::string elements(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " element" : " elements");
}

bool matches(const json::value& expect, const json::value& got) { return !compare(expect, got); }

bool is_in(const json::value& expect, const json::array& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](const json::value& each) { return matches(expect, each); });
}

/// Whether the elements can be dealt out so that each expected one gets an element of its own.
bool match_in_any_order(const json::array& expect, const json::array& got) {
  seating_plan plan;
  plan.seats.assign(expect.size(), 1);
  for (const auto& each : got) {
    auto& fits = plan.choices.emplace_back();
    for (std::size_t seat = 0; seat < expect.size(); ++seat)
      if (matches(expect[seat], each)) fits.push_back(seat);
  }
  const auto filled = fill_seats(plan);
  return std::all_of(filled.begin(), filled.end(), [](std::size_t count) { return count == 1; });
}

mismatch compare_set(const json::array& expect, const json::array& got) {
  if (expect.size() == got.size() && match_in_any_order(expect, got)) return {};
  for (const auto& each : expect)
    if (!is_in(each, got)) return differs("an element " + json::serialize(each), got);
  if (expect.size() != got.size()) return differs(elements(expect.size()), got);
  return differs("in any order " + json::serialize(expect), got);
}

mismatch compare_keys(const json::array& expect, const json::value& got) {
  const auto is_key = [&](const json::value& name) { return got.get_object().contains(name.get_string()); };
  const auto is_named = [&](const json::key_value_pair& each) {
    return std::find(expect.begin(), expect.end(), json::value(each.key())) != expect.end();
  };
  if (got.is_object() && std::all_of(expect.begin(), expect.end(), is_key) &&
      std::all_of(got.get_object().begin(), got.get_object().end(), is_named))
    return {};
  return differs("an object with exactly the names " + json::serialize(expect), got);
}

mismatch ask_list(std::string_view question, const json::value& argument, const json::value& got) {
  if (!got.is_array()) return differs("a list", got);
  const auto& list = got.get_array();
  if (question == operators::count) {
    const auto count = static_cast<std::size_t>(argument.get_int64());
    return list.size() == count ? mismatch{} : differs(elements(count), got);
  }
  if (question == operators::set) return compare_set(argument.get_array(), list);
  const bool wanted = question == operators::has;
  for (const auto& each : argument.get_array())
    if (is_in(each, list) != wanted)
      return differs((wanted ? "an element " : "no element ") + json::serialize(each), got);
  return {};
}

mismatch compare_member(std::string_view name, const json::value& expect, const json::value& got) {
  if (operators::is_list_operator(name)) return ask_list(name, expect, got);
  if (name == operators::keys) return compare_keys(expect.get_array(), got);
  static const json::value absent;
  if (!got.is_object()) return differs("an object", got);
  const auto* found = got.get_object().if_contains(name);
  return within(std::string(name), compare(expect, found ? *found : absent));
}

mismatch compare_objects(const json::object& expect, const json::value& got) {
  if (expect.empty() && !got.is_object()) return differs("an object", got);
  for (const auto& each : expect)
    if (auto no = compare_member({each.key().data(), each.key().size()}, each.value(), got)) return no;
  return {};
}

mismatch compare_lists(const json::array& expect, const json::value& got) {
  if (!got.is_array()) return differs("a list", got);
  const auto& list = got.get_array();
  for (std::size_t i = 0; i < std::min(expect.size(), list.size()); ++i)
    if (auto no = within(place(i), compare(expect[i], list[i]))) return no;
  return expect.size() == list.size() ? mismatch{} : differs(elements(expect.size()), got);
}

/// By value, whatever the spelling: 2 and 2.0 are the same number.
bool equal_numbers(const json::value& a, const json::value& b) {
  const auto value = [](const json::value& it) -> long double {
    if (it.is_int64()) return static_cast<long double>(it.get_int64());
    if (it.is_uint64()) return static_cast<long double>(it.get_uint64());
    return static_cast<long double>(it.get_double());
  };
  return value(a) == value(b);
}

}  // namespace

mismatch compare(const json::value& expect, const json::value& got) {
  if (expect.is_object()) return compare_objects(expect.get_object(), got);
  if (expect.is_array()) return compare_lists(expect.get_array(), got);
  const bool equal = expect.is_number() && got.is_number() ? equal_numbers(expect, got) : expect == got;
  return equal ? mismatch{} : differs(json::serialize(expect), got);
}

}  // namespace charter::inline v0::testing
