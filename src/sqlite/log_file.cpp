// SPDX-License-Identifier: Apache-2.0
/// Reading from and appending to the log; `open_log.cpp` has its opening and closing.
#include "log_file.hpp"

#include <unistd.h>
#include <algorithm>
#include <limits>
#include <utility>

#include "failures.hpp"
#include "transaction.hpp"

namespace charter::inline v0::sqlite {

namespace {

constexpr std::size_t stretch_records = 512, stretch_bytes = std::size_t{1} << 20;

log_head head_in(const execution& row) {
  const auto bytes = std::as_bytes(std::span(row.bytes(1)));
  return {row.number(0), {bytes.begin(), bytes.end()}};
}

constexpr position largest = static_cast<position>(std::numeric_limits<sqlite3_int64>::max());

}  // namespace

failure log_file::failed(int code, std::string_view doing) const {
  return fail_with_code(code, db_.get(), file_, doing);
}

std::optional<failure> log_file::check_process() const {
  if (::getpid() == process_) return {};
  return fail(failure_kind::unavailable, file_,
              "was opened before fork, and SQLite connections must not cross it; open it only in the process "
              "that uses it");
}

std::optional<failure> log_file::ready() {
  if (auto no = check_process()) return no;
  return unsettled_ ? settle() : std::nullopt;
}

tl::expected<log_head, failure> log_file::head() {
  const std::lock_guard turn(turn_);
  if (auto no = ready()) return tl::unexpected(std::move(*no));
  execution query(sql_.read_head);
  const int code = query.step();
  if (code != SQLITE_ROW)
    return tl::unexpected(failed(code == SQLITE_DONE ? SQLITE_CORRUPT : code, "read the head"));
  return head_in(query);
}

event_store::append_result log_file::append(position expected_head, const record_batch& batch,
                                            const transaction_body* also) {
  const std::lock_guard turn(turn_);
  if (auto no = ready()) return std::move(*no);
  const auto between_processes = lock_.take(options_.busy_timeout);
  if (!between_processes) return between_processes.error();
  int moved = 0;
  sqlite3_file_control(db_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0)
    return fail(failure_kind::unavailable, file_,
                "was moved or deleted while open; put it back or open it anew");
  struct rolling_back {  // also when the host's part throws
    log_file& log;
    ~rolling_back() {
      if (!sqlite3_get_autocommit(log.db_.get())) run(log.sql_.rollback);
      log.checkpoint_if_due();
    }
  } const at_last{*this};
  return write(expected_head, batch, also);
}

event_store::append_result log_file::write(position expected_head, const record_batch& batch,
                                           const transaction_body* also) {
  if (const int code = run(sql_.begin); code != SQLITE_DONE) return failed(code, "begin an append");

  position last = 0;
  {
    execution query(sql_.read_head);
    const int code = query.step();
    if (code != SQLITE_ROW) return failed(code == SQLITE_DONE ? SQLITE_CORRUPT : code, "read the head");
    last = query.number(0);
  }
  if (last != expected_head) return conflicted{last};

  for (const auto record : batch.records) {
    execution insert(sql_.insert);
    if (const int code = insert.bind(1, ++last).bind(2, record).step(); code != SQLITE_DONE)
      return failed(code, "append position " + std::to_string(last));
  }
  {
    execution update(sql_.write_head);
    if (const int code = update.bind(1, last).bind(2, batch.head).step(); code != SQLITE_DONE)
      return failed(code, "write the head");
  }
  if (also) {
    transaction host(db_.get());
    if (auto done = (*also)(host); !done) return failure{failure_kind::rolled_back, std::move(done.error())};
  }
  return commit(last);
}

event_store::append_result log_file::commit(position last) {
  const int code = run(sql_.commit);
  if (code == SQLITE_DONE) return appended{last};
  auto failure = failed(code, "commit position " + std::to_string(last));
  // A full disk stops SQLite before the frame that commits. After any other error of the disk that frame may
  // be there, and count after a crash.
  if ((code & 0xff) != SQLITE_IOERR) return failure;
  unsettled_ = true;
  return outcome_unknown{std::move(failure.what)};
}

/// After a commit that failed halfway its pages may lie in the write-ahead log past the end that SQLite goes
/// by, and a crash would bring them back. Emptying that log makes what is answered next stay true.
std::optional<failure> log_file::settle() {
  const auto between_processes = lock_.take(options_.busy_timeout);
  if (!between_processes) return between_processes.error();
  const int code = sqlite3_wal_checkpoint_v2(db_.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK) return failed(code, "find out how the last append ended");
  pages_in_wal_ = 0;
  unsettled_ = false;
  return {};
}

/// A checkpoint that fails costs nothing but space: the log is whole without it, and the next append tries
/// again.
void log_file::checkpoint_if_due() {
  if (unsettled_ || pages_in_wal_ < static_cast<int>(std::min(options_.checkpoint_pages, 1'000'000U))) return;
  const int code = sqlite3_wal_checkpoint_v2(db_.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code == SQLITE_OK) pages_in_wal_ = 0;
}

stretch log_file::read(position after, std::size_t limit) {
  stretch found;
  found.at_end = true;
  const std::lock_guard turn(turn_);
  if ((found.damage = ready()) || limit == 0 || after >= largest) return found;

  // The head is read first: everything up to it must be there, whatever others append meanwhile.
  position last = 0;
  if (execution query(sql_.read_head); int code = query.step()) {
    if (code != SQLITE_ROW) return found.damage = failed(code, "read the head"), found;
    last = query.number(0);
  }
  const auto most = std::min(limit, stretch_records);
  execution query(sql_.read);
  query.bind(1, after).bind(2, position{most});
  auto at = after;
  int code = query.step();
  for (; code == SQLITE_ROW && query.number(0) == at + 1; code = query.step()) {
    const auto record = query.bytes(1);
    found.entries.push_back({++at, found.bytes.size(), record.size()});
    found.bytes += record;
    if (found.bytes.size() >= stretch_bytes) break;
  }
  found.at_end = at >= last;
  const bool filled = found.entries.size() == most || found.bytes.size() >= stretch_bytes;
  if (!filled && (code != SQLITE_DONE || at < last)) {
    const bool missing = code == SQLITE_ROW || code == SQLITE_DONE;
    found.damage = failed(missing ? SQLITE_CORRUPT : code, "read position " + std::to_string(at + 1));
  }
  return found;
}

tl::expected<std::vector<log_head>, failure> log_file::heads(position after, std::size_t limit) {
  std::vector<log_head> found;
  const std::lock_guard turn(turn_);
  if (auto no = ready()) return tl::unexpected(std::move(*no));
  if (after >= largest) return found;
  execution query(sql_.read_heads);
  query.bind(1, after).bind(2, position{std::min(limit, stretch_records)});
  int code = query.step();
  for (; code == SQLITE_ROW; code = query.step()) found.push_back(head_in(query));
  if (code != SQLITE_DONE) return tl::unexpected(failed(code, "read the heads"));
  return found;
}

}  // namespace charter::inline v0::sqlite
