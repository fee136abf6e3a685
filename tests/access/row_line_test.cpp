// SPDX-License-Identifier: Apache-2.0
// A line of the row table: which rows bear a tag, and what happens when it is full.
#include <doctest/doctest.h>

#include <charter/access/index/row_line.hpp>

#include <array>
#include <vector>

TEST_SUITE("access/row_line") {

using namespace charter::index;

namespace {

struct one_line {
  alignas(64) std::array<slot, slots_a_line> slots{};
  row_line line{slots.data()};

  std::vector<word> rows_tagged(word tag) const {
    std::vector<word> out;
    for (auto rows = line.rows_tagged(tag); rows != 0; rows &= rows - 1)
      out.push_back(line.first_of(rows).raw);
    return out;
  }
  void fill(word tag) {
    for (word i = 1; i <= row_line::most_rows; ++i) REQUIRE(line.add(tag, i));
  }
};

using rows = std::vector<word>;

}  // namespace

TEST_CASE("the first row with a tag is the first of those found, in every place of a line") {
  std::size_t wrong = 0;
  for (word at = 0; at < row_line::most_rows; ++at)
    for (word tag = 0; tag < 128; ++tag)
      // Neighbours that differ by one bit or by one are where a borrow would show.
      for (const auto other : {tag ^ 1U, tag ^ 64U, (tag + 1) % 128, (tag + 127) % 128}) {
        one_line it;
        for (word i = 0; i < row_line::most_rows; ++i) it.line.add(i == at ? tag : other, 100 + i);
        wrong += it.rows_tagged(tag).front() != 100 + at;
        wrong += it.rows_tagged(other).front() != (at == 0 ? 101U : 100U);
        wrong += it.rows_tagged(other).size() < row_line::most_rows - 1;
      }
  CHECK(wrong == 0);
}

TEST_CASE("no row is found by a tag that none has") {
  std::size_t wrong = 0;
  for (word tag = 0; tag < 128; ++tag)
    for (word asked = 0; asked < 128; ++asked) {
      one_line it;
      it.fill(tag);
      wrong += it.rows_tagged(asked).empty() == (asked == tag);
    }
  CHECK(wrong == 0);
}

TEST_CASE("rows with the same tag are all found, in their order") {
  one_line it;
  it.fill(5);
  CHECK(it.rows_tagged(5) == rows{1, 2, 3, 4, 5, 6, 7});
  CHECK(it.rows_tagged(4).empty());
}

TEST_CASE("where there is no row there is no row with tag zero") {
  one_line it;
  CHECK(it.rows_tagged(0).empty());
  it.line.add(0, 9);
  CHECK(it.rows_tagged(0) == rows{9});
}

TEST_CASE("a full line takes nothing more, and says from then on that it is overfull") {
  one_line it;
  it.fill(127);
  CHECK_FALSE(it.line.is_overfull());
  CHECK_FALSE(it.line.add(3, 8));
  CHECK(it.line.is_overfull());
  CHECK_FALSE(it.line.add(3, 8));
  CHECK(it.rows_tagged(3).empty());
  CHECK(it.rows_tagged(127) == rows{1, 2, 3, 4, 5, 6, 7});
  std::vector<word> visited;
  it.line.for_each([&](word row) { visited.push_back(row); });
  CHECK(visited == rows{1, 2, 3, 4, 5, 6, 7});
}

}  // TEST_SUITE("access/row_line")
