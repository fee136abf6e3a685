// SPDX-License-Identifier: Apache-2.0
/// Files that lost or changed some of their bytes: damage is reported with its place, and never misbehaves.
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "charter/stores/sqlite.hpp"
#include "sqlite_files.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/sqlite_damage") {

using namespace charter;
using namespace charter_test;

namespace {

void write_at(const std::string& file, std::streamoff at, const std::string& bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(at).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Reads to the end; the failure, if there was one.
failure read_failure(event_store& store, position& shown) {
  shown = 0;
  const auto answer = store.read(0, 1'000'000, [&](position at, record_bytes) { return shown = at, true; });
  return answer ? failure{failure_kind::closed, "no failure"} : answer.error();
}

}  // namespace

TEST_CASE("a truncated file is refused") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 40);
  const auto size = std::filesystem::file_size(file);
  for (const auto left :
       {size - 4096, size / 2 / 4096 * 4096, size / 3, std::uintmax_t{4096}, std::uintmax_t{512}}) {
    std::filesystem::resize_file(file, left);
    check_refused(file, failure_kind::corrupt, "");
  }
}

TEST_CASE("tables that are not what they should be are refused") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 5);
  SUBCASE("no table of heads") { execute(file, "DROP TABLE heads"); }
  SUBCASE("no heads") { execute(file, "DELETE FROM heads"); }
  SUBCASE("a head before the last record") {
    execute(file, "UPDATE heads SET position = 4 WHERE position = 5");
  }
  SUBCASE("a head past the last record") {
    execute(file, "UPDATE heads SET position = 6 WHERE position = 5");
  }
  SUBCASE("a first record that is not there") { execute(file, "DELETE FROM records WHERE position = 1"); }
  SUBCASE("no version") { execute(file, "PRAGMA user_version = 0"); }
  check_refused(file, failure_kind::corrupt, "");
}

TEST_CASE("a missing record in the middle is found when it is read, or at once by a full check") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 5);
  execute(file, "DELETE FROM records WHERE position = 3");
  check_refused(file, failure_kind::corrupt, "4 records for 5 positions", {.full_check = true});
  const auto store = open_sqlite(file).value();
  position shown = 0;
  const auto failed = read_failure(*store, shown);
  CHECK(shown == 2);
  CHECK(failed.kind == failure_kind::corrupt);
  CHECK(failed.what.find("position 3") != std::string::npos);
  CHECK(failed.what.find(file) != std::string::npos);
}

TEST_CASE("damage in the middle is found when it is read, or at once by a full check") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 100);
  const std::streamoff page = static_cast<std::streamoff>(std::filesystem::file_size(file)) / 2 / 4096 * 4096;
  SUBCASE("a page of zeros") { write_at(file, page, std::string(4096, '\0')); }
  SUBCASE("a wrong kind of page") { write_at(file, page, "\x07"); }
  SUBCASE("wrong cells") { write_at(file, page + 3, "\x7f\x7f\x7f\x7f\x7f\x7f"); }
  check_refused(file, failure_kind::corrupt, "", {.full_check = true});
  const auto store = open_sqlite(file).value();
  position shown = 0;
  const auto failed = read_failure(*store, shown);
  CAPTURE(failed.what);
  CHECK(shown > 0);
  CHECK(shown < 100);
  CHECK(failed.kind == failure_kind::corrupt);
  CHECK(failed.what.find("position " + std::to_string(shown + 1)) != std::string::npos);
  CHECK(store->head()->last == 100);
}

TEST_CASE("a file with any one byte changed opens or is refused, and never misbehaves") {
  const temp_folder folder;
  const auto file = folder / "file.db";
  make_log(file, 12);
  const auto whole = contents(file);
  for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 97) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    write(file, damaged);
    const auto store = open_sqlite(file);
    if (!store) {
      CHECK(!store.error().what.empty());
      continue;
    }
    position shown = 0;
    const auto failed = read_failure(**store, shown);
    CHECK((shown == 12 || failed.kind == failure_kind::corrupt));
  }
}

}  // TEST_SUITE("stores/sqlite_damage")
