// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One log in one SQLite file, through the only connection this process has on it.

#include <sys/types.h>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "charter/store/event_store.hpp"
#include "charter/store/transactional_store.hpp"
#include "charter/stores/sqlite.hpp"
#include "file_lock.hpp"
#include "statement.hpp"

namespace charter::inline v0::sqlite {

/// Device and inode: what a file is whatever it is called.
using file_identity = std::pair<dev_t, ino_t>;

/// A copied stretch of the log, so that a slow visitor never holds up a commit. `damage` says why the log
/// cannot be read past it.
struct stretch {
  struct entry {
    position at = 0;
    std::size_t offset = 0;
    std::size_t size = 0;
  };
  std::string bytes;
  std::vector<entry> entries;
  bool at_end = false;
  std::optional<failure> damage;

  record_bytes record(const entry& it) const { return record_bytes(bytes).substr(it.offset, it.size); }
};

/// Threads: any; calls are serialised. INVARIANT: everything that writes to the file or its write-ahead log
/// (commit, checkpoint, close) happens with the side file's lock held, because SQLite up to 3.51.2 can
/// corrupt a file when two connections do so at once.
class log_file {
 public:
  /// `file` is a resolved name.
  static tl::expected<std::unique_ptr<log_file>, failure> open(const std::string& file,
                                                               const sqlite_options& options);
  log_file(const log_file&) = delete;
  log_file& operator=(const log_file&) = delete;
  ~log_file();

  file_identity identity() const { return identity_; }
  /// Why this process may not use the connection, if it got it by fork.
  std::optional<failure> check_process() const;

  tl::expected<log_head, failure> head();
  /// As event_store says.
  event_store::append_result append(position expected_head, const record_batch& batch,
                                    const transaction_body* also = nullptr);
  /// At most `limit` records after `after`, fewer when they are many.
  stretch read(position after, std::size_t limit);
  /// The next few heads after `after`, at most `limit`; none at the end.
  tl::expected<std::vector<log_head>, failure> heads(position after, std::size_t limit);

 private:
  log_file(std::string file, const sqlite_options& options, file_lock lock);

  std::optional<failure> connect();
  std::optional<failure> check_log();
  std::optional<failure> check_whole(position last);
  std::optional<failure> prepare_statements();
  std::optional<failure> configure();
  std::optional<failure> ready();
  event_store::append_result write(position expected_head, const record_batch& batch,
                                   const transaction_body* also);
  event_store::append_result commit(position last);
  void checkpoint_if_due();
  std::optional<failure> settle();
  failure failed(int code, std::string_view doing) const;

  const std::string file_;
  const sqlite_options options_;
  const pid_t process_;
  file_identity identity_{};

  std::mutex turn_;
  file_lock lock_;
  database db_;
  struct {
    statement begin, commit, rollback, read_head, write_head, insert, read, read_heads;
  } sql_;
  int pages_in_wal_ = 0;
  bool unsettled_ = false;
};

}  // namespace charter::inline v0::sqlite
