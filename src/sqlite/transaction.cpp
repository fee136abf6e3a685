// SPDX-License-Identifier: Apache-2.0
#include "transaction.hpp"

#include <string_view>

#include "charter/stores/sqlite.hpp"

namespace charter::inline v0 {

namespace sqlite {

namespace {

bool is_ours(const char* table) {
  const std::string_view name = table == nullptr ? "" : table;
  return name == "records" || name == "heads";
}

/// Asked by SQLite while it prepares a statement. Reading is free, and so is what concerns no table of ours.
int may(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_TRANSACTION:
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
      return SQLITE_DENY;
    case SQLITE_PRAGMA:
      return second == nullptr ? SQLITE_OK : SQLITE_DENY;  // asking is free, setting is not
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_DROP_TABLE:
      return is_ours(first) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_ALTER_TABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_TEMP_TRIGGER:
      return is_ours(second) ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_OK;
  }
}

}  // namespace

transaction::transaction(sqlite3* connection) : connection_(connection) {
  sqlite3_set_authorizer(connection_, may, nullptr);
}
transaction::~transaction() { sqlite3_set_authorizer(connection_, nullptr, nullptr); }

}  // namespace sqlite

sqlite3* connection_of(open_transaction& it) {
  const auto* ours = dynamic_cast<sqlite::transaction*>(&it);
  return ours == nullptr ? nullptr : ours->connection();
}

}  // namespace charter::inline v0
