// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What SQLite's result codes and the system's errors mean to charter.

#include <string_view>

#include "charter/base/result.hpp"

struct sqlite3;

namespace charter::inline v0::sqlite {

/// "<file>: <what>".
failure fail(failure_kind kind, std::string_view file, std::string_view what);

/// For a result code of SQLite. `doing` ends the words "could not"; `db` may be null.
failure fail_with_code(int code, sqlite3* db, std::string_view file, std::string_view doing);

/// For an `errno`.
failure fail_with_errno(int error, std::string_view file, std::string_view doing);

}  // namespace charter::inline v0::sqlite
