// SPDX-License-Identifier: Apache-2.0
// Commands on SQLite, durable: one caller and sixty-four, against raw inserts of the same bytes in the same
// batches into a file of its own.
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "figures.hpp"
#include "large_host.hpp"
#include "noting_store.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;
using clock = std::chrono::steady_clock;

double seconds_since(clock::time_point start) {
  return std::chrono::duration<double>(clock::now() - start).count();
}

struct folder {
  std::string path = (std::filesystem::temp_directory_path() / "charter-measure-XXXXXX").string();
  folder() {
    if (!::mkdtemp(path.data())) std::abort();
  }
  ~folder() { std::filesystem::remove_all(path); }
};

struct durable_host {
  folder in;
  std::vector<noted_batch> notes;
  large_host it{std::make_unique<noting_store>(*open_sqlite(in.path + "/log.db"), notes), 30};
};

/// The least that makes bytes durable in SQLite: one statement a row, one transaction a batch.
class raw_file {
 public:
  explicit raw_file(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) std::abort();
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE records (position INTEGER PRIMARY KEY, record BLOB NOT NULL);"
        "CREATE TABLE heads (position INTEGER PRIMARY KEY, head BLOB NOT NULL);");
    sqlite3_prepare_v2(db_, "INSERT INTO records VALUES (?1, ?2)", -1, &record_, nullptr);
    sqlite3_prepare_v2(db_, "INSERT INTO heads VALUES (?1, ?2)", -1, &head_, nullptr);
  }
  raw_file(const raw_file&) = delete;
  raw_file& operator=(const raw_file&) = delete;
  ~raw_file() {
    sqlite3_finalize(record_);
    sqlite3_finalize(head_);
    sqlite3_close(db_);
  }
  void write(const noted_batch& batch) {
    run("BEGIN IMMEDIATE");
    std::string_view left = batch.bytes;
    for (const auto size : batch.sizes) {
      insert(record_, ++last_, left.substr(0, size));
      left.remove_prefix(size);
    }
    insert(head_, last_, left);
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
  }
  static void insert(sqlite3_stmt* into, std::int64_t at, std::string_view bytes) {
    sqlite3_bind_int64(into, 1, at);
    sqlite3_bind_blob(into, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    if (sqlite3_step(into) != SQLITE_DONE) std::abort();
    sqlite3_reset(into);
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt *record_ = nullptr, *head_ = nullptr;
  std::int64_t last_ = 0;
};

/// Each iteration is followed by raw inserts of its batches: the disk's mood changes within seconds.
void commands(benchmark::State& state) {
  const auto callers = static_cast<std::uint64_t>(state.range(0));
  const std::uint64_t each = callers == 1 ? 200 : 50;
  durable_host host;
  const folder in;
  raw_file raw(in.path + "/raw.db");
  std::uint64_t number = 0;
  std::size_t batches = 0;
  double raw_seconds = 0;
  for (auto _ : state) {
    host.notes.clear();
    const auto start = clock::now();
    std::vector<std::thread> threads;
    for (std::uint64_t t = 0; t < callers; ++t)
      threads.emplace_back([&, t] {
        for (std::uint64_t i = 0; i < each; ++i)
          must(host.it.engine(), host.it.admin, host.it.next_job(number + t * each + i));
      });
    for (auto& one : threads) one.join();
    state.SetIterationTime(seconds_since(start));
    number += callers * each;
    batches += host.notes.size();
    const auto raw_start = clock::now();
    for (const auto& one : host.notes) raw.write(one);
    raw_seconds += seconds_since(raw_start);
  }
  const auto records = static_cast<double>(number);
  state.SetItemsProcessed(static_cast<std::int64_t>(number));
  state.counters["records a batch"] = records / static_cast<double>(batches);
  state.counters["baseline"] = records / raw_seconds;
}

}  // namespace

void add_durable_commands() {
  for (const std::int64_t callers : {1, 64}) add({"commands.sqlite", callers, "1/s", commands, {}, true});
}

}  // namespace charter_benchmarks
