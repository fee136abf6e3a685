// SPDX-License-Identifier: Apache-2.0
// The rows of the check index against a map, and readers while it grows.
#include <doctest/doctest.h>

#include <charter/access/index/row_table.hpp>
#include <charter/access/index/version.hpp>

#include <atomic>
#include <map>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "test_pages.hpp"

TEST_SUITE("access/row_table") {

using namespace charter;
using index::row_table, index::word;

TEST_CASE("rows come back as they were set, and others are not there") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  std::map<std::pair<std::uint32_t, std::uint32_t>, word> expected;
  std::mt19937 random(11);
  const auto id = [&] { return static_cast<std::uint32_t>(random() % 400); };
  for (int i = 0; i < 200000; ++i) {
    const auto user = id(), workspace = id();
    const word value = random() % 4 == 0 ? 0 : 1 + random() % 0xfffe;
    table.set(user, workspace, value);
    expected[{user, workspace}] = value;
  }
  std::size_t wrong = 0;
  for (const auto& [row, value] : expected) wrong += table.find(row.first, row.second) != value;
  for (int i = 0; i < 1000; ++i) wrong += table.find(1000 + id(), id()) != 0;
  CHECK(wrong == 0);
  table.clear();
  CHECK(table.find(expected.begin()->first.first, expected.begin()->first.second) == 0);
}

TEST_CASE("the ends of the range of ids do not meet") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  constexpr auto last = index::most_ids - 1;
  const std::pair<std::uint32_t, std::uint32_t> rows[] = {{0, 0}, {0, last}, {last, 0}, {last, last}};
  word next = 1;
  for (const auto& [user, workspace] : rows) table.set(user, workspace, next++);
  next = 1;
  for (const auto& [user, workspace] : rows) CHECK(table.find(user, workspace) == next++);
}

TEST_CASE("the first row of all is not taken for a place without a row") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  CHECK(table.find(0, 0) == 0);
  table.set(0, 0, 3);
  CHECK(table.find(0, 0) == 3);
  table.set(0, 0, 0);
  CHECK(table.find(0, 0) == 0);
  table.set(0, 0, 4);
  CHECK(table.find(0, 0) == 4);
  table.clear();
  CHECK(table.find(0, 0) == 0);
  index::word found = 1;
  CHECK((!table.find_at_once(0, 0, found) || found == 0));
}

TEST_CASE("a table that was cleared fills again, in the memory it had") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  constexpr std::uint32_t rows = 60000;
  std::size_t wrong = 0;
  for (std::uint32_t time = 1; time <= 12; ++time) {
    for (std::uint32_t i = 0; i < rows; ++i) table.set(i * time, time, 5);
    for (std::uint32_t i = 0; i < rows; ++i) wrong += table.find(i * time, time) != 5;
    for (std::uint32_t i = 1; i < rows; ++i) wrong += table.find(i, time - 1) != 0;
    table.clear();
  }
  CHECK(wrong == 0);
  CHECK(pages.taken.size() <= 2);
}

TEST_CASE("most rows are found at once, and those that are not by looking further") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  std::size_t at_once = 0, wrong = 0;
  constexpr std::uint32_t workspaces = 500, members = 400;
  for (std::uint32_t w = 0; w < workspaces; ++w)
    for (std::uint32_t m = 0; m < members; ++m) table.set(m, w, 1 + (m ^ w) % 1000);
  for (std::uint32_t w = 0; w < workspaces; ++w)
    for (std::uint32_t m = 0; m < members; ++m) {
      const auto expected = 1 + (m ^ w) % 1000;
      word found = 0;
      const bool is_found = table.find_at_once(m, w, found);
      at_once += is_found;
      wrong += is_found && found != expected;
      wrong += table.find(m, w) != expected;
    }
  CHECK(wrong == 0);
  // One in ten is in a line after its own, one in fifty behind another row with its tag.
  const auto share = static_cast<double>(at_once) / (workspaces * members);
  MESSAGE("found at once: ", share);
  CHECK(share > 0.85);
  CHECK(share < 1);
}

TEST_CASE("rows that were taken out give their places back, wherever they were") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  constexpr std::uint32_t live = 20000;
  for (std::uint32_t i = 0; i < live * 20; ++i) {
    table.set(i, 1, 7);
    if (i >= live) table.set(i - live, 1, 0);
  }
  std::size_t wrong = 0;
  for (std::uint32_t i = 0; i < live * 20; ++i) {
    const bool is_there = i >= live * 19;
    wrong += table.find(i, 1) != (is_there ? 7 : 0);
    word found = 0;
    if (table.find_at_once(i, 1, found)) wrong += found != (is_there ? 7 : 0);
  }
  CHECK(wrong == 0);
  CHECK(pages.taken.size() <= 2);
}

TEST_CASE("a million rows take less than 20 bytes each, with all that was given back on the way") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  constexpr std::uint32_t workspaces = 10000, members = 100;
  for (std::uint32_t w = 0; w < workspaces; ++w)
    for (std::uint32_t m = 0; m < members; ++m) table.set(w * 7 + m * 13, w, 1);
  const auto taken = pages.taken.size() * page_source::unit;
  MESSAGE("bytes a row: ", static_cast<double>(taken) / (workspaces * members));
  CHECK(taken < std::size_t{workspaces} * members * 20);
}

TEST_CASE("a reader beside a growing table finds every row that is there") {
  test_pages pages;
  index::blocks memory(pages);
  row_table table(memory);
  index::version version;
  const auto write = [&](std::uint32_t user) {
    version.begin();
    table.set(user, 3, user + 1);
    version.end();
  };
  write(0);
  std::atomic<std::uint32_t> written{1};
  std::atomic<bool> stop{false};
  std::atomic<std::size_t> wrong{0}, read{0};
  const auto look = [&] {
    std::mt19937 random(5);
    while (!stop) {
      const auto user = static_cast<std::uint32_t>(random() % written.load());
      word got = 0;
      if (!version.read([&] { got = table.find(user, 3); })) continue;
      ++read;
      if (got != user + 1) ++wrong;
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(look);
  for (std::uint32_t user = 1; user < 60000; ++user) {
    write(user);
    written = user + 1;
  }
  while (read < 1000) std::this_thread::yield();
  stop = true;
  for (auto& each : readers) each.join();
  CHECK(wrong == 0);
}

}  // TEST_SUITE("access/row_table")
