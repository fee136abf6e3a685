// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The file on disk: its marks and its tables.

#include <cstdint>

namespace charter::inline v0::sqlite {

/// PERSISTED: "chrt" in SQLite's application_id says whose file it is.
inline constexpr std::uint32_t application_id = 0x63687274;
/// PERSISTED: SQLite's user_version. Raise it when an older charter must not open the file.
inline constexpr std::uint32_t format_version = 1;

/// PERSISTED: the tables of format 1. `record` has no affinity: text stays text and a blob a blob. `heads`
/// has a row for each batch, by its last position, and one for the empty log.
inline constexpr char create_tables[] = R"sql(
PRAGMA synchronous = FULL;
BEGIN IMMEDIATE;
CREATE TABLE records (position INTEGER PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE heads (position INTEGER PRIMARY KEY, head BLOB NOT NULL);
INSERT INTO heads VALUES (0, x'');
PRAGMA application_id = 0x63687274;
PRAGMA user_version = 1;
COMMIT;
PRAGMA journal_mode = WAL;
)sql";

}  // namespace charter::inline v0::sqlite
