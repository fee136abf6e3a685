// SPDX-License-Identifier: Apache-2.0
/// Snapshot files: their names and rights, what a crash leaves, other processes, a disk that is full.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "charter/stores/sqlite.hpp"
#include "charter/testing/contract/snapshots.hpp"
#include "sqlite_files.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/sqlite_snapshots") {

using namespace charter;
using charter_test::contents, charter_test::temp_folder;
using testing::append_to, testing::contract::giving;

namespace {

/// The names in the folder that have to do with snapshots, sorted.
std::vector<std::string> snapshot_names(const temp_folder& folder) {
  std::vector<std::string> out;
  for (const auto& each : std::filesystem::directory_iterator(folder.path()))
    if (auto name = each.path().filename().string(); name.find("-snapshot-") != std::string::npos)
      out.push_back(std::move(name));
  std::sort(out.begin(), out.end());
  return out;
}

using names = std::vector<std::string>;

/// What `work` answers in a process of its own; the negative signal if one ended it.
int in_a_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("a snapshot is a file beside the log, as readable as the log is, and the newest two stay") {
  const temp_folder folder;
  const auto store = open_sqlite(folder / "log.db").value();
  ::chmod((folder / "log.db").c_str(), 0640);
  for (const position at : {3U, 12U, 7U}) CHECK_FALSE(store->snapshots()->save(at, giving("bytes")));
  CHECK(snapshot_names(folder) == names{"log.db-snapshot-12", "log.db-snapshot-7"});
  CHECK(contents(folder / "log.db-snapshot-12") == "bytes");
  struct stat it {};
  CHECK(::stat((folder / "log.db-snapshot-12").c_str(), &it) == 0);
  CHECK((it.st_mode & 0777) == 0640);
}

TEST_CASE("files of other names, and logs of other names, are left alone") {
  const temp_folder folder;
  const names others = {"log.db-snapshot-",
                        "log.db-snapshot-007",
                        "log.db-snapshot-0",
                        "log.db-snapshot-1x",
                        "log.db-snapshot-18446744073709551616",
                        "log.db2-snapshot-1",
                        "log.db2-snapshot-1-7-7.new"};
  for (const auto& each : others) charter_test::write(folder / each, "other");
  std::filesystem::create_directory(folder / "log.db-snapshot-5");
  const auto store = open_sqlite(folder / "log.db").value();
  CHECK(store->snapshots()->list() == std::vector<position>{5});
  CHECK(store->snapshots()->load(5).error().what.find("is not a file") != std::string::npos);
  for (const position at : {8U, 9U, 10U}) CHECK_FALSE(store->snapshots()->save(at, giving("bytes")));
  for (const auto& each : others) CHECK(contents(folder / each) == "other");
}

TEST_CASE("a process killed in the middle of a save leaves a draft, which the next open removes") {
  const temp_folder folder;
  {
    const auto store = open_sqlite(folder / "log.db").value();
    CHECK_FALSE(store->snapshots()->save(1, giving("before")));
  }
  CHECK(in_a_child([&] {
          const auto store = open_sqlite(folder / "log.db");
          if (!store) return 2;
          (void)(*store)->snapshots()->save(
              2, [](const byte_sink& to) { return to("half of it") && ::raise(SIGKILL) == 0; });
          return 3;
        }) == -SIGKILL);
  CHECK(snapshot_names(folder).size() == 2);
  const auto store = open_sqlite(folder / "log.db").value();
  CHECK(snapshot_names(folder) == names{"log.db-snapshot-1"});
  CHECK(store->snapshots()->list() == std::vector<position>{1});
  CHECK(store->snapshots()->load(1) == "before");
}

TEST_CASE("a draft that is being written is not removed by who opens the log meanwhile") {
  const temp_folder folder;
  int begun[2], go_on[2];
  REQUIRE(::pipe(begun) == 0);
  REQUIRE(::pipe(go_on) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto store = open_sqlite(folder / "log.db");
    char byte = 0;
    const auto failed = (*store)->snapshots()->save(1, [&](const byte_sink& to) {
      return to("first, ") && ::write(begun[1], "x", 1) == 1 && ::read(go_on[0], &byte, 1) == 1 &&
             to("second");
    });
    ::_exit(failed ? 1 : 0);
  }
  char byte = 0;
  CHECK(::read(begun[0], &byte, 1) == 1);
  const auto store = open_sqlite(folder / "log.db").value();
  CHECK(snapshot_names(folder).size() == 1);
  CHECK(store->snapshots()->list()->empty());
  CHECK(::write(go_on[1], "x", 1) == 1);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  for (const int each : {begun[0], begun[1], go_on[0], go_on[1]}) ::close(each);
  CHECK(store->snapshots()->load(1) == "first, second");
}

TEST_CASE("processes that save and read at once see whole snapshots") {
  const temp_folder folder;
  CHECK(open_sqlite(folder / "log.db").has_value());
  const auto save_many = [&](char letter) {
    const auto store = open_sqlite(folder / "log.db");
    if (!store) return 2;
    const std::string bytes(100'000, letter);
    for (position at = 1; at <= 40; ++at) {
      if ((*store)->snapshots()->save(at, giving(bytes))) return 3;
      const auto got = (*store)->snapshots()->load(at);
      if (got && (got->size() != bytes.size() || got->find_first_not_of(got->front()) != got->npos)) return 4;
    }
    return 0;
  };
  std::vector<pid_t> children;
  for (const char letter : {'a', 'b', 'c'}) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(save_many(letter));
    children.push_back(child);
  }
  for (const auto child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(snapshot_names(folder) == names{"log.db-snapshot-39", "log.db-snapshot-40"});
}

TEST_CASE("a save that finds no room fails, leaves nothing behind and costs the log nothing") {
  const temp_folder folder;
  const auto outcome = in_a_child([&] {
    const auto store = open_sqlite(folder / "log.db");
    if (!store || (*store)->snapshots()->save(1, giving("before"))) return 2;
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300'000, 300'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto failed = (*store)->snapshots()->save(2, giving(std::string(1'000'000, 'x')));
    if (!failed || failed->what.find("could not write the snapshot") == std::string::npos) return 3;
    return std::holds_alternative<appended>(append_to(**store, 0, {"record"})) ? 0 : 4;
  });
  CHECK(outcome == 0);
  CHECK(snapshot_names(folder) == names{"log.db-snapshot-1"});
  const auto store = open_sqlite(folder / "log.db").value();
  CHECK(store->head()->last == 1);
  CHECK(store->snapshots()->load(1) == "before");
}

TEST_CASE("a folder that is gone is a failure, not the end") {
  const temp_folder folder;
  std::filesystem::create_directory(folder / "inside");
  const auto store = open_sqlite(folder / "inside/log.db").value();
  std::filesystem::remove_all(folder / "inside");
  CHECK(store->snapshots()->save(1, giving("bytes"))->kind == failure_kind::unavailable);
  CHECK(store->snapshots()->list().error().kind == failure_kind::unavailable);
  CHECK(store->snapshots()->load(1).error().kind == failure_kind::unavailable);
  CHECK_FALSE(store->snapshots()->drop(1));
}

}  // TEST_SUITE("stores/sqlite_snapshots")
