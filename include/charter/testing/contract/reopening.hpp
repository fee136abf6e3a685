// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Cases of the storage contract: what is there when all handles have been closed.

#include <string>
#include <vector>

#include "charter/testing/contract/trial.hpp"

namespace charter::inline v0::testing::contract {

inline void reopen(trial& t, event_store& store) {
  using namespace std::string_literals;
  const std::vector<std::string> records = {"one", "nul\0and \xff"s, "", std::string(100'000, 'z')};
  expect(t, appended{3}, append_to(store, 0, {records[0], records[1], records[2]}, "old"));
  expect(t, appended{4}, append_to(store, 3, {records[3]}, "new\0head"s));
  t.close();
  for (int times = 0; times < 2; ++times) {
    auto* again = t.open();
    if (again == nullptr) return;
    expect_head(t, *again, 4, "new\0head"s);
    expect_log(t, *again, records);
    t.close();
  }
}

inline void reopen_continues(trial& t, event_store& store) {
  expect(t, appended{2}, append_to(store, 0, {"one", "two"}));
  t.close();
  auto* again = t.open();
  if (again == nullptr) return;
  expect(t, conflicted{2}, append_to(*again, 0, {"stale"}));
  expect(t, appended{3}, append_to(*again, 2, {"three"}));
  auto* other = t.open();
  if (other == nullptr) return;
  expect(t, appended{4}, append_to(*other, 3, {"four"}));
  expect_log(t, *again, {"one", "two", "three", "four"});
}

}  // namespace charter::inline v0::testing::contract
