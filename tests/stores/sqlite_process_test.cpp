// SPDX-License-Identifier: Apache-2.0
/// Other processes on the same file, and what is left when one is killed.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "charter/stores/sqlite.hpp"
#include "charter/testing/contract/trial.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/sqlite_process") {

using namespace charter;
using charter_test::temp_folder;
using testing::append_to;

namespace {

/// Runs `work` in a child; it returns the child's exit code.
pid_t spawn(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  return child;
}

int exit_code(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Appends `count` records, trying again after each conflict. 0, or the step that failed.
int append_many(const std::string& file, const std::string& name, int count) {
  auto store = open_sqlite(file);
  if (!store) return 10;
  auto head = (*store)->head();
  if (!head) return 11;
  auto last = head->last;
  for (int done = 0; done < count;) {
    const auto result = append_to(**store, last, {name + " " + std::to_string(done)});
    if (const auto* won = std::get_if<appended>(&result))
      last = won->last, ++done;
    else if (const auto* lost = std::get_if<conflicted>(&result))
      last = lost->last;
    else
      return 12;
  }
  return 0;
}

std::vector<std::string> read_all(event_store& store) {
  std::vector<std::string> records;
  const auto answer = store.read(0, 1'000'000, [&](position at, record_bytes record) {
    CHECK(at == records.size() + 1);
    records.emplace_back(record);
    return true;
  });
  CHECK(answer.has_value());
  return records;
}

/// A child appends `count` records and is killed at once, without closing anything.
void append_and_die(const std::string& file, position from, position count) {
  const auto child = spawn([&] {
    auto store = open_sqlite(file);
    for (position last = from; store && last < from + count; ++last)
      if (!std::holds_alternative<appended>(append_to(**store, last, {"record " + std::to_string(last + 1)})))
        return 1;
    return store ? ::raise(SIGKILL) : 2;
  });
  CHECK(exit_code(child) == -SIGKILL);
}

}  // namespace

TEST_CASE("several processes share one file: every append is there once, in its order") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  constexpr int processes = 3, each = 60;
  std::vector<pid_t> children;
  for (int i = 0; i < processes; ++i)
    children.push_back(spawn([&] { return append_many(file, "process " + std::to_string(i), each); }));
  for (const auto child : children) CHECK(exit_code(child) == 0);

  const auto store = open_sqlite(file, {.full_check = true}).value();
  const auto records = read_all(*store);
  CHECK(records.size() == processes * each);
  std::map<std::string, int> next;
  for (const auto& record : records) {
    const auto space = record.rfind(' ');
    CHECK(std::stoi(record.substr(space)) == next[record.substr(0, space)]++);
  }
}

TEST_CASE("an append of another process is a conflict, and is seen and waited for") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const auto child = spawn([&] {
    char go = 0;
    if (::read(ready[0], &go, 1) != 1) return 1;
    return append_many(file, "child", 1);
  });
  const auto store = open_sqlite(file).value();
  CHECK(store->head()->last == 0);
  REQUIRE(::write(ready[1], "g", 1) == 1);
  CHECK(store->wait(0, std::chrono::seconds{60}) == 1);
  CHECK(std::get<conflicted>(append_to(*store, 0, {"stale"})).last == 1);
  CHECK(std::get<appended>(append_to(*store, 1, {"parent"})).last == 2);
  CHECK(exit_code(child) == 0);
  CHECK(read_all(*store) == std::vector<std::string>{"child 0", "parent"});
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("acknowledged appends survive kill -9") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  append_and_die(file, 0, 20);
  CHECK(std::filesystem::file_size(file + "-wal") > 0);
  append_and_die(file, 20, 5);
  const auto store = open_sqlite(file, {.full_check = true}).value();
  const auto records = read_all(*store);
  REQUIRE(records.size() == 25);
  CHECK(records.back() == "record 25");
  CHECK(std::get<appended>(append_to(*store, 25, {"after"})).last == 26);
}

TEST_CASE("a process killed while it appends leaves a whole log") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  position before = 0;
  for (int round = 0; round < 8; ++round) {
    int started[2];
    REQUIRE(::pipe(started) == 0);
    const auto child = spawn([&] {
      if (append_many(file, "first", 1) != 0 || ::write(started[1], "s", 1) != 1) return 1;
      return append_many(file, "round " + std::to_string(round), 1'000'000);
    });
    char byte = 0;
    ::close(started[1]);
    CHECK(::read(started[0], &byte, 1) == 1);
    ::close(started[0]);
    ::usleep(static_cast<useconds_t>(round * 3'700));
    ::kill(child, SIGKILL);
    CHECK(exit_code(child) == -SIGKILL);
    const auto store = open_sqlite(file, {.full_check = true}).value();
    const auto last = store->head()->last;
    CHECK(last > before);
    CHECK(read_all(*store).size() == last);
    before = last;
  }
}

TEST_CASE("a process killed while it makes the file leaves nothing in the way") {
  for (useconds_t moment = 0; moment < 10'000; moment += 700) {
    const temp_folder folder;
    const auto child = spawn([&] { return append_many(folder / "log.db", "child", 1'000'000); });
    ::usleep(moment);
    ::kill(child, SIGKILL);
    CHECK(exit_code(child) == -SIGKILL);
    const auto store = open_sqlite(folder / "log.db", {.full_check = true}).value();
    const auto last = store->head()->last;
    CHECK(std::get<appended>(append_to(*store, last, {"after"})).last == last + 1);
  }
}

TEST_CASE("a torn tail is cut, and the log goes on behind it") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  append_and_die(file, 0, 10);
  const auto wal = std::filesystem::file_size(file + "-wal");
  SUBCASE("a commit that ends too soon") {
    std::filesystem::resize_file(file + "-wal", wal - 100);
    const auto store = open_sqlite(file).value();
    CHECK(store->head()->last == 9);
    CHECK(read_all(*store).size() == 9);
    CHECK(std::get<appended>(append_to(*store, 9, {"after"})).last == 10);
  }
  SUBCASE("bytes that are no commit") {
    std::filesystem::resize_file(file + "-wal", wal + 5000);
    const auto store = open_sqlite(file).value();
    CHECK(store->head()->last == 10);
    CHECK(std::get<appended>(append_to(*store, 10, {"after"})).last == 11);
  }
}

TEST_CASE("a handle does not cross fork") {
  const temp_folder folder;
  const auto file = folder / "log.db";
  auto store = open_sqlite(file).value();
  CHECK(std::get<appended>(append_to(*store, 0, {"parent"})).last == 1);
  const auto child = spawn([&] {
    const auto result = append_to(*store, 1, {"child"});
    if (!std::holds_alternative<failure>(result)) return 1;
    if (std::get<failure>(result).kind != failure_kind::unavailable) return 2;
    if (store->head() || store->read(0, 1, [](position, record_bytes) { return true; })) return 3;
    if (open_sqlite(file)) return 4;
    store.reset();  // must not close what the parent has open
    return 0;
  });
  CHECK(exit_code(child) == 0);
  CHECK(std::filesystem::exists(file + "-wal"));
  CHECK(std::get<appended>(append_to(*store, 1, {"parent"})).last == 2);
}

}  // TEST_SUITE("stores/sqlite_process")
