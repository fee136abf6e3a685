// SPDX-License-Identifier: Apache-2.0
/// Containers made at once: the same as made one by one, and as fit to go on.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "charter/base/cow_map.hpp"
#include "charter/base/cow_vector.hpp"

namespace {

/// A key whose hash is chosen.
struct placed {
  std::uint64_t hash = 0;
  int number = 0;
  friend bool operator==(const placed&, const placed&) = default;
};

}  // namespace

template <>
struct charter::cow_hash<placed> {
  std::uint64_t operator()(const placed& key) const noexcept { return key.hash; }
};

TEST_SUITE("base/cow_bulk") {

using charter::cow_map;
using charter::cow_vector;

namespace {

cow_vector<std::string> counted(std::size_t count) {
  std::size_t next = 0;
  auto made = cow_vector<std::string>::filled(count, [&](std::string& each) {
    each = std::to_string(next++);
    return true;
  });
  REQUIRE(made.has_value());
  return std::move(*made);
}
cow_vector<std::string> pushed(std::size_t count) {
  cow_vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(std::to_string(i));
  return out;
}

template <class K>
using pairs = std::vector<std::pair<K, std::string>>;

template <class K>
cow_map<K, std::string> set_in_turn(const pairs<K>& all) {
  cow_map<K, std::string> out;
  for (const auto& [key, value] : all) out.set(key, value);
  return out;
}

/// Made at once and one by one, equal; and equal again after the same changes to both.
template <class K>
void check_both_ways(const pairs<K>& all) {
  auto at_once = cow_map<K, std::string>::of(all);
  auto in_turn = set_in_turn(all);
  REQUIRE(at_once.size() == in_turn.size());
  REQUIRE(at_once == in_turn);
  REQUIRE(in_turn == at_once);
  const auto before = at_once;
  std::mt19937 random(5);
  for (const auto& each : all) {
    const K& key = each.first;
    if (random() % 3 == 0) {
      REQUIRE(at_once.erase(key) == in_turn.erase(key));
    } else {
      at_once.edit(key) += "!";
      in_turn.edit(key) += "!";
    }
  }
  REQUIRE(at_once == in_turn);
  REQUIRE(before == set_in_turn(all));
}

}  // namespace

TEST_CASE("cow_vector: filled at once equals pushed one by one, at every height") {
  for (const std::size_t count : {0U, 1U, 2U, 15U, 16U, 17U, 511U, 512U, 513U, 16384U, 16385U, 20000U}) {
    auto made = counted(count);
    const auto model = pushed(count);
    REQUIRE(made.size() == count);
    REQUIRE(made == model);
    const auto before = made;
    for (int i = 0; i < 40; ++i) made.push_back("more");
    if (count > 0) made.edit(count / 2) = "changed";
    REQUIRE(made.size() == count + 40);
    REQUIRE(before == model);
    for (int i = 0; i < 40; ++i) made.pop_back();
    REQUIRE((made == model) == (count == 0));
  }
}

TEST_CASE("cow_vector: filling ends where reading does, and leaves nothing behind") {
  const auto token = std::make_shared<int>(0);
  for (const std::size_t end : {0U, 1U, 15U, 16U, 17U, 600U}) {
    std::size_t asked = 0;
    const auto made = cow_vector<std::shared_ptr<int>>::filled(20000, [&](std::shared_ptr<int>& each) {
      each = token;
      return asked++ < end;
    });
    CHECK_FALSE(made.has_value());
    CHECK(asked == end + 1);
    CHECK(token.use_count() == 1);
  }
}

TEST_CASE("cow_map: made at once equals set one by one, of equal keys the last") {
  CHECK(cow_map<std::string, std::string>::of({}).empty());
  std::mt19937 random(3);
  for (const unsigned count : {1U, 16U, 17U, 100U, 3000U, 40000U}) {
    pairs<std::string> texts;
    pairs<std::uint32_t> numbers;
    for (unsigned i = 0; i < count; ++i) {
      texts.emplace_back("key " + std::to_string(random() % count), std::to_string(i));
      numbers.emplace_back(static_cast<std::uint32_t>(random() % (2 * count)), std::to_string(i));
    }
    check_both_ways(texts);
    check_both_ways(numbers);
  }
}

TEST_CASE("cow_map: made at once from keys of equal and of nearly equal hashes") {
  pairs<placed> equal, close;
  for (int i = 0; i < 200; ++i) {
    equal.push_back({{42, i % 150}, std::to_string(i)});
    close.push_back({{static_cast<std::uint64_t>(i % 70), i % 150}, std::to_string(i)});
  }
  check_both_ways(equal);
  check_both_ways(close);
}

TEST_CASE("cow_map: made at once, every value dies exactly once") {
  const auto token = std::make_shared<int>(0);
  {
    std::vector<std::pair<int, std::shared_ptr<int>>> all;
    for (int i = 0; i < 1000; ++i) all.emplace_back(i % 900, token);
    const auto map = cow_map<int, std::shared_ptr<int>>::of(std::move(all));
    CHECK(map.size() == 900);
    CHECK(token.use_count() == 901);
  }
  CHECK(token.use_count() == 1);
}

}  // TEST_SUITE("base/cow_bulk")
