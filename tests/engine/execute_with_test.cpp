// SPDX-License-Identifier: Apache-2.0
// The host's rows and the record are in the file together, or neither is.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "../stores/temp_folder.hpp"
#include "charter/stores/sqlite.hpp"
#include "sample_realm.hpp"

TEST_SUITE("engine/execute_with") {

using namespace charter;

namespace {

using written = tl::expected<void, std::string>;

/// Runs SQL on the transaction's connection: nothing, or what SQLite says.
written write_rows(open_transaction& it, const std::string& sql) {
  char* error = nullptr;
  if (sqlite3_exec(connection_of(it), sql.c_str(), nullptr, nullptr, &error) == SQLITE_OK) return {};
  std::string text = error;
  sqlite3_free(error);
  return tl::unexpected(text);
}

struct service {
  charter_test::temp_folder folder;
  std::string file = folder / "service.db";
  engine it = sample::open(open_sqlite(file).value());

  service() {
    const auto made = create(
        "first", [](open_transaction& t) { return write_rows(t, "CREATE TABLE rows (name TEXT UNIQUE)"); });
    REQUIRE(made.has_value());
  }
  template <class Body>
  tl::expected<receipt, rejection> create(const std::string& key, Body&& body) {
    return it.execute_with({.as = "operator"}, organization::create{.key = key, .name = key}, body);
  }
  /// As a connection of the host's own sees it.
  std::string ask(const std::string& sql) const {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    std::string out;
    const auto take = [](void* to, int, char** values, char**) {
      *static_cast<std::string*>(to) += values[0];
      return 0;
    };
    sqlite3_exec(db, sql.c_str(), take, &out, nullptr);
    sqlite3_close(db);
    return out;
  }
};

}  // namespace

TEST_CASE("the row and the record are committed together") {
  service s;
  const auto done =
      s.create("lab", [](open_transaction& t) { return write_rows(t, "INSERT INTO rows VALUES ('lab')"); });
  REQUIRE(done.has_value());
  CHECK(s.ask("SELECT name FROM rows") == "lab");
  CHECK(s.ask("SELECT max(position) FROM records") == std::to_string(done->at_position));
  CHECK(s.it.now().find_organization("lab").has_value());
}

TEST_CASE("a row that cannot be written takes the record with it") {
  service s;
  const auto insert = [](open_transaction& t) { return write_rows(t, "INSERT INTO rows VALUES ('lab')"); };
  REQUIRE(s.create("lab", insert).has_value());
  const auto again = s.create("other", insert);
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().slug() == "rolled_back");
  CHECK(again.error().message().find("UNIQUE") != std::string::npos);
  CHECK_FALSE(s.it.now().find_organization("other").has_value());
  CHECK(s.create("other", [](open_transaction&) { return written(); }).has_value());
}

TEST_CASE("what the host's part throws is thrown on, and nothing was written") {
  service s;
  const auto before = s.it.now().at_position();
  const auto throwing = [](open_transaction& t) -> written {
    (void)write_rows(t, "INSERT INTO rows VALUES ('lost')");
    throw std::runtime_error("out of paper");
  };
  CHECK_THROWS_WITH_AS((void)s.create("lab", throwing), "out of paper", std::runtime_error);
  CHECK(s.ask("SELECT count(*) FROM rows") == "0");
  CHECK(s.it.now().at_position() == before);
  CHECK(s.create("lab", [](open_transaction&) { return written(); }).has_value());
}

TEST_CASE("a refused command never comes to the host's part") {
  service s;
  bool called = false;
  const auto done = s.create("first", [&](open_transaction&) {
    called = true;
    return written();
  });
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().slug() == "already_exists");
  CHECK_FALSE(called);
}

TEST_CASE("the host can neither end the transaction nor touch the log") {
  for (const auto* sql :
       {"COMMIT", "ROLLBACK", "DELETE FROM records", "UPDATE heads SET position = 7", "DROP TABLE records",
        "INSERT INTO records VALUES (99, '{}')", "PRAGMA user_version = 9", "ATTACH ':memory:' AS other",
        "CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM rows; END",
        "ALTER TABLE heads RENAME TO h"}) {
    CAPTURE(sql);
    service s;
    const auto done = s.create("lab", [&](open_transaction& t) { return write_rows(t, sql); });
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().slug() == "rolled_back");
    CHECK(done.error().message().find("not authorized") != std::string::npos);
    CHECK(s.create("lab", [](open_transaction&) { return written(); }).has_value());
  }
}

TEST_CASE("the host's part runs on the caller's thread, whoever else executes") {
  service s;
  std::vector<std::thread> threads;
  std::atomic<int> elsewhere{0}, rows{0}, accepted{0};
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 10; ++i) {
        const auto key = "k" + std::to_string(t) + "-" + std::to_string(i);
        const auto mine = std::this_thread::get_id();
        if (i % 2) {
          accepted +=
              s.it.execute({.as = "operator"}, organization::create{.key = key, .name = key}).has_value();
          continue;
        }
        accepted += s.create(key, [&](open_transaction& it) {
                       elsewhere += std::this_thread::get_id() != mine;
                       ++rows;
                       return write_rows(it, "INSERT INTO rows VALUES ('" + key + "')");
                     }).has_value();
      }
    });
  for (auto& each : threads) each.join();
  CHECK(elsewhere == 0);
  CHECK(accepted == 40);
  CHECK(s.ask("SELECT count(*) FROM rows") == "20");
}

TEST_CASE("a store without transactions says so") {
  auto it = sample::open();
  const auto done = it.execute_with({.as = "operator"}, organization::create{.key = "a", .name = "A"},
                                    [](open_transaction&) { return written(); });
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().slug() == "unavailable");
}

}  // TEST_SUITE("engine/execute_with")
