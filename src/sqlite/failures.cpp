// SPDX-License-Identifier: Apache-2.0
#include "failures.hpp"

#include <sqlite3.h>
#include <cerrno>
#include <string>
#include <system_error>

namespace charter::inline v0::sqlite {

namespace {

failure_kind kind_of(int code) {
  switch (code) {
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_CORRUPTFS:
      return failure_kind::corrupt;
    case SQLITE_READONLY_DBMOVED:
      return failure_kind::unavailable;
    default:
      break;
  }
  switch (code & 0xff) {
    case SQLITE_FULL:
      return failure_kind::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return failure_kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:  // a record past the head
    case SQLITE_ERROR:       // our statements are right, so the tables are not
    case SQLITE_SCHEMA:
      return failure_kind::corrupt;
    default:
      return failure_kind::unavailable;
  }
}

std::string_view advice(failure_kind kind) {
  switch (kind) {
    case failure_kind::full:
      return "free some space (or raise max_bytes) and try again";
    case failure_kind::read_only:
      return "make the file and its folder writable for this process";
    case failure_kind::corrupt:
      return "stop writing to it and restore it from a backup";
    default:
      return "another process may be using it, or the disk is failing; try again";
  }
}

}  // namespace

failure fail(failure_kind kind, std::string_view file, std::string_view what) {
  return failure{kind, std::string(file) + ": " + std::string(what)};
}

failure fail_with_code(int code, sqlite3* db, std::string_view file, std::string_view doing) {
  std::string reason = sqlite3_errstr(code);
  if (db != nullptr && (sqlite3_errcode(db) & 0xff) == (code & 0xff)) reason = sqlite3_errmsg(db);
  const auto kind = kind_of(code);
  return fail(kind, file,
              "could not " + std::string(doing) + ": " + reason + " (SQLite code " + std::to_string(code) +
                  "); " + std::string(advice(kind)));
}

failure fail_with_errno(int error, std::string_view file, std::string_view doing) {
  auto kind = failure_kind::unavailable;
  if (error == EACCES || error == EPERM || error == EROFS) kind = failure_kind::read_only;
  if (error == ENOSPC || error == EDQUOT) kind = failure_kind::full;
  auto what = "could not " + std::string(doing) + ": " + std::generic_category().message(error);
  if (kind != failure_kind::unavailable) what += "; " + std::string(advice(kind));
  return fail(kind, file, what);
}

}  // namespace charter::inline v0::sqlite
