// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The embedded default: one log in one SQLite file.
///
/// The records can be read with any SQLite shell: `SELECT position, record FROM records`. Beside the file lie
/// SQLite's own `-wal` and `-shm`, which belong to it (copy or move all of them, with no process using them),
/// and
/// `.lock`, an empty file that every process locks while it writes. Do not delete any of them while in use,
/// and do not put the file on a network file system whose locks do not work.
///
/// Snapshots are files of their own, `<file>-snapshot-<position>`. They may be deleted at any time, and need
/// not be copied; `max_bytes` does not count them.
///
/// Hosts may read the file through connections of their own. Writing or checkpointing through another
/// connection at the same time can corrupt it (SQLite's WAL-reset bug, 3.7.0 to 3.51.2).

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "charter/store/event_store.hpp"
#include "charter/store/transactional_store.hpp"

struct sqlite3;

namespace charter::inline v0 {

struct sqlite_options {
  /// Whether a file that does not exist is made; its folder must exist.
  bool create = true;
  /// How long a call waits for another process's lock before it answers `unavailable`.
  std::chrono::milliseconds busy_timeout{5000};
  /// The write-ahead log is copied into the file when a commit has left this many pages (4 KiB) in it.
  std::uint32_t checkpoint_pages = 1000;
  /// The file does not grow past this many bytes: an append that would need more is `full`. 0: no limit.
  std::uint64_t max_bytes = 0;
  /// Read the whole file when opening it, and refuse damage anywhere. Otherwise opening looks at both ends of
  /// the log, and damage in between is found when it is read.
  bool full_check = false;
};

/// Opens the log in `file`, making it if need be. Opening a file again in the same process, under whatever
/// name, gives another handle on the same connection, with the options of the first.
/// Threads: any thread; opens are serialised. Not across fork: open in the child, after the parent has closed
///          or before it has opened. A handle inherited by fork answers `unavailable`.
/// Owns:    the last handle closes the connection and moves the write-ahead log into the file.
/// Fails:   unavailable (missing, locked, hard links), read_only, newer_format, full, corrupt (damaged,
/// empty,
///          not a database, or another program's). A file that is refused is not written to.
/// Cost:    O(log n) page reads, plus what a crash left in the write-ahead log; with full_check O(file).
[[nodiscard]] tl::expected<std::unique_ptr<event_store>, failure> open_sqlite(const std::string& file,
                                                                              sqlite_options options = {});

/// The connection of a transaction that `engine::execute_with` opened on a store of this kind; null for one
/// of another. The host may read everything through it, and make, read and write tables of its own. Charter's
/// tables, the transaction itself, settings and attached databases are refused with SQLITE_AUTH. Statements
/// must be finalized before the body returns.
[[nodiscard]] sqlite3* connection_of(open_transaction& it);

}  // namespace charter::inline v0
