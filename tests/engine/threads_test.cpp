// SPDX-License-Identifier: Apache-2.0
// Readers, writers and views at once. Run under ThreadSanitizer it proves more than its assertions say.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "sample_realm.hpp"

TEST_SUITE("engine/threads") {

using namespace charter;

TEST_CASE("checks and views go on while commands run") {
  auto engine = sample::open();
  sample::populate(engine);
  const auto study = sample::open_study(engine);
  const auto bob = *engine.now().find_user("bob");
  const auto alice = *engine.now().find_user("alice");
  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0}, answered{0};

  const auto look = [&] {
    while (!stop) {
      // alice never loses her right; bob's comes and goes, but only these two answers are possible.
      if (!engine.check({alice, permissions::workspace_manage_members, study})) ++wrong;
      const auto answer = engine.check({bob, permissions::job_create, study});
      if (!answer && answer.why != denial::not_found) ++wrong;
      const auto view = engine.now();
      if (!view.find_user("bob")) ++wrong;
      ++answered;
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(look);
  for (int i = 0; i < 50; ++i) {
    sample::must(engine, "alice", workspace::remove_member{.workspace = "study", .user = "bob"});
    sample::must(engine, "alice", workspace::add_member{.workspace = "study", .email = "bob@lab.org"});
  }
  while (answered < 10) std::this_thread::yield();
  stop = true;
  for (auto& each : readers) each.join();
  CHECK(wrong == 0);
}

TEST_CASE("commands from several threads each get their own position") {
  auto engine = sample::open();
  constexpr int each_writes = 25;
  std::vector<std::thread> writers;
  std::atomic<int> accepted{0};
  for (int w = 0; w < 4; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; i < each_writes; ++i) {
        const auto key = "o" + std::to_string(w) + "-" + std::to_string(i);
        if (engine.execute({.as = "operator"}, organization::create{.key = key, .name = key})) ++accepted;
      }
    });
  for (auto& each : writers) each.join();
  CHECK(accepted == 4 * each_writes);
  CHECK(engine.now().at_position() == 1 + 4 * each_writes);
  CHECK(engine.now().realm().organizations.all.size() == 4 * each_writes);
}

}  // TEST_SUITE("engine/threads")
