// SPDX-License-Identifier: Apache-2.0
// The include graph: floors, rooms, and which headers a public header may name.
#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "tree.hpp"

TEST_SUITE("house/includes") {

namespace {

using house::at, house::source_file;

// The folders of include/charter/ and of src/. In src/ a folder may be named after the library that it hides.
const std::map<std::string, int, std::less<>> floors = {
    {"base", 0},   {"rules", 1},    {"machines", 2}, {"realm", 3},   {"access", 4}, {"command", 5},
    {"record", 6}, {"codec", 6},    {"audit", 6},    {"store", 6},   {"engine", 7}, {"stores", 8},
    {"sqlite", 8}, {"postgres", 8}, {"analysis", 8}, {"testing", 8},
};
constexpr int top_floor = 9;  // charter.hpp, fwd.hpp, format.hpp

constexpr std::string_view own = "charter/";

struct include_line {
  const source_file* from;
  std::string place;
  std::string header;
};

std::vector<include_line> includes(std::string_view folder) {
  static const std::regex form(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::vector<include_line> out;
  for (const auto& file : house::tree()) {
    if (!file.path.starts_with(folder) || !house::is_code(file.path)) continue;
    const auto text = house::lines(file.text);
    for (std::size_t i = 0; i < text.size(); ++i)
      if (std::smatch found; std::regex_search(text[i], found, form))
        out.push_back({&file, at(file, i), found[1]});
  }
  return out;
}

/// The first folder of "engine/engine.hpp", or nothing for a file that stands in no folder.
std::string first_folder(std::string_view path) {
  const auto slash = path.find('/');
  return slash == path.npos ? "" : std::string(path.substr(0, slash));
}

/// The floor of a path below include/charter/ or src/; nothing for a folder that is on no floor.
std::optional<int> floor_of(std::string_view path) {
  if (path == "version.hpp") return 0;  // it names nothing of ours, and any floor may ask which release it is
  const auto folder = first_folder(path);
  if (folder.empty()) return top_floor;
  const auto found = floors.find(folder);
  return found == floors.end() ? std::nullopt : std::optional(found->second);
}

/// The room of "machines/workspace/rules.hpp", or "" outside the rooms.
std::string room_of(std::string_view path) {
  constexpr std::string_view machines = "machines/";
  return path.starts_with(machines) ? first_folder(path.substr(machines.size())) : "";
}

/// What `folder` ("include/charter/" or "src/") has against the order of the floors.
std::vector<std::string> climbing_includes(std::string_view folder) {
  std::vector<std::string> out;
  for (const auto& line : includes(folder)) {
    if (!line.header.starts_with(own)) continue;
    const auto from = floor_of(std::string_view(line.from->path).substr(folder.size()));
    const auto to = floor_of(std::string_view(line.header).substr(own.size()));
    if (!from) out.push_back(line.from->path + " stands on no floor; a new folder needs a line in this test");
    if (!to) out.push_back(line.place + ": " + line.header + " stands on no floor");
    if (from && to && *to > *from)
      out.push_back(line.place + ": floor " + std::to_string(*from) + " includes floor " +
                    std::to_string(*to) + ": " + line.header);
  }
  return out;
}

}  // namespace

TEST_CASE("an include goes down the floors or stays on its floor") {
  CHECK(!includes("include/charter/").empty());
  CHECK_NOTHING_IN(climbing_includes("include/charter/"));
  CHECK_NOTHING_IN(climbing_includes("src/"));
}

TEST_CASE("no room includes another room") {
  std::vector<std::string> offences;
  for (const auto& line : includes("include/charter/machines/")) {
    if (!line.header.starts_with(own)) continue;
    const auto from = room_of(line.from->path.substr(std::string_view("include/charter/").size()));
    const auto to = room_of(line.header.substr(own.size()));
    if (!from.empty() && !to.empty() && from != to)
      offences.push_back(line.place + ": room " + from + " includes room " + to);
  }
  CHECK_NOTHING_IN(offences);
}

TEST_CASE("a public header names only the standard library, tl::expected and charter; format.hpp also fmt") {
  static const std::regex standard("[a-z_]+");
  std::vector<std::string> offences;
  for (const auto& line : includes("include/")) {
    const bool is_own = line.header.starts_with(own) || line.header == "tl/expected.hpp";
    const bool is_fmt = line.from->path == "include/charter/format.hpp" && line.header.starts_with("fmt/");
    if (!is_own && !is_fmt && !std::regex_match(line.header, standard))
      offences.push_back(line.place + ": " + line.header);
  }
  CHECK_NOTHING_IN(offences);
}

}  // TEST_SUITE("house/includes")
