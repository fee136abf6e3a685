// SPDX-License-Identifier: Apache-2.0
#pragma once
/// SQLite's connection and prepared statements as owned values.

#include <sqlite3.h>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "charter/base/position.hpp"
#include "charter/store/event_store.hpp"

namespace charter::inline v0::sqlite {

struct closes_database {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};
using database = std::unique_ptr<sqlite3, closes_database>;

struct finalizes_statement {
  void operator()(sqlite3_stmt* it) const { sqlite3_finalize(it); }
};
using statement = std::unique_ptr<sqlite3_stmt, finalizes_statement>;

/// Opens an absolute path; the result is null or unusable unless `code` becomes SQLITE_OK.
database open_database(const std::string& file, int flags, int& code);

/// Null when the text does not fit the tables that are there.
statement prepare(sqlite3* db, std::string_view sql);

/// One run of a prepared statement; resets it when it goes, so that no read transaction stays open.
class execution {
 public:
  explicit execution(const statement& it) : it_(it.get()) {}
  execution(const execution&) = delete;
  execution& operator=(const execution&) = delete;
  ~execution();

  execution& bind(int index, position value);
  /// Binds without copying: the bytes must outlive the run.
  execution& bind(int index, std::span<const std::byte> bytes);
  /// As text where a shell can show it as text, else as a blob. Either comes back exactly.
  execution& bind(int index, record_bytes record);

  /// SQLITE_ROW, SQLITE_DONE or an extended error code; the first error of a bind counts as the step's.
  int step();

  position number(int column) const;
  std::string_view bytes(int column) const;  ///< until the next step

 private:
  void keep(int code) { bound_ = bound_ == SQLITE_OK ? code : bound_; }

  sqlite3_stmt* it_;
  int bound_ = SQLITE_OK;
};

/// Runs a statement that returns nothing; SQLITE_DONE when it worked.
inline int run(const statement& it) { return execution(it).step(); }

}  // namespace charter::inline v0::sqlite
