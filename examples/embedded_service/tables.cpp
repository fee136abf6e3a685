// SPDX-License-Identifier: Apache-2.0
#include "tables.hpp"

#include <stdexcept>

namespace embedded_service {

connection open_for_reading(const std::string& file) {
  sqlite3* opened = nullptr;
  // Serialised: the threads share it, each with statements of its own.
  const int code =
      sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, nullptr);
  connection out(opened);
  if (code != SQLITE_OK) throw std::runtime_error(file + ": " + sqlite3_errmsg(opened));
  sqlite3_busy_timeout(opened, 5000);
  return out;
}

}  // namespace embedded_service
