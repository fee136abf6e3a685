// SPDX-License-Identifier: Apache-2.0
#pragma once
/// As much of SQLite as the service needs.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace embedded_service {

/// Values are text or whole numbers; text is bound as it is and must outlive the statement.
class statement {
 public:
  /// Throws std::runtime_error where the SQL is wrong.
  template <class... Values>
  statement(sqlite3* db, std::string_view sql, const Values&... values) : statement(db, sql, prepared{}) {
    int place = 0;
    (bind(++place, values), ...);
  }

  /// SQLITE_ROW, SQLITE_DONE, or what went wrong.
  int step() { return sqlite3_step(it_.get()); }
  /// Throws std::runtime_error where something went wrong.
  bool has_row();
  std::string text(int column) const;
  std::int64_t number(int column) const { return sqlite3_column_int64(it_.get(), column); }

 private:
  struct prepared {};
  struct finalize {
    void operator()(sqlite3_stmt* it) const { sqlite3_finalize(it); }
  };
  statement(sqlite3* db, std::string_view sql, prepared);
  void bind(int place, std::string_view text);
  void bind(int place, std::int64_t number) { sqlite3_bind_int64(it_.get(), place, number); }

  std::unique_ptr<sqlite3_stmt, finalize> it_;
};

/// Runs one statement that answers no rows. Fails: with SQLite's sentence.
template <class... Values>
tl::expected<void, std::string> run(sqlite3* db, std::string_view sql, const Values&... values) {
  if (statement(db, sql, values...).step() == SQLITE_DONE) return {};
  return tl::make_unexpected(std::string(sqlite3_errmsg(db)));
}

}  // namespace embedded_service
