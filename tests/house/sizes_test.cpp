// SPDX-License-Identifier: Apache-2.0
// One idea a file: small files, one hard limit.
#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "tree.hpp"

TEST_SUITE("house/sizes") {

TEST_CASE("no file is longer than 450 lines") {
  std::vector<std::size_t> sizes;
  std::vector<std::string> offences;
  for (const auto& file : house::tree()) {
    if (!house::is_code(file.path)) continue;
    sizes.push_back(house::lines(file.text).size());
    if (sizes.back() > 450) offences.push_back(file.path + " has " + std::to_string(sizes.back()) + " lines");
  }
  REQUIRE(!sizes.empty());
  CHECK_NOTHING_IN(offences);  // split by idea, not by size
  std::sort(sizes.begin(), sizes.end());
  std::cout << sizes.size() << " files of C++, median " << sizes[sizes.size() / 2] << " lines, longest "
            << sizes.back() << '\n';
}

}  // TEST_SUITE("house/sizes")
