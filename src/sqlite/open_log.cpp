// SPDX-License-Identifier: Apache-2.0
/// Opening and closing of log_file. INVARIANT: until the log has passed every check nothing is written to it,
/// nor does closing the connection checkpoint it.
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <limits>

#include "create.hpp"
#include "failures.hpp"
#include "guards.hpp"
#include "log_file.hpp"

namespace charter::inline v0::sqlite {

namespace {

/// The number in the first column of the first row; SQLITE_ROW in `code` when there is one.
position ask(sqlite3* db, std::string_view sql, int& code) {
  const auto query = prepare(db, sql);
  if (!query) return code = sqlite3_extended_errcode(db), 0;
  execution asking(query);
  code = asking.step();
  return code == SQLITE_ROW ? asking.number(0) : 0;
}

std::string ask_text(sqlite3* db, std::string_view sql, int& code) {
  const auto query = prepare(db, sql);
  if (!query) return code = sqlite3_extended_errcode(db), "";
  execution asking(query);
  code = asking.step();
  return code == SQLITE_ROW ? std::string(asking.bytes(0)) : "";
}

int count_wal_pages(void* pages, sqlite3*, const char*, int in_wal) {
  *static_cast<int*>(pages) = in_wal;
  return SQLITE_OK;
}

}  // namespace

log_file::log_file(std::string file, const sqlite_options& options, file_lock lock)
    : file_(std::move(file)), options_(options), process_(::getpid()), lock_(std::move(lock)) {}

tl::expected<std::unique_ptr<log_file>, failure> log_file::open(const std::string& file,
                                                                const sqlite_options& options) {
  if (exists(file)) {
    if (auto no = check_file(file)) return tl::unexpected(std::move(*no));
  } else {
    if (!options.create)
      return tl::unexpected(
          fail(failure_kind::unavailable, file, "does not exist; check the name, or let it be created"));
    if (auto no = check_place(file)) return tl::unexpected(std::move(*no));
  }

  auto lock = file_lock::open(file + ".lock");
  if (!lock) return tl::unexpected(std::move(lock.error()));
  std::unique_ptr<log_file> log(new log_file(file, options, std::move(*lock)));
  const auto between_processes = log->lock_.take(options.busy_timeout);
  if (!between_processes) return tl::unexpected(between_processes.error());
  if (!exists(file))
    if (auto no = create_log(file)) return tl::unexpected(std::move(*no));
  if (auto no = check_file(file)) return tl::unexpected(std::move(*no));
  if (auto no = log->connect()) return tl::unexpected(std::move(*no));
  return log;
}

std::optional<failure> log_file::connect() {
  int code = SQLITE_OK;
  db_ = open_database(file_, SQLITE_OPEN_READWRITE, code);
  if (code != SQLITE_OK) return failed(code, "open the file");
  struct stat it {};
  if (::stat(file_.c_str(), &it) != 0) return fail_with_errno(errno, file_, "look at the file");
  identity_ = {it.st_dev, it.st_ino};

  const auto patience = std::clamp<std::chrono::milliseconds::rep>(options_.busy_timeout.count(), 0,
                                                                   std::numeric_limits<int>::max());
  sqlite3_busy_timeout(db_.get(), static_cast<int>(patience));
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_exec(db_.get(), "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
  if (auto no = check_log()) return no;
  if (auto no = configure()) return no;
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  return {};
}

std::optional<failure> log_file::check_log() {
  // Again, now with what the write-ahead log says: a newer charter may have raised the version there.
  int owner_code = SQLITE_ROW, version_code = SQLITE_ROW;
  const auto owner = ask(db_.get(), "PRAGMA application_id", owner_code);
  const auto version = ask(db_.get(), "PRAGMA user_version", version_code);
  if (owner_code != SQLITE_ROW) return failed(owner_code, "read its first page");
  if (version_code != SQLITE_ROW) return failed(version_code, "read its first page");
  if (auto no = check_marks(file_, static_cast<std::uint32_t>(owner), static_cast<std::uint32_t>(version)))
    return no;
  if (sqlite3_db_readonly(db_.get(), "main") != 0)
    return fail(failure_kind::read_only, file_, "opens read-only; make the file and its folder writable");

  if (auto no = prepare_statements()) return no;
  int first_code = SQLITE_ROW, last_code = SQLITE_ROW, head_code = SQLITE_ROW;
  const auto first = ask(db_.get(), "SELECT min(position) FROM records", first_code);
  const auto last = ask(db_.get(), "SELECT max(position) FROM records", last_code);
  const auto head = ask(db_.get(), "SELECT max(position) FROM heads", head_code);
  for (const int code : {first_code, last_code, head_code})
    if (code != SQLITE_ROW)
      return failed(code == SQLITE_DONE ? SQLITE_CORRUPT : code, "read the ends of the log");
  if (last != head || first != std::min<position>(last, 1))
    return fail(failure_kind::corrupt, file_,
                "says that its log ends at position " + std::to_string(head) + ", but holds positions " +
                    std::to_string(first) + " to " + std::to_string(last) + "; restore it from a backup");
  return options_.full_check ? check_whole(last) : std::nullopt;
}

std::optional<failure> log_file::check_whole(position last) {
  int code = SQLITE_ROW;
  const auto verdict = ask_text(db_.get(), "PRAGMA quick_check(1)", code);
  if (code != SQLITE_ROW) return failed(code, "check the whole file");
  if (verdict != "ok")
    return fail(failure_kind::corrupt, file_, "is damaged (" + verdict + "); restore it from a backup");
  const auto count = ask(db_.get(), "SELECT count(*) FROM records", code);
  if (code != SQLITE_ROW) return failed(code, "count the records");
  if (count != last)
    return fail(failure_kind::corrupt, file_,
                "has " + std::to_string(count) + " records for " + std::to_string(last) +
                    " positions; restore it from a backup");
  return {};
}

std::optional<failure> log_file::prepare_statements() {
  const std::pair<statement*, std::string_view> all[] = {
      {&sql_.begin, "BEGIN IMMEDIATE"},
      {&sql_.commit, "COMMIT"},
      {&sql_.rollback, "ROLLBACK"},
      {&sql_.read_head, "SELECT position, head FROM heads ORDER BY position DESC LIMIT 1"},
      {&sql_.write_head, "INSERT INTO heads (position, head) VALUES (?1, ?2)"},
      {&sql_.insert, "INSERT INTO records (position, record) VALUES (?1, ?2)"},
      {&sql_.read, "SELECT position, record FROM records WHERE position > ?1 ORDER BY position LIMIT ?2"},
      {&sql_.read_heads, "SELECT position, head FROM heads WHERE position > ?1 ORDER BY position LIMIT ?2"},
  };
  for (const auto& [it, sql] : all) {
    *it = prepare(db_.get(), sql);
    if (!*it) return failed(sqlite3_extended_errcode(db_.get()), "use its tables");
  }
  return {};
}

std::optional<failure> log_file::configure() {
  int code = SQLITE_ROW;
  const auto mode = ask_text(db_.get(), "PRAGMA journal_mode = WAL", code);
  if (code != SQLITE_ROW) return failed(code, "turn on the write-ahead log");
  if (mode != "wal")
    return fail(
        failure_kind::unavailable, file_,
        "cannot have a write-ahead log here (no shared memory on this file system?); use a local disk");
  code = sqlite3_exec(db_.get(), "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failed(code, "make commits durable");

  // Checkpoints are ours to make, under the lock; the hook that SQLite would use counts pages instead.
  sqlite3_wal_autocheckpoint(db_.get(), 0);
  sqlite3_wal_hook(db_.get(), count_wal_pages, &pages_in_wal_);

  if (options_.max_bytes == 0) return {};
  const auto page_size = std::max<position>(ask(db_.get(), "PRAGMA page_size", code), 512);
  const auto pages = std::clamp<std::uint64_t>(options_.max_bytes / page_size, 1, 0xfffffffe);
  ask(db_.get(), "PRAGMA max_page_count = " + std::to_string(pages), code);
  return code == SQLITE_ROW ? std::nullopt : std::optional(failed(code, "limit its size"));
}

log_file::~log_file() {
  if (check_process()) {  // the connection is the parent's: even closing it here could empty its log
    for (auto* it : {&sql_.begin, &sql_.commit, &sql_.rollback, &sql_.read_head, &sql_.write_head,
                     &sql_.insert, &sql_.read, &sql_.read_heads})
      static_cast<void>(it->release());
    static_cast<void>(db_.release());
    return;
  }
  sql_ = {};
  if (!db_) return;
  const auto between_processes = lock_.take(options_.busy_timeout);
  if (!between_processes) sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  db_.reset();
}

}  // namespace charter::inline v0::sqlite
