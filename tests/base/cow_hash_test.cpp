// SPDX-License-Identifier: Apache-2.0
// The hash that decides where a key stands in a cow_map.
#include "charter/base/cow_hash.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "charter/base/id.hpp"

TEST_SUITE("base/cow_hash") {

using charter::cow_hash;

TEST_CASE("the values are the same on every machine") {
  CHECK(charter::cow_mix(0) == 0xe220a8397b1dcdafU);  // the first output of splitmix64 seeded with 0
  CHECK(cow_hash<std::uint64_t>{}(0) == cow_hash<charter::user_id>{}(charter::user_id{0}));
  CHECK(cow_hash<std::string>{}("alice") == cow_hash<std::string_view>{}("alice"));
  CHECK(cow_hash<std::string>{}("alice@hospital.org") == 0xf84c07ac09d80545U);
  CHECK(cow_hash<std::string>{}("a") != cow_hash<std::string>{}(std::string_view("a\0", 2)));
  CHECK(cow_hash<std::string>{}("") != cow_hash<std::string>{}("a"));
  const std::string eight = "12345678", nine = "123456789";
  CHECK(cow_hash<std::string>{}(eight) != cow_hash<std::string>{}(nine));
  using both = std::pair<std::uint32_t, std::uint32_t>;
  CHECK(cow_hash<both>{}({1, 2}) != cow_hash<both>{}({2, 1}));
}

}  // TEST_SUITE("base/cow_hash")
