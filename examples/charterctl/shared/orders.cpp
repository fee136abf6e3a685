// SPDX-License-Identifier: Apache-2.0
#include "orders.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <sstream>
#include <utility>
#include <variant>

#include "complaint.hpp"
#include "input.hpp"

namespace charterctl {

namespace json = boost::json;

namespace {

/// The line with `as` put in front where it is an object that has none. Text, not a tree: what is wrong with
/// the line is for read_command to find.
std::string with_actor(const std::string& line, const std::string& actor) {
  json::error_code wrong;
  const auto it = json::parse(line, wrong, {}, {.max_depth = 128});
  if (wrong || !it.is_object() || it.get_object().empty() || it.get_object().contains("as")) return line;
  auto out = line;
  return out.insert(out.find('{') + 1, "\"as\":" + json::serialize(json::string(actor)) + ",");
}

}  // namespace

std::string place_in_command(const charter::refusal& why) {
  for (const auto& each : why.details)
    if (const auto* path = std::get_if<std::string>(&each.value);
        path && each.name == "path" && !path->empty())
      return " (at " + *path + ")";
  return "";
}

std::vector<order> read_orders(const std::string& file, const std::string& actor) {
  std::vector<order> out;
  std::string faults;
  std::istringstream in(read_input(file));
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    auto read = charter::read_command(with_actor(line, actor));
    if (read)
      out.push_back({number, std::move(*read)});
    else
      faults += fmt::format("\n  line {}: {}: {}{}", number, read.error().slug, read.error().message,
                            place_in_command(read.error()));
  }
  if (!faults.empty())
    give_up(bad_input, "malformed",
            "Nothing was done, since these lines are no commands; correct them:" + faults);
  return out;
}

}  // namespace charterctl
