// SPDX-License-Identifier: Apache-2.0
// What ends by itself: soonest first, whatever the order of putting in, and copies are values.
#include "charter/realm/due_queue.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

TEST_SUITE("realm/due_queue") {

namespace {

using namespace charter;

constexpr instant at(std::int64_t milliseconds) { return instant{duration{milliseconds}}; }

due_queue holding(const std::vector<std::int64_t>& ends) {
  due_queue queue;
  std::uint32_t number = 0;
  for (const auto end : ends) queue.push({at(end), number++, 0, {}});
  return queue;
}
std::vector<std::int64_t> emptied(due_queue queue) {
  std::vector<std::int64_t> out;
  while (queue.any_until(instant::max())) out.push_back(queue.pop().until.time_since_epoch().count());
  return out;
}

}  // namespace

TEST_CASE("nothing is due in an empty queue, at no time") {
  CHECK_FALSE(due_queue().any_until(at(0)));
  CHECK_FALSE(due_queue().any_until(instant::max()));
}

TEST_CASE("an end is due at its own instant and not a millisecond before [D45]") {
  const auto queue = holding({2000, 1000, 3000});
  CHECK_FALSE(queue.any_until(at(999)));
  CHECK(queue.any_until(at(1000)));
  CHECK(queue.any_until(at(1001)));
  CHECK(queue.first().until == at(1000));
  CHECK(queue.first().first == 1);
}

TEST_CASE("an entry comes out as it went in") {
  due_queue queue;
  queue.push({at(5), 7, 8, role_index{9}});
  const auto out = queue.pop();
  CHECK(out.until == at(5));
  CHECK(out.first == 7);
  CHECK(out.second == 8);
  CHECK(out.role == role_index{9});
  CHECK_FALSE(queue.any_until(instant::max()));
}

TEST_CASE("ends come out soonest first, equal ones as often as they were put in") {
  CHECK(emptied(holding({1, 2, 3, 4, 5, 6, 7})) == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7});
  CHECK(emptied(holding({7, 6, 5, 4, 3, 2, 1})) == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7});
  CHECK(emptied(holding({4, -1, 4, 0, 4, -1})) == std::vector<std::int64_t>{-1, -1, 0, 4, 4, 4});
  std::mt19937 random(3);
  for (std::size_t size = 1; size < 120; ++size) {
    std::vector<std::int64_t> ends(size);
    for (auto& each : ends) each = static_cast<std::int64_t>(random() % 60);
    const auto out = emptied(holding(ends));
    std::sort(ends.begin(), ends.end());
    REQUIRE(out == ends);
  }
}

TEST_CASE("putting in and taking out by turns loses nobody") {
  std::mt19937 random(4);
  due_queue queue;
  std::vector<std::pair<std::int64_t, std::uint32_t>> model;
  for (std::uint32_t step = 0; step < 3000; ++step) {
    if (model.empty() || random() % 5 < 3) {
      const auto end = static_cast<std::int64_t>(random() % 500);
      queue.push({at(end), step, 0, {}});
      model.emplace_back(end, step);
      continue;
    }
    const auto soonest = std::min_element(model.begin(), model.end())->first;
    const auto out = queue.pop();
    REQUIRE(out.until == at(soonest));
    const auto taken = std::find(model.begin(), model.end(), std::pair(soonest, out.first));
    REQUIRE(taken != model.end());
    model.erase(taken);
    REQUIRE(queue.any_until(instant::max()) == !model.empty());
  }
}

TEST_CASE("a copy is emptied alone") {
  const auto queue = holding({3, 1, 2});
  auto copy = queue;
  copy.pop();
  copy.push({at(0), 9, 0, {}});
  CHECK(emptied(copy) == std::vector<std::int64_t>{0, 2, 3});
  CHECK(emptied(queue) == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("renumbering reaches every entry's role and nothing else") {
  due_queue queue;
  for (std::uint32_t i = 0; i < 40; ++i)
    queue.push({at(100 - i), i, 2 * i, role_index{static_cast<std::uint16_t>(i % 4)}});
  const auto before = queue;
  queue.renumber([](role_index old) { return role_index{static_cast<std::uint16_t>(old.value + 10)}; });
  CHECK(before.first().role == role_index{3});
  for (std::uint32_t i = 40; i-- > 0;) {
    const auto out = queue.pop();
    REQUIRE(out.until == at(100 - i));
    REQUIRE(out.first == i);
    REQUIRE(out.second == 2 * i);
    REQUIRE(out.role.value == i % 4 + 10);
  }
}

TEST_CASE("a queue is made again from its heap, and from no other list") {
  const auto queue = holding({4, 1, 4, 0, 4, 1, 9});
  const auto again = due_queue::of(queue.heap());
  REQUIRE(again.has_value());
  auto one = queue, other = *again;
  while (one.any_until(instant::max())) REQUIRE(one.pop().first == other.pop().first);
  CHECK_FALSE(other.any_until(instant::max()));

  for (const std::size_t place : {1U, 3U, 6U}) {
    auto heap = queue.heap();
    heap.edit(place).until = at(-1);
    CHECK_FALSE(due_queue::of(heap).has_value());
  }
  CHECK(due_queue::of({}).has_value());
}

}  // TEST_SUITE("realm/due_queue")
