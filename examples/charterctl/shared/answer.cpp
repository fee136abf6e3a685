// SPDX-License-Identifier: Apache-2.0
#include "answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "ask.hpp"
#include "table.hpp"

namespace charterctl {

namespace json = boost::json;

namespace {

std::string group_in_words(const json::object& it) {
  return fmt::format("{} ({} of {})", text_of(it.at("name")), it.at("minimum").as_int64(),
                     in_words(it.at("members")));
}

/// `all`, `creator`, `specific: alice, bob`, `groups: owners (1 of alice, bob), methods (1 of carol)`.
std::string policy_in_words(const json::object& it) {
  std::string out(text_of(it.at("mode")));
  if (const auto* users = it.if_contains("users")) out += ": " + in_words(*users);
  if (const auto* groups = it.if_contains("groups")) {
    std::string joint = ": ";
    for (const auto& each : groups->as_array()) {
      out += joint + group_in_words(each.as_object());
      joint = ", ";
    }
  }
  return out;
}

/// `admissions (age, ward)`, of what a job uses; `hospital (organization_admin)`, of who belongs there.
std::string with_rest(const json::object& it, std::string_view thing, std::string_view rest) {
  const auto more = in_words(it.at(rest));
  return in_words(it.at(thing)) + (more.empty() ? "" : " (" + more + ")");
}

std::vector<std::string_view> names_of(const json::object& it) {
  std::vector<std::string_view> out;
  for (const auto& each : it) out.emplace_back(each.key().data(), each.key().size());
  return out;
}

}  // namespace

std::string title_of(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string in_words(const json::value& it) {
  if (it.is_null()) return "";
  if (it.is_bool()) return it.get_bool() ? "yes" : "no";
  if (it.is_string()) return std::string(text_of(it));
  if (it.is_array()) {
    std::string out;
    for (const auto& each : it.get_array()) out += (out.empty() ? "" : ", ") + in_words(each);
    return out;
  }
  if (!it.is_object()) return json::serialize(it);
  const auto& all = it.get_object();
  if (all.contains("mode")) return policy_in_words(all);
  if (all.contains("asset") && all.contains("columns")) return with_rest(all, "asset", "columns");
  if (all.contains("organization") && all.contains("roles")) return with_rest(all, "organization", "roles");
  std::string out;
  for (const auto name : names_of(all))
    out += (out.empty() ? "" : ", ") + std::string(name) + " " + in_words(all.at(name));
  return out;
}

void print_members(const json::object& it, const std::vector<std::string_view>& names) {
  table out({"", ""});
  for (const auto name : names.empty() ? names_of(it) : names) {
    auto words = in_words(it.at(name));
    if (!words.empty()) out.row({title_of(name), std::move(words)});
  }
  out.print();
}

void print_items(const json::value& items, const std::vector<std::string_view>& names,
                 std::string_view none) {
  const auto& all = items.as_array();
  if (all.empty()) return fmt::print("{}\n", none);
  const auto columns = names.empty() ? names_of(all.front().as_object()) : names;
  std::vector<std::string_view> used;
  std::vector<std::string> titles;
  for (const auto name : columns) {
    const auto says = [&](const json::value& it) { return !in_words(it.as_object().at(name)).empty(); };
    if (std::none_of(all.begin(), all.end(), says)) continue;
    used.push_back(name);
    titles.push_back(title_of(name));
  }
  table out(std::move(titles));
  for (const auto& each : all) {
    std::vector<std::string> cells;
    for (const auto name : used) cells.push_back(in_words(each.as_object().at(name)));
    out.row(std::move(cells));
  }
  out.print();
}

}  // namespace charterctl
