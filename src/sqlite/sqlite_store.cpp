// SPDX-License-Identifier: Apache-2.0
/// Handles on logs in SQLite files: all handles of a process on one file share one log_file.
#include "charter/stores/sqlite.hpp"

#include <sys/stat.h>
#include <map>
#include <mutex>
#include <utility>

#include "guards.hpp"
#include "log_file.hpp"
#include "snapshot_files.hpp"

namespace charter::inline v0 {

namespace {

using sqlite::log_file;

class sqlite_store final : public event_store, public transactional_store {
 public:
  sqlite_store(std::shared_ptr<log_file> log, const std::string& file)
      : log_(std::move(log)), snapshots_(file) {
    snapshots_.sweep();
  }

  tl::expected<log_head, failure> head() override { return log_->head(); }

  append_result append(position expected_head, const record_batch& batch) override {
    return log_->append(expected_head, batch);
  }

  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    for (bool at_end = false; limit > 0 && !at_end;) {
      auto found = log_->read(after, limit);
      for (const auto& it : found.entries) {
        after = it.at;
        if (!visit(it.at, found.record(it))) return after;
      }
      if (found.damage) return tl::unexpected(std::move(*found.damage));
      limit -= found.entries.size();
      at_end = found.at_end;
    }
    return after;
  }

  tl::expected<position, failure> heads(position after, std::size_t limit,
                                        const head_visitor& visit) override {
    while (limit > 0) {
      const auto found = log_->heads(after, limit);
      if (!found) return tl::unexpected(found.error());
      if (found->empty()) break;
      for (const auto& each : *found) {
        after = each.last;
        if (!visit(each)) return after;
      }
      limit -= found->size();
    }
    return after;
  }

  append_result append_with(position expected_head, const record_batch& batch,
                            const transaction_body& body) override {
    return log_->append(expected_head, batch, &body);
  }
  transactional_store* transactions() override { return this; }

  snapshot_store* snapshots() override { return &snapshots_; }

 private:
  std::shared_ptr<log_file> log_;
  sqlite::snapshot_files snapshots_;
};

/// The logs this process has open. Never destroyed: a store may live in a static object.
struct open_logs {
  std::mutex turn;
  std::map<sqlite::file_identity, std::weak_ptr<log_file>> by_file;

  std::shared_ptr<log_file> find(const std::string& file) {
    std::erase_if(by_file, [](const auto& entry) { return entry.second.expired(); });
    struct stat it {};
    if (::stat(file.c_str(), &it) != 0) return nullptr;
    const auto known = by_file.find({it.st_dev, it.st_ino});
    return known == by_file.end() ? nullptr : known->second.lock();
  }

  static open_logs& of_process() {
    static auto* const logs = new open_logs;
    return *logs;
  }
};

}  // namespace

tl::expected<std::unique_ptr<event_store>, failure> open_sqlite(const std::string& file,
                                                                sqlite_options options) {
  const auto resolved = sqlite::resolve(file);
  if (!resolved) return tl::unexpected(resolved.error());
  auto& logs = open_logs::of_process();
  const std::lock_guard turn(logs.turn);
  if (auto log = logs.find(*resolved)) {
    if (auto no = log->check_process()) return tl::unexpected(std::move(*no));
    return std::make_unique<sqlite_store>(std::move(log), *resolved);
  }
  auto opened = log_file::open(*resolved, options);
  if (!opened) return tl::unexpected(std::move(opened.error()));
  std::shared_ptr<log_file> log = std::move(*opened);
  logs.by_file[log->identity()] = log;
  return std::make_unique<sqlite_store>(std::move(log), *resolved);
}

}  // namespace charter::inline v0
