// SPDX-License-Identifier: Apache-2.0
/// What is refused, how it is said, and that a refused file stays as it was.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "charter/stores/sqlite.hpp"
#include "sqlite_files.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/sqlite_guards") {

using namespace charter;
using namespace charter_test;
using testing::append_to;

TEST_CASE("what is no log is refused") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  SUBCASE("not a database") {
    write(file, std::string(5000, 'x'));
    check_refused(file, failure_kind::corrupt, "not a SQLite database");
    CHECK(!std::filesystem::exists(file + ".lock"));
  }
  SUBCASE("a short text") {
    write(file, "SQLite format 3");
    check_refused(file, failure_kind::corrupt, "not a SQLite database");
  }
  SUBCASE("an empty file") {
    write(file, "");
    check_refused(file, failure_kind::corrupt, "is empty");
  }
  SUBCASE("a folder") {
    std::filesystem::create_directory(file);
    CHECK(open_sqlite(file).error().kind == failure_kind::unavailable);
  }
  SUBCASE("no name") { CHECK(open_sqlite("").error().kind == failure_kind::unavailable); }
  SUBCASE("no folder") {
    CHECK(open_sqlite(folder / "missing/file.db").error().kind == failure_kind::unavailable);
  }
  SUBCASE("no file, and none to be made") {
    check_refused(file, failure_kind::unavailable, "does not exist", {.create = false});
    CHECK(std::filesystem::is_empty(folder.path()));
  }
}

TEST_CASE("databases of others are refused, and not one byte of them changes") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  SUBCASE("tables and no application_id") {
    execute(file, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
  }
  SUBCASE("another application_id") { execute(file, "PRAGMA application_id = 77; CREATE TABLE records (x)"); }
  SUBCASE("with a write-ahead log that is in use") {
    sqlite3* theirs = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &theirs) == SQLITE_OK);
    sqlite3_exec(theirs, "PRAGMA journal_mode = WAL; CREATE TABLE theirs (x)", nullptr, nullptr, nullptr);
    const auto wal = contents(file + "-wal");
    REQUIRE(!wal.empty());
    check_refused(file, failure_kind::corrupt, "another program");
    CHECK(contents(file + "-wal") == wal);
    sqlite3_close(theirs);
  }
  check_refused(file, failure_kind::corrupt, "another program");
  CHECK(!std::filesystem::exists(file + ".lock"));
}

TEST_CASE("a store from the future is refused with its version") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 1);
  SUBCASE("in the file") {
    execute(file, "PRAGMA user_version = 7");
    check_refused(file, failure_kind::newer_format, "format 7");
  }
  SUBCASE("in the write-ahead log only") {
    sqlite3* newer = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &newer) == SQLITE_OK);
    sqlite3_exec(newer, "PRAGMA user_version = 9", nullptr, nullptr, nullptr);
    const auto wal = contents(file + "-wal");
    check_refused(file, failure_kind::newer_format, "format 9");
    CHECK(contents(file + "-wal") == wal);
    sqlite3_close(newer);
  }
}

TEST_CASE("a write-ahead log without its file is refused") {
  const temp_folder folder;
  write(folder / "file.db-wal", std::string(5000, 'w'));
  CHECK(open_sqlite(folder / "file.db").error().kind == failure_kind::corrupt);
  CHECK(!std::filesystem::exists(folder / "file.db"));
}

TEST_CASE("a file with two names is refused") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 1);
  std::filesystem::create_hard_link(file, folder / "other.db");
  check_refused(file, failure_kind::unavailable, "hard links");
}

TEST_CASE("read-only files and folders are refused") {
  const temp_folder folder;
  namespace fs = std::filesystem;
  const auto file = folder / "file.db";
  make_log(file, 1);
  fs::permissions(folder.path(), fs::perms::all);
  fs::permissions(file, fs::perms::all);
  fs::permissions(folder / "file.db.lock", fs::perms::all);
  // Root may write anywhere, so the child gives that up first.
  const auto in_child = [](const std::function<bool()>& holds) {
    const pid_t child = ::fork();
    if (child == 0) {
      if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
      ::_exit(holds() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0;
  };
  CHECK(in_child([&] { return open_sqlite(file).has_value(); }));

  const auto refused = [&](const std::string& name) {
    const auto store = open_sqlite(name);
    return !store && store.error().kind == failure_kind::read_only;
  };
  fs::permissions(file, fs::perms{0444});
  CHECK(in_child([&] { return refused(file); }));
  fs::permissions(file, fs::perms::all);
  fs::permissions(folder.path(), fs::perms{0555});
  CHECK(in_child([&] { return refused(file); }));
  CHECK(in_child([&] { return refused(folder / "new.db"); }));
  fs::permissions(folder.path(), fs::perms::all);
}

TEST_CASE("a locked store is unavailable after a bounded wait, and usable when the lock is gone") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 1);
  const sqlite_options hasty{.busy_timeout = std::chrono::milliseconds{20}};
  const int other = ::open((file + ".lock").c_str(), O_RDWR);
  REQUIRE(::flock(other, LOCK_EX) == 0);
  CHECK(open_sqlite(file, hasty).error().kind == failure_kind::unavailable);
  ::flock(other, LOCK_UN);

  const auto store = open_sqlite(file, hasty).value();
  const auto check_append_waits = [&] {
    const auto result = append_to(*store, 1, {"two"});
    REQUIRE(std::holds_alternative<failure>(result));
    CHECK(std::get<failure>(result).kind == failure_kind::unavailable);
    CHECK(store->head()->last == 1);
  };
  SUBCASE("by another process of ours") {
    ::flock(other, LOCK_EX);
    check_append_waits();
    ::flock(other, LOCK_UN);
  }
  SUBCASE("by a SQLite shell") {
    sqlite3* shell = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &shell) == SQLITE_OK);
    CHECK(sqlite3_exec(shell, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    check_append_waits();
    CHECK(sqlite3_exec(shell, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(shell);
  }
  CHECK(std::get<appended>(append_to(*store, 1, {"two"})).last == 2);
  ::close(other);
}

TEST_CASE("a full store says so and keeps what it has") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  const auto store = open_sqlite(file, {.max_bytes = 64 * 1024}).value();
  CHECK(std::get<appended>(append_to(*store, 0, {"one"})).last == 1);
  for (const std::size_t count : {std::size_t{1}, std::size_t{30}}) {
    const auto result = append_to(*store, 1, std::vector<std::string>(count, std::string(100'000, 'x')));
    REQUIRE(std::holds_alternative<failure>(result));
    CHECK(std::get<failure>(result).kind == failure_kind::full);
    CHECK(store->head()->last == 1);
  }
  CHECK(std::get<appended>(append_to(*store, 1, {"small"})).last == 2);
}

TEST_CASE("a file that is moved or deleted while open takes no more appends") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  const auto store = open_sqlite(file).value();
  std::filesystem::rename(file, file + ".away");
  const auto result = append_to(*store, 0, {"lost"});
  REQUIRE(std::holds_alternative<failure>(result));
  CHECK(std::get<failure>(result).kind == failure_kind::unavailable);
  std::filesystem::rename(file + ".away", file);
  CHECK(std::get<appended>(append_to(*store, 0, {"kept"})).last == 1);
}

}  // TEST_SUITE("stores/sqlite_guards")
