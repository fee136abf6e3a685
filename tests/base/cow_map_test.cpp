// SPDX-License-Identifier: Apache-2.0
/// cow_map against std::map: values, snapshots, collisions, order and lifetimes.

#include "charter/base/cow_map.hpp"

#include <doctest/doctest.h>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/base/id.hpp"

namespace {

/// A key whose hash is chosen: `crowd` makes full collisions and long common prefixes.
struct crowded {
  std::uint64_t crowd = 0;
  int number = 0;
  friend auto operator<=>(const crowded&, const crowded&) = default;
};

}  // namespace

template <>
struct charter::cow_hash<crowded> {
  std::uint64_t operator()(const crowded& key) const noexcept { return key.crowd; }
};

TEST_SUITE("base/cow_map") {

using charter::cow_map;

namespace {

struct folder {
  int number = 0;
  cow_map<std::string, folder> children;
  friend bool operator==(const folder&, const folder&) = default;
};

}  // namespace

static_assert(std::is_nothrow_copy_constructible_v<cow_map<std::string, int>>);
static_assert(std::is_nothrow_move_constructible_v<cow_map<std::string, int>>);
static_assert(std::is_nothrow_move_assignable_v<cow_map<std::string, int>>);
static_assert(sizeof(cow_map<std::string, int>) == 24);

namespace {

template <class K, class V>
std::vector<std::pair<K, V>> walk(const cow_map<K, V>& of) {
  std::vector<std::pair<K, V>> out;
  of.for_each([&](const K& key, const V& value) { out.emplace_back(key, value); });
  return out;
}

template <class K, class V>
bool same(const cow_map<K, V>& ours, const std::map<K, V>& model) {
  if (ours.size() != model.size() || ours.empty() != model.empty()) return false;
  for (const auto& [key, value] : model)
    if (const V* found = ours.find(key); !found || !(*found == value)) return false;
  const auto seen = walk(ours);
  return seen.size() == model.size() && std::map<K, V>(seen.begin(), seen.end()) == model;
}

/// Random operations over several snapshots; `key_of` makes keys from small numbers so that they meet again.
template <class K, class KeyOf>
void compare_with_std_map(std::uint64_t seed, std::size_t keys, KeyOf key_of) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  using pair = std::pair<cow_map<K, std::string>, std::map<K, std::string>>;
  std::vector<pair> worlds(1);
  worlds.reserve(8);  // `ours` and `model` below stay valid while copies are added
  for (int step = 0; step < 6000; ++step) {
    auto& [ours, model] = worlds[below(worlds.size())];
    const K key = key_of(below(keys));
    const auto text = std::to_string(random());
    switch (below(16)) {
      case 0: {
        const pair copy{ours, model};
        if (worlds.size() < 8)
          worlds.push_back(copy);
        else
          worlds[below(worlds.size())] = copy;
        break;
      }
      case 1:
      case 2:
      case 3:
      case 4:
        REQUIRE(ours.erase(key) == (model.erase(key) == 1));
        break;
      case 5:
      case 6:
      case 7:
        ours.edit(key) += text;
        model[key] += text;
        break;
      case 8:
        if (below(60) != 0) break;
        ours.clear();
        model.clear();
        break;
      default:
        ours.set(key, text);
        model[key] = text;
    }
    REQUIRE(ours.contains(key) == (model.count(key) == 1));
    if (step % 50 != 0) continue;
    for (const auto& world : worlds) {
      REQUIRE(same(world.first, world.second));
      for (const auto& other : worlds)
        REQUIRE((world.first == other.first) == (world.second == other.second));
    }
  }
}

}  // namespace

TEST_CASE("cow_map: empty") {
  const cow_map<std::string, int> none;
  CHECK(none.empty());
  CHECK(none.find("a") == nullptr);
  CHECK(none == cow_map<std::string, int>());
  CHECK(walk(none).empty());
}

TEST_CASE("cow_map: set, find, edit, erase by text") {
  cow_map<std::string, int> ages;
  ages.set("alice", 30);
  ages.edit(std::string_view("bob")) += 5;
  ages.edit(std::string("bob")) += 5;
  CHECK(ages.size() == 2);
  REQUIRE(ages.find(std::string_view("alice")) != nullptr);
  CHECK(*ages.find("alice") == 30);
  CHECK(*ages.find("bob") == 10);
  CHECK_FALSE(ages.contains("carol"));
  CHECK_FALSE(ages.erase("carol"));
  CHECK(ages.erase("alice"));
  CHECK_FALSE(ages.erase("alice"));
  CHECK(ages.size() == 1);
  ages.clear();
  CHECK(ages.empty());
}

TEST_CASE("cow_map: ids and pairs of ids as keys") {
  using charter::user_id;
  using charter::workspace_id;
  cow_map<std::pair<workspace_id, user_id>, int> members;
  for (std::uint32_t i = 0; i < 3000; ++i)
    members.set({workspace_id{i % 50}, user_id{i}}, static_cast<int>(i));
  CHECK(members.size() == 3000);
  for (std::uint32_t i = 0; i < 3000; ++i)
    REQUIRE(*members.find({workspace_id{i % 50}, user_id{i}}) == static_cast<int>(i));
  CHECK_FALSE(members.contains({workspace_id{1}, user_id{0}}));
  cow_map<user_id, std::string> names;
  names.set(user_id{7}, "seven");
  CHECK(*names.find(user_id{7}) == "seven");
}

