// SPDX-License-Identifier: Apache-2.0
// The build lists its files one by one. A file that no list names would be neither installed nor compiled nor
// run.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tree.hpp"

TEST_SUITE("house/lists") {

namespace {

std::set<std::string> listed() {
  const auto names = house::lines(house::slurp(CHARTER_LISTED_FILES));
  return {names.begin(), names.end()};
}

/// Which list a forgotten file belongs to.
std::string list_for(const std::string& path) {
  if (path.starts_with("include/")) return "cmake/headers.cmake";
  return path.substr(0, path.find('/')) + "/CMakeLists.txt or the one in its own folder";
}

}  // namespace

TEST_CASE("every source file is named by a list of the build") {
  const auto names = listed();
  CHECK(names.contains("tests/house/lists_test.cpp"));
  std::vector<std::string> offences;
  for (const auto& file : house::tree()) {
    const bool compiled = file.path.ends_with(".cpp") || house::is_public(file.path);
    if (compiled && !file.path.starts_with("benchmarks/") && !names.contains(file.path))
      offences.push_back(file.path + " is in no list; add it to " + list_for(file.path));
  }
  CHECK_NOTHING_IN(offences);
}

}  // TEST_SUITE("house/lists")
