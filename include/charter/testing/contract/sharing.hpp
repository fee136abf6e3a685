// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Cases of the storage contract: several handles and threads on one log.

#include <algorithm>
#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "charter/testing/contract/trial.hpp"

namespace charter::inline v0::testing::contract {

inline void second_handle(trial& t, event_store& first) {
  auto* second = t.open();
  if (second == nullptr) return;
  expect(t, appended{2}, append_to(first, 0, {"one", "two"}, "first"));
  expect_head(t, *second, 2, "first");
  expect_log(t, *second, {"one", "two"});
  expect(t, conflicted{2}, append_to(*second, 0, {"stale"}));
  expect(t, appended{3}, append_to(*second, 2, {"three"}, "second"));
  expect(t, conflicted{3}, append_to(first, 2, {"stale"}));
  expect_head(t, first, 3, "second");
  expect_log(t, first, {"one", "two", "three"});
}

/// Each round all writers append behind the same head at once.
inline void one_winner(trial& t, event_store& first) {
  constexpr std::size_t writers = 4, rounds = 25;
  std::vector<event_store*> handles = {&first};
  while (handles.size() < writers) handles.push_back(t.open());
  if (std::find(handles.begin(), handles.end(), nullptr) != handles.end()) return;

  std::vector<std::string> winners;
  for (position last = 0; last < rounds; ++last) {
    std::array<event_store::append_result, writers> results;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < writers; ++i)
      threads.emplace_back(
          [&, i] { results[i] = append_to(*handles[i], last, {"writer " + std::to_string(i)}); });
    for (auto& thread : threads) thread.join();

    std::size_t won = 0;
    for (std::size_t i = 0; i < writers; ++i) {
      if (std::holds_alternative<appended>(results[i])) {
        ++won;
        winners.push_back("writer " + std::to_string(i));
        expect(t, appended{last + 1}, results[i]);
      } else {
        expect(t, conflicted{last + 1}, results[i]);
      }
    }
    if (!t.equal("winners of position " + std::to_string(last + 1), 1, won)) return;
  }
  expect_log(t, first, winners);
}

/// Appends `count` batches of `size` equal records, trying again after each conflict. Empty, or what went
/// wrong.
inline std::string append_until_done(event_store& store, const std::string& name, std::size_t count,
                                     std::size_t size) {
  position last = 0;
  for (std::size_t done = 0; done < count;) {
    const auto result = append_to(store, last, std::vector<std::string>(size, name + std::to_string(done)));
    if (const auto* won = std::get_if<appended>(&result))
      last = won->last, ++done;
    else if (const auto* lost = std::get_if<conflicted>(&result))
      last = lost->last;
    else
      return describe(result);
  }
  return {};
}

inline void no_position_passed(trial& t, event_store& first) {
  constexpr std::size_t batches = 25, size = 2;
  auto *second = t.open(), *third = t.open(), *beside = t.open();
  if (second == nullptr || third == nullptr || beside == nullptr) return;

  std::array<std::string, 3> problems;
  std::vector<std::thread> writers;
  writers.emplace_back([&] { problems[0] = append_until_done(first, "a", batches, size); });
  writers.emplace_back([&] { problems[1] = append_until_done(*second, "b", batches, size); });
  writers.emplace_back([&] { problems[2] = append_until_done(*third, "c", batches, size); });

  std::string problem;
  std::vector<std::string> seen;
  std::atomic<bool> written = false;
  std::thread reader([&] {
    for (bool last_look = false; !last_look && problem.empty();) {
      last_look = written;
      const auto answer = beside->read(seen.size(), 1000, [&](position at, record_bytes record) {
        if (at != seen.size() + 1) problem = "passed " + std::to_string(seen.size() + 1);
        seen.emplace_back(record);
        return true;
      });
      if (!answer) problem = answer.error().what;
    }
  });
  for (auto& writer : writers) writer.join();
  written = true;
  reader.join();

  for (const auto& it : problems) t.equal("a writer's problem", "", it);
  t.equal("the reader's problem", "", problem);
  t.equal("records seen", 3 * batches * size, seen.size());
  expect_log(t, first, seen);
}

inline void atomic_batch(trial& t, event_store& first) {
  constexpr std::size_t batches = 40, size = 5;
  auto* beside = t.open();
  if (beside == nullptr) return;
  std::string writer_problem, reader_problem;
  std::atomic<bool> written = false;
  std::thread reader([&] {
    while (!written && reader_problem.empty()) {
      for (event_store* store : {beside, &first}) {  // the writing handle may be read at the same time
        const auto head = store->head();
        const auto end = store->read(0, batches * size, [](position, record_bytes) { return true; });
        if (!head || head->last % size != 0) reader_problem = "the head lay inside a batch";
        if (!end || *end % size != 0) reader_problem = "a read ended inside a batch";
      }
    }
  });
  writer_problem = append_until_done(first, "record", batches, size);
  written = true;
  reader.join();
  t.equal("the writer's problem", "", writer_problem);
  t.equal("the reader's problem", "", reader_problem);
  expect_head(t, *beside, batches * size);
}

}  // namespace charter::inline v0::testing::contract
