// SPDX-License-Identifier: Apache-2.0
// Few elements inside, more of them outside, and whatever moves between the two.
#include "charter/base/small_vector.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "charter/base/id.hpp"

TEST_SUITE("base/small_vector") {

namespace {

using namespace charter;
using ids = small_vector<user_id, 2>;

/// The first so many.
ids counted(std::uint32_t count) {
  ids out;
  for (std::uint32_t i = 0; i < count; ++i) out.push_back({i});
  return out;
}
bool is_counted(const ids& it, std::uint32_t count) {
  if (it.size() != count || it.empty() != (count == 0)) return false;
  for (std::uint32_t i = 0; i < count; ++i)
    if (it[i] != user_id{i} || it.begin()[i] != user_id{i}) return false;
  return it.end() - it.begin() == count;
}

}  // namespace

TEST_CASE("elements stay in order, inside and outside") {
  for (std::uint32_t count = 0; count < 40; ++count) CHECK(is_counted(counted(count), count));
  CHECK(counted(3).front() == user_id{0});
}

TEST_CASE("a copy is independent, and a moved-from one is empty") {
  for (const std::uint32_t count : {0U, 1U, 2U, 3U, 4U, 5U, 20U}) {
    auto source = counted(count);
    auto copy = source;
    copy.push_back({count});
    CHECK(is_counted(source, count));
    CHECK(is_counted(copy, count + 1));
    const auto moved = std::move(source);
    CHECK(is_counted(moved, count));
    CHECK(source.empty());  // NOLINT(bugprone-use-after-move)
    source = counted(3);
    CHECK(is_counted(source, 3));
  }
}

TEST_CASE("assigning crosses between inside and outside") {
  for (std::uint32_t from = 0; from < 6; ++from)
    for (std::uint32_t to = 0; to < 6; ++to) {
      auto it = counted(to);
      const auto source = counted(from);
      it = source;
      CHECK(is_counted(it, from));
      it.push_back({from});
      CHECK(is_counted(it, from + 1));
      CHECK(is_counted(source, from));
    }
}

TEST_CASE("equal are those with equal elements, wherever they lie") {
  CHECK(counted(2) == ids{{0}, {1}});
  CHECK(counted(2) != ids{{0}, {2}});
  CHECK(counted(2) != counted(3));
  const std::vector<user_id> three{{0}, {1}, {2}};
  CHECK(ids(three.begin(), three.end()) == counted(3));
}

TEST_CASE("it is no larger than what it holds inside") {
  CHECK(sizeof(small_vector<user_id, 2>) == 16);
  CHECK(sizeof(small_vector<user_id, 1>) == 16);
  CHECK(sizeof(small_vector<std::string_view, 1>) == 24);
}

}  // TEST_SUITE("base/small_vector")
