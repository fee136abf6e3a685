// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Cases of the contract for snapshots: what is saved beside a log.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "charter/store/snapshot_store.hpp"
#include "charter/testing/contract/trial.hpp"

namespace charter::inline v0::testing::contract {

/// The store's snapshots; a failed check and nullptr when it keeps none.
inline snapshot_store* snapshots_of(trial& t, event_store* store) {
  if (store == nullptr) return nullptr;
  auto* kept = store->snapshots();
  t.check(kept != nullptr, "the store keeps no snapshots");
  return kept;
}

/// A source that gives those bytes in pieces.
inline byte_source giving(std::string_view bytes, std::size_t piece = 1000) {
  return [bytes, piece](const byte_sink& to) {
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      if (!to(bytes.substr(at, piece))) return false;
    return true;
  };
}

inline void save(trial& t, snapshot_store& kept, position at, std::string_view bytes) {
  const auto failed = kept.save(at, giving(bytes));
  t.check(!failed, "save: " + (failed ? failed->what : ""));
}

inline void expect_list(trial& t, snapshot_store& kept, const std::vector<position>& expected) {
  const auto got = kept.list();
  if (!t.check(got.has_value(), "list: " + (got ? "" : got.error().what))) return;
  t.equal("snapshots", expected.size(), got->size());
  for (std::size_t i = 0; i < expected.size() && i < got->size(); ++i)
    t.equal("snapshot " + std::to_string(i), expected[i], (*got)[i]);
}

inline void expect_snapshot(trial& t, snapshot_store& kept, position at, std::string_view bytes) {
  const auto got = kept.load(at);
  if (t.check(got.has_value(), "load: " + (got ? "" : got.error().what))) t.equal("loaded", bytes, *got);
}

inline void expect_none(trial& t, snapshot_store& kept, position at) {
  const auto got = kept.load(at);
  t.check(!got && got.error().kind == failure_kind::unavailable,
          "load: expected no snapshot at " + std::to_string(at));
}

inline void no_snapshots(trial& t, event_store& store) {
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  expect_list(t, *kept, {});
  expect_none(t, *kept, 1);
  t.check(!kept->drop(1), "dropping what is not there is no failure");
}

inline void snapshot_bytes(trial& t, event_store& store) {
  using namespace std::string_literals;
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  std::string large(5'000'000, '\0');
  for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * 31 % 251);
  position at = 0;
  for (const auto& bytes : {"one"s, ""s, "nul\0 and \xff"s, large}) {
    save(t, *kept, ++at, bytes);
    expect_snapshot(t, *kept, at, bytes);
  }
}

inline void newest_two(trial& t, event_store& store) {
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  save(t, *kept, 9, "nine");
  expect_list(t, *kept, {9});
  save(t, *kept, 100, "a hundred");
  expect_list(t, *kept, {100, 9});
  save(t, *kept, 20, "twenty");
  save(t, *kept, 7, "seven");
  const auto all = kept->list();
  if (!t.check(all && all->size() >= 2, "the newest two are kept")) return;
  t.equal("the newest", 100, (*all)[0]);
  t.equal("the next", 20, (*all)[1]);
  for (std::size_t i = 1; i < all->size(); ++i) t.check((*all)[i] < (*all)[i - 1], "the newest come first");
  expect_snapshot(t, *kept, 100, "a hundred");
  expect_snapshot(t, *kept, 20, "twenty");
}

inline void save_again(trial& t, event_store& store) {
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  save(t, *kept, 5, "a longer one before");
  save(t, *kept, 5, "after");
  expect_list(t, *kept, {5});
  expect_snapshot(t, *kept, 5, "after");
}

inline void source_fails(trial& t, event_store& store) {
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  const byte_source breaks = [](const byte_sink& to) { return to("half of it"), false; };
  t.check(kept->save(5, breaks).has_value(), "a save whose source fails is a failure");
  expect_list(t, *kept, {});
  save(t, *kept, 5, "whole");
  t.check(kept->save(5, breaks).has_value(), "a save whose source fails is a failure");
  t.check(kept->save(8, breaks).has_value(), "a save whose source fails is a failure");
  expect_list(t, *kept, {5});
  expect_snapshot(t, *kept, 5, "whole");
}

inline void drop_one(trial& t, event_store& store) {
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  save(t, *kept, 5, "five");
  save(t, *kept, 6, "six");
  t.check(!kept->drop(6), "drop");
  expect_none(t, *kept, 6);
  expect_list(t, *kept, {5});
  expect_snapshot(t, *kept, 5, "five");
}

inline void log_beside_snapshots(trial& t, event_store& store) {
  auto* kept = snapshots_of(t, &store);
  if (kept == nullptr) return;
  expect(t, appended{1}, append_to(store, 0, {"one"}));
  const auto failed = kept->save(1, [&](const byte_sink& to) {
    expect(t, appended{2}, append_to(store, 1, {"two"}));
    return to("first half, ") && to("second half");
  });
  t.check(!failed, "save: " + (failed ? failed->what : ""));
  expect_snapshot(t, *kept, 1, "first half, second half");
  t.check(kept->save(2, [](const byte_sink&) { return false; }).has_value(), "a failure");
  t.check(!kept->drop(1), "drop");
  expect_head(t, store, 2);
  expect_log(t, store, {"one", "two"});
}

inline void snapshots_shared(trial& t, event_store& first) {
  auto *one = snapshots_of(t, &first), *two = snapshots_of(t, t.open());
  if (one == nullptr || two == nullptr) return;
  save(t, *one, 5, "five");
  expect_snapshot(t, *two, 5, "five");
  save(t, *two, 6, "six");
  expect_list(t, *one, {6, 5});
  t.check(!two->drop(5), "drop");
  expect_none(t, *one, 5);
  t.close();
  auto* again = snapshots_of(t, t.open());
  if (again == nullptr) return;
  expect_list(t, *again, {6});
  expect_snapshot(t, *again, 6, "six");
}

/// All save the same positions at once; who reads beside them finds whole snapshots or none.
inline void saved_whole(trial& t, event_store& first) {
  constexpr std::size_t writers = 3, size = 50'000;
  constexpr position rounds = 12;
  std::vector<snapshot_store*> kept = {snapshots_of(t, &first)};
  while (kept.size() <= writers) kept.push_back(snapshots_of(t, t.open()));
  if (std::find(kept.begin(), kept.end(), nullptr) != kept.end()) return;

  std::array<std::string, writers + 1> problems;
  std::atomic<bool> written = false;
  std::thread reader([&] {
    auto& problem = problems[writers];
    for (bool last_look = false; !last_look && problem.empty();) {
      last_look = written;
      for (const auto at : kept[writers]->list().value_or(std::vector<position>{})) {
        const auto got = kept[writers]->load(at);
        if (got && (got->size() != size || got->find_first_not_of(got->front()) != std::string::npos))
          problem = "half a snapshot at " + std::to_string(at);
      }
    }
  });
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < writers; ++i)
    threads.emplace_back([&, i] {
      const std::string bytes(size, static_cast<char>('a' + i));
      for (position at = 1; at <= rounds && problems[i].empty(); ++at)
        if (const auto failed = kept[i]->save(at, giving(bytes))) problems[i] = failed->what;
    });
  for (auto& each : threads) each.join();
  written = true;
  reader.join();
  for (const auto& each : problems) t.equal("a thread's problem", "", each);
  const auto all = kept[0]->list();
  if (t.check(all && all->size() >= 2, "the newest two are kept"))
    t.equal("the newest", rounds, all->front());
}

}  // namespace charter::inline v0::testing::contract
