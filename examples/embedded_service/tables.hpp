// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The service's own tables, in the file that holds charter's log. They are read through a connection of the
/// service's own, and written in the bodies of `execute_with` alone.

#include <sqlite3.h>

#include <memory>
#include <string>

namespace embedded_service {

inline constexpr const char* tables = R"(
CREATE TABLE accounts (name TEXT PRIMARY KEY, salt TEXT NOT NULL, secret TEXT NOT NULL) STRICT;
CREATE TABLE sessions (token TEXT PRIMARY KEY, account TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
CREATE TABLE submissions (job TEXT PRIMARY KEY, workspace TEXT NOT NULL, title TEXT NOT NULL,
                          script TEXT NOT NULL, UNIQUE (workspace, title)) STRICT;
)";

struct close_connection {
  void operator()(sqlite3* it) const { sqlite3_close_v2(it); }
};
using connection = std::unique_ptr<sqlite3, close_connection>;

/// For reading, by any number of threads. Throws std::runtime_error.
connection open_for_reading(const std::string& file);

}  // namespace embedded_service
