// SPDX-License-Identifier: Apache-2.0
#include "charter/stores/sqlite.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <filesystem>
#include <memory>
#include <string>

#include "contract_checks.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/sqlite_store") {

using namespace charter;
using charter_test::temp_folder;
using testing::append_to;

namespace {

struct sqlite_subject final : testing::store_subject {
  temp_folder folder;
  sqlite_options options;
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return open_sqlite(folder / "log.db", options);
  }
};

/// What a person sees who asks the file through another connection.
std::string ask(const std::string& file, const char* sql) {
  sqlite3* db = nullptr;
  std::string answer;
  sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
  const auto collect = [](void* out, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i)
      static_cast<std::string*>(out)->append(values[i] ? values[i] : "NULL").append("|");
    return 0;
  };
  if (sqlite3_exec(db, sql, collect, &answer, nullptr) != SQLITE_OK) answer = sqlite3_errmsg(db);
  sqlite3_close(db);
  return answer;
}

}  // namespace

TEST_CASE("the SQLite store keeps the storage contract") {
  charter_test::check_contract([] { return std::make_unique<sqlite_subject>(); });
}

TEST_CASE("it keeps the contract with a checkpoint every few appends") {
  charter_test::check_contract([] {
    auto subject = std::make_unique<sqlite_subject>();
    subject->options = {.checkpoint_pages = 10, .full_check = true};
    return subject;
  });
}

TEST_CASE("records read as text in a SQLite shell, and other bytes stay bytes") {
  using namespace std::string_literals;
  const temp_folder folder;
  const auto file = folder / "log.db";
  const auto store = open_sqlite(file).value();
  CHECK(std::holds_alternative<appended>(append_to(*store, 0, {R"({"n":1})", "12", "", "a\0b"s, "\xff"s})));
  CHECK(ask(file, "SELECT position, typeof(record) FROM records") == "1|text|2|text|3|text|4|blob|5|blob|");
  CHECK(ask(file, "SELECT json_extract(record, '$.n'), record FROM records WHERE position = 1") ==
        "1|{\"n\":1}|");
  CHECK(ask(file, "SELECT max(position), head FROM heads") == "5|h|");
  CHECK(ask(file, "PRAGMA application_id") == "1667789428|");
  CHECK(ask(file, "PRAGMA user_version") == "1|");
  CHECK(ask(file, "PRAGMA journal_mode") == "wal|");
}

TEST_CASE("closing leaves one file and the lock beside it") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  {
    const auto store = open_sqlite(file).value();
    CHECK(std::holds_alternative<appended>(append_to(*store, 0, {"record"})));
    CHECK(std::filesystem::exists(file + "-wal"));
  }
  CHECK(!std::filesystem::exists(file + "-wal"));
  CHECK(!std::filesystem::exists(file + "-shm"));
  CHECK(!std::filesystem::exists(file + ".new"));
  CHECK(std::filesystem::exists(file + ".lock"));
}

TEST_CASE("one file under several names is one log") {
  const temp_folder folder;
  std::filesystem::create_symlink("log.db", folder / "link.db");
  CHECK(open_sqlite(folder / "link.db").error().kind == failure_kind::unavailable);  // leads nowhere yet
  const auto first = open_sqlite(folder / "log.db").value();
  const auto second = open_sqlite(folder.path() + "/../" +
                                  std::filesystem::path(folder.path()).filename().string() + "/link.db")
                          .value();
  CHECK(std::get<appended>(append_to(*first, 0, {"one"})).last == 1);
  CHECK(std::get<conflicted>(append_to(*second, 0, {"stale"})).last == 1);
  CHECK(std::get<appended>(append_to(*second, 1, {"two"})).last == 2);
  CHECK(!std::filesystem::exists(folder / "link.db.lock"));
}

TEST_CASE("names with special characters are names") {
  const temp_folder folder;
  for (const char* name : {"a b?mode=memory#x%20.db", ":memory:", "\xc3\xa9.db"}) {
    { CHECK(std::get<appended>(append_to(*open_sqlite(folder / name).value(), 0, {"kept"})).last == 1); }
    CHECK(std::filesystem::exists(folder / name));
    CHECK(open_sqlite(folder / name).value()->head()->last == 1);
  }
}

TEST_CASE("checkpoints keep the write-ahead log short") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  const auto store = open_sqlite(file, {.checkpoint_pages = 20}).value();
  for (position last = 0; last < 60; ++last)
    CHECK(std::holds_alternative<appended>(append_to(*store, last, {std::string(20'000, 'x')})));
  CHECK(std::filesystem::file_size(file + "-wal") < std::uintmax_t{60} * 4096);
  CHECK(std::filesystem::file_size(file) > std::uintmax_t{50} * 20'000);
}

}  // TEST_SUITE("stores/sqlite_store")
