// SPDX-License-Identifier: Apache-2.0
// Copies of one container in several threads, each going its own way. Run under ThreadSanitizer it proves
// more than its assertions say.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "charter/base/cow_map.hpp"
#include "charter/base/cow_vector.hpp"

TEST_SUITE("base/cow_threads") {

using charter::cow_map;
using charter::cow_vector;

TEST_CASE("cow_vector: one const vector is copied and its copies changed by many threads at once") {
  cow_vector<cow_vector<int>> built;
  cow_vector<int> numbers;
  for (int i = 0; i < 20; ++i) numbers.push_back(i);
  for (int i = 0; i < 100; ++i) built.push_back(numbers);
  const auto origin =
      std::move(built);  // a move: origin and its rows still own their nodes when the threads start
  std::atomic<int> wrong{0};
  const auto copier = [&] {
    for (int round = 0; round < 20; ++round) {
      auto mine = origin;
      for (std::size_t i = 0; i < mine.size(); i += 5) mine.edit(i).set(7, -7);
      for (std::size_t i = 0; i < mine.size(); i += 5) wrong += mine[i][7] != -7 || origin[i][7] != 7;
    }
  };
  std::thread first(copier), second(copier), third(copier);
  first.join();
  second.join();
  third.join();
  CHECK(wrong == 0);
}

TEST_CASE("cow_vector: readers keep and change their copies while the writer goes on") {
  struct row {
    std::uint64_t revision = 0;
    std::string text;
    cow_vector<std::uint64_t> list;
  };
  std::mutex turn;
  cow_vector<row> live;
  for (int i = 0; i < 200; ++i) live.push_back({0, "0", {}});
  std::atomic<int> wrong{0};

  const auto reader = [&] {
    for (int round = 0; round < 40; ++round) {
      cow_vector<row> mine;
      {
        const std::lock_guard lock(turn);
        mine = live;
      }
      for (const auto& each : mine)
        wrong += each.text != std::to_string(each.revision) ||
                 (each.revision && each.list.back() != each.revision);
      for (std::size_t i = 0; i < mine.size(); i += 9) mine.edit(i).list.push_back(99);
      for (std::size_t i = 0; i < mine.size(); i += 9) wrong += mine[i].list.back() != 99;
    }
  };
  std::thread first(reader), second(reader);
  for (std::uint64_t revision = 1; revision <= 2000; ++revision) {
    const std::lock_guard lock(turn);
    row& changed = live.edit(static_cast<std::size_t>(revision * 37 % live.size()));
    changed.revision = revision;
    changed.text = std::to_string(revision);
    changed.list.push_back(revision);
  }
  first.join();
  second.join();
  CHECK(wrong == 0);
  CHECK(live[37].revision != 0);
}

TEST_CASE("cow_map: readers keep and change their copies while the writer goes on") {
  using lists = cow_map<std::string, cow_vector<std::uint64_t>>;
  std::mutex turn;
  lists live;
  for (int i = 0; i < 300; ++i) live.edit(std::to_string(i)).push_back(0);
  lists built;
  for (int i = 0; i < 300; ++i) built.edit(std::to_string(i)).push_back(0);
  const lists origin = std::move(built);
  std::atomic<int> wrong{0};

  const auto reader = [&] {
    for (int round = 0; round < 40; ++round) {
      lists mine;
      {
        const std::lock_guard lock(turn);
        mine = live;
      }
      auto origin_copy = origin;  // no lock: a const map may be copied from many threads at once
      origin_copy.edit("7").push_back(1);
      origin_copy.erase("8");
      wrong += origin_copy.find("7")->size() != 2 || origin.find("7")->size() != 1 || !origin.contains("8");
      std::size_t seen = 0;
      mine.for_each([&](const std::string&, const cow_vector<std::uint64_t>& list) {
        ++seen;
        for (std::size_t i = 1; i < list.size(); ++i) wrong += list[i - 1] >= list[i];
      });
      wrong += seen != mine.size();
      for (int i = 0; i < 300; i += 7) mine.edit(std::to_string(i)).push_back(99);
      for (int i = 0; i < 300; i += 7) wrong += mine.find(std::to_string(i))->back() != 99;
    }
  };
  std::thread first(reader), second(reader);
  for (std::uint64_t revision = 1; revision <= 2000; ++revision) {
    const std::lock_guard lock(turn);
    live.edit(std::to_string(revision * 37 % 400)).push_back(revision);
    if (revision % 10 == 0) live.erase(std::to_string(300 + revision % 100));
  }
  first.join();
  second.join();
  CHECK(wrong == 0);
  CHECK(live.size() >= 300);
}

}  // TEST_SUITE("base/cow_threads")