TEST_CASE("cow_map: copies are independent both ways, and share what neither changed") {
  cow_map<int, std::string> original;
  for (int i = 0; i < 2000; ++i) original.set(i, std::to_string(i));
  auto copy = original;
  CHECK(copy.find(1234) == original.find(1234));
  original.set(3, "changed");
  copy.erase(4);
  copy.set(-1, "new");
  CHECK(*original.find(3) == "changed");
  CHECK(*copy.find(3) == "3");
  CHECK(original.contains(4));
  CHECK_FALSE(copy.contains(4));
  CHECK_FALSE(original.contains(-1));
  const auto* place = copy.find(-1);
  copy.set(-1, "newer");
  CHECK(copy.find(-1) == place);  // its own node: changed in place
  auto moved = std::move(copy);
  CHECK(copy.empty());
  CHECK(moved.find(-1) == place);
  CHECK(moved.size() == 2000);
}

TEST_CASE("cow_map: keys of equal hash share one bucket that grows") {
  cow_map<crowded, int> map;
  for (int i = 0; i < 100; ++i) map.set({42, i}, i);
  const auto copy = map;
  for (int i = 0; i < 100; ++i) REQUIRE(*map.find({42, i}) == i);
  CHECK_FALSE(map.contains({42, 100}));
  for (int i = 0; i < 100; i += 2) REQUIRE(map.erase({42, i}));
  for (int i = 0; i < 100; ++i) REQUIRE(map.contains({42, i}) == (i % 2 == 1));
  CHECK(copy.size() == 100);
  CHECK(walk(copy).size() == 100);
  for (int i = 1; i < 100; i += 2) REQUIRE(map.erase({42, i}));
  CHECK(map.empty());
  CHECK(map == cow_map<crowded, int>());
}

TEST_CASE("cow_map: hashes that differ in their lowest bits only") {
  cow_map<crowded, int> map;
  for (int i = 0; i < 64; ++i) map.set({static_cast<std::uint64_t>(i), i}, i);
  int expected = 0;
  map.for_each([&](const crowded& key, int value) {
    REQUIRE(key.number == expected);
    REQUIRE(value == expected++);
  });
  CHECK(expected == 64);
}

TEST_CASE("cow_map: equal maps are walked alike and compare equal, whatever their history") {
  cow_map<std::string, int> upwards, downwards;
  for (int i = 0; i < 500; ++i) upwards.set(std::to_string(i), i);
  for (int i = 4999; i >= 0; --i) downwards.set(std::to_string(i), i);
  CHECK(upwards != downwards);
  for (int i = 500; i < 5000; ++i) downwards.erase(std::to_string(i));
  CHECK(upwards == downwards);
  CHECK(downwards == upwards);
  CHECK(walk(upwards) == walk(downwards));
  downwards.edit("77") = 0;
  CHECK(upwards != downwards);
  downwards.erase("77");
  downwards.set("seventy-seven", 77);
  CHECK(upwards.size() == downwards.size());
  CHECK(upwards != downwards);
  CHECK(downwards != upwards);
}

TEST_CASE("cow_map: keys that live in the map itself") {
  cow_map<std::string, std::string> next;
  for (int i = 0; i < 200; ++i) {
    auto& value = next.edit("first");
    value = "a text too long for the small string, number " + std::to_string(i);
    next.edit(value) = "seen";  // the new key is a text inside the map, whose entries may move meanwhile
  }
  CHECK(next.size() == 201);
  const auto copy = next;
  std::vector<std::string_view> keys;
  copy.for_each([&](const std::string& key, const std::string&) { keys.emplace_back(key); });
  for (const auto key : keys) REQUIRE(next.erase(key));
  CHECK(next.empty());
  CHECK(copy.size() == 201);

  next.set("only", "value");
  const std::string* inside = nullptr;
  next.for_each([&](const std::string& key, const std::string&) { inside = &key; });
  CHECK(next.erase(*inside));
  CHECK(next.empty());
}

TEST_CASE("cow_map: a recursive type, assigned from its own inside") {
  folder root;
  root.children.edit("a").children.edit("b").number = 7;
  const auto before = root;
  root.children = root.children.find("a")->children;
  REQUIRE(root.children.contains("b"));
  CHECK(root.children.find("b")->number == 7);
  CHECK(before.children.contains("a"));
  CHECK(before != root);
}

TEST_CASE("cow_map: every entry dies exactly once") {
  const auto token = std::make_shared<int>(0);
  {
    cow_map<int, std::shared_ptr<int>> map;
    for (int i = 0; i < 1000; ++i) map.set(i, token);
    CHECK(token.use_count() == 1001);
    auto copy = map;
    CHECK(token.use_count() == 1001);
    for (int i = 0; i < 500; ++i) copy.erase(i);
    map.clear();
    CHECK(token.use_count() == 501);
  }
  CHECK(token.use_count() == 1);
}

TEST_CASE("cow_map: random operations on many snapshots agree with std::map") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    compare_with_std_map<std::string>(seed, 600, [](std::size_t i) { return "key " + std::to_string(i); });
    compare_with_std_map<std::uint32_t>(seed, 40,
                                        [](std::size_t i) { return static_cast<std::uint32_t>(i); });
    compare_with_std_map<crowded>(seed, 300, [](std::size_t i) {
      return crowded{(i % 3) << 60 | (i % 20), static_cast<int>(i)};
    });
  }
}

}  // TEST_SUITE("base/cow_map")
