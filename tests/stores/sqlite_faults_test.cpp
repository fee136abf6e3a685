// SPDX-License-Identifier: Apache-2.0
/// A disk that fails: SQLite's file layer, wrapped so that chosen calls return errors.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>

#include "charter/stores/sqlite.hpp"
#include "contract_checks.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/sqlite_faults") {

using namespace charter;
using charter_test::temp_folder;
using testing::append_to;

namespace {

/// What the disk does with write-ahead logs. Counts down: the n-th call fails, and `forever` all after it.
struct faults {
  int write_countdown = 0, sync_countdown = 0, code = SQLITE_OK;
  bool forever = false;
  int syncs = 0;

  int next(int& countdown) {
    if (countdown == 0 || --countdown > 0) return SQLITE_OK;
    if (forever) countdown = 1;
    return code;
  }
} disk;

const sqlite3_io_methods* real_methods = nullptr;
sqlite3_io_methods failing_methods;
sqlite3_vfs* real_files = nullptr;
sqlite3_vfs failing_files;

int failing_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  const int code = disk.next(disk.write_countdown);
  return code == SQLITE_OK ? real_methods->xWrite(file, bytes, size, at) : code;
}

int failing_sync(sqlite3_file* file, int flags) {
  ++disk.syncs;
  const int code = disk.next(disk.sync_countdown);
  return code == SQLITE_OK ? real_methods->xSync(file, flags) : code;
}

int open_failing(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  const int code = real_files->xOpen(real_files, name, file, flags, out);
  if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL) != 0) {
    real_methods = file->pMethods;
    failing_methods = *real_methods;
    failing_methods.xWrite = failing_write;
    failing_methods.xSync = failing_sync;
    file->pMethods = &failing_methods;
  }
  return code;
}

/// While it lives, connections that are opened have the failing disk.
struct failing_disk {
  failing_disk() {
    disk = {};
    real_files = sqlite3_vfs_find(nullptr);
    failing_files = *real_files;
    failing_files.zName = "failing";
    failing_files.xOpen = open_failing;
    sqlite3_vfs_register(&failing_files, 1);
  }
  failing_disk(const failing_disk&) = delete;
  failing_disk& operator=(const failing_disk&) = delete;
  ~failing_disk() { sqlite3_vfs_unregister(&failing_files); }
};

struct failing_subject final : testing::store_subject {
  temp_folder folder;
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return open_sqlite(folder / "log.db");
  }
  bool fail_next_append() override {
    disk = {.sync_countdown = 1, .code = SQLITE_IOERR_FSYNC};
    return true;
  }
};

}  // namespace

TEST_CASE("the contract holds on a disk that fails once") {
  const failing_disk installed;
  charter_test::check_contract([] { return std::make_unique<failing_subject>(); });
}

TEST_CASE("an acknowledged append has been synced") {
  const failing_disk installed;
  const temp_folder folder;
  const auto store = open_sqlite(folder / "log.db").value();
  for (position last = 0; last < 5; ++last) {
    disk.syncs = 0;
    CHECK(std::holds_alternative<appended>(append_to(*store, last, {"record"})));
    CHECK(disk.syncs > 0);
  }
}

TEST_CASE("a full disk is full, and space makes the store usable again") {
  const failing_disk installed;
  const temp_folder folder;
  const auto store = open_sqlite(folder / "log.db").value();
  CHECK(std::get<appended>(append_to(*store, 0, {"one"})).last == 1);
  for (int nth = 1; nth <= 4; ++nth) {
    disk = {.write_countdown = nth, .code = SQLITE_FULL};
    const auto result = append_to(*store, 1, {std::string(9000, 'x')});
    REQUIRE(std::holds_alternative<failure>(result));
    CHECK(std::get<failure>(result).kind == failure_kind::full);
    CHECK(store->head()->last == 1);
  }
  disk = {};
  CHECK(std::get<appended>(append_to(*store, 1, {"two"})).last == 2);
}

TEST_CASE("a commit whose sync fails is of unknown outcome, and what is answered then stays true") {
  const failing_disk installed;
  const temp_folder folder;
  const auto file = folder / "log.db";
  auto store = open_sqlite(file).value();
  CHECK(std::get<appended>(append_to(*store, 0, {"one"})).last == 1);
  disk = {.sync_countdown = 1, .code = SQLITE_IOERR_FSYNC};
  CHECK(std::holds_alternative<outcome_unknown>(append_to(*store, 1, {"in doubt"})));
  CHECK(store->head()->last == 1);

  // What a crash would leave now must tell the same story.
  std::filesystem::copy_file(file, folder / "copy.db");
  std::filesystem::copy_file(file + "-wal", folder / "copy.db-wal");
  CHECK(open_sqlite(folder / "copy.db").value()->head()->last == 1);
  CHECK(std::get<appended>(append_to(*store, 1, {"two"})).last == 2);
  store.reset();
  CHECK(open_sqlite(file, {.full_check = true}).value()->head()->last == 2);
}

TEST_CASE("while the disk goes on failing there is no answer, and no wrong one") {
  const failing_disk installed;
  const temp_folder folder;
  const auto store = open_sqlite(folder / "log.db").value();
  CHECK(std::get<appended>(append_to(*store, 0, {"one"})).last == 1);
  disk = {.sync_countdown = 1, .code = SQLITE_IOERR_FSYNC, .forever = true};
  CHECK(std::holds_alternative<outcome_unknown>(append_to(*store, 1, {"in doubt"})));
  CHECK(store->head().error().kind == failure_kind::unavailable);
  CHECK(std::get<failure>(append_to(*store, 1, {"too soon"})).kind == failure_kind::unavailable);
  CHECK(!store->read(0, 10, [](position, record_bytes) { return true; }).has_value());
  disk = {};
  CHECK(store->head()->last == 1);
  CHECK(std::get<appended>(append_to(*store, 1, {"two"})).last == 2);
}

}  // TEST_SUITE("stores/sqlite_faults")
