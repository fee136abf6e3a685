// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Cases of the storage contract: what reads and waits answer.

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "charter/testing/contract/trial.hpp"

namespace charter::inline v0::testing::contract {

inline const std::vector<std::string>& five_records() {
  static const std::vector<std::string> records = {"one", "two", "three", "four", "five"};
  return records;
}

inline void read_after(trial& t, event_store& store) {
  expect(t, appended{5}, append_to(store, 0, five_records()));
  for (position after = 0; after <= 5; ++after) {
    const auto got = records_after(t, store, after);
    if (!t.equal("records after " + std::to_string(after), 5 - after, position{got.size()})) continue;
    if (!got.empty()) t.equal("the first of them", five_records()[after], got.front());
  }
}

inline void read_limit(trial& t, event_store& store) {
  expect(t, appended{5}, append_to(store, 0, five_records()));
  for (std::size_t limit = 0; limit <= 6; ++limit) {
    const auto got = records_after(t, store, 1, limit);
    t.equal("records with limit " + std::to_string(limit), position{std::min<std::size_t>(limit, 4)},
            position{got.size()});
  }
}

inline void read_stops(trial& t, event_store& store) {
  expect(t, appended{5}, append_to(store, 0, five_records()));
  for (position stop = 1; stop <= 5; ++stop) {
    position calls = 0;
    const auto answer = store.read(0, 100, [&](position at, record_bytes) { return ++calls, at < stop; });
    t.equal("records seen before stopping", stop, calls);
    if (t.check(answer.has_value(), "read: " + (answer ? "" : answer.error().what)))
      t.equal("answer of a stopped read", stop, *answer);
  }
}

inline void read_past_head(trial& t, event_store& store) {
  expect(t, appended{5}, append_to(store, 0, five_records()));
  for (const position after : {position{5}, position{6}, position{1} << 40, ~position{0} >> 1, ~position{0}})
    t.equal("records after " + std::to_string(after), 0, position{records_after(t, store, after).size()});
}

inline void expect_wait(trial& t, event_store& store, position after, std::chrono::milliseconds timeout,
                        position last) {
  const auto answer = store.wait(after, timeout);
  if (t.check(answer.has_value(), "wait: " + (answer ? "" : answer.error().what)))
    t.equal("wait", last, *answer);
}

inline void wait_when_behind(trial& t, event_store& store) {
  using namespace std::chrono;
  expect(t, appended{5}, append_to(store, 0, five_records()));
  const auto start = steady_clock::now();
  expect_wait(t, store, 0, minutes{10}, 5);
  expect_wait(t, store, 4, milliseconds::max(), 5);
  t.check(steady_clock::now() - start < minutes{1}, "a wait for what is there must not wait");
}

inline void wait_times_out(trial& t, event_store& store) {
  using namespace std::chrono;
  expect_wait(t, store, 0, milliseconds{0}, 0);
  const auto start = steady_clock::now();
  expect_wait(t, store, 0, milliseconds{30}, 0);
  t.check(steady_clock::now() - start >= milliseconds{25}, "a wait must last until its time is up");
  expect(t, appended{5}, append_to(store, 0, five_records()));
  expect_wait(t, store, 5, milliseconds{5}, 5);
}

inline void wait_sees_append(trial& t, event_store& store) {
  using namespace std::chrono;
  auto* writer = t.open();
  if (writer == nullptr) return;
  const auto start = steady_clock::now();
  event_store::append_result result;
  std::thread writing([&] {
    std::this_thread::sleep_for(milliseconds{20});
    result = append_to(*writer, 0, {"awaited"});
  });
  const auto answer = store.wait(0, seconds{30});
  writing.join();
  expect(t, appended{1}, result);
  if (t.check(answer.has_value(), "wait: " + (answer ? "" : answer.error().what)))
    t.equal("wait", 1, *answer);
  t.check(steady_clock::now() - start < seconds{20}, "a wait must end soon after the append");
}

}  // namespace charter::inline v0::testing::contract
