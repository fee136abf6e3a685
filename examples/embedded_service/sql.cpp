// SPDX-License-Identifier: Apache-2.0
#include "sql.hpp"

#include <stdexcept>

namespace embedded_service {

statement::statement(sqlite3* db, std::string_view sql, prepared) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  it_.reset(made);
  if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
}

void statement::bind(int place, std::string_view text) {
  sqlite3_bind_text(it_.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

bool statement::has_row() {
  const int code = step();
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(it_.get())));
  return code == SQLITE_ROW;
}

std::string statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(it_.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(it_.get(), column))};
}

}  // namespace embedded_service
