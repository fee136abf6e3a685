// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Files that are logs, or not quite, for the tests that open them.

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "charter/stores/sqlite.hpp"
#include "charter/testing/contract/trial.hpp"

namespace charter_test {

inline std::string contents(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

inline void execute(const std::string& file, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
  CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

/// A log with `count` records of 3,000 bytes, closed.
inline void make_log(const std::string& file, std::size_t count) {
  const auto store = charter::open_sqlite(file).value();
  std::vector<std::string> records;
  for (std::size_t i = 0; i < count; ++i)
    records.push_back("record " + std::to_string(i + 1) + std::string(3000, '.'));
  CHECK(std::holds_alternative<charter::appended>(charter::testing::append_to(*store, 0, records)));
}

inline void check_refused(const std::string& file, charter::failure_kind kind, std::string_view says,
                          charter::sqlite_options options = {}) {
  const auto before = contents(file);
  const auto store = charter::open_sqlite(file, options);
  REQUIRE(!store.has_value());
  CAPTURE(store.error().what);
  CHECK(store.error().kind == kind);
  CHECK(store.error().what.find(file) != std::string::npos);
  CHECK(store.error().what.find(says) != std::string::npos);
  CHECK(contents(file) == before);
}

}  // namespace charter_test
