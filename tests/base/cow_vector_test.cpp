// SPDX-License-Identifier: Apache-2.0
/// cow_vector against std::vector: values, snapshots, nesting and lifetimes.

#include "charter/base/cow_vector.hpp"

#include <doctest/doctest.h>
#include <cstdint>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

TEST_SUITE("base/cow_vector") {

using charter::cow_vector;

static_assert(std::is_nothrow_copy_constructible_v<cow_vector<std::string>>);
static_assert(std::is_nothrow_move_constructible_v<cow_vector<std::string>>);
static_assert(std::is_nothrow_move_assignable_v<cow_vector<std::string>>);
static_assert(std::forward_iterator<cow_vector<std::string>::const_iterator>);
static_assert(sizeof(cow_vector<int>) == 24);

namespace {

template <class T>
bool same(const cow_vector<T>& ours, const std::vector<T>& model) {
  if (ours.size() != model.size() || ours.empty() != model.empty()) return false;
  for (std::size_t i = 0; i < model.size(); ++i)
    if (!(ours[i] == model[i])) return false;
  return std::vector<T>(ours.begin(), ours.end()) == model && (model.empty() || ours.back() == model.back());
}

cow_vector<int> up_to(int end) {
  cow_vector<int> numbers;
  for (int i = 0; i < end; ++i) numbers.push_back(i);
  return numbers;
}

/// Counts the instances that are alive, to prove that every element dies exactly once.
struct counted {
  std::shared_ptr<int> token;
};

struct folder {
  std::string name;
  cow_vector<folder> children;
  friend bool operator==(const folder&, const folder&) = default;
};

struct alignas(64) wide {
  std::string text;
};

}  // namespace

TEST_CASE("cow_vector: empty") {
  const cow_vector<std::string> none;
  CHECK(none.size() == 0);
  CHECK(none.empty());
  CHECK(none.begin() == none.end());
  CHECK(none == cow_vector<std::string>());
}

TEST_CASE("cow_vector: grows and shrinks across every height") {
  const int many = 16 * 32 * 32 + 40;
  cow_vector<int> numbers;
  for (int i = 0; i < many; ++i) {
    numbers.push_back(i);
    REQUIRE(numbers.back() == i);
  }
  int expected = 0;
  for (const int number : numbers) REQUIRE(number == expected++);
  CHECK(expected == many);
  for (int i = many - 1; i >= 0; --i) {
    REQUIRE(numbers[static_cast<std::size_t>(i)] == i);
    REQUIRE(numbers.back() == i);
    numbers.pop_back();
  }
  CHECK(numbers.empty());
  numbers.push_back(7);
  CHECK(numbers.back() == 7);
}

TEST_CASE("cow_vector: a shared vector shrinks without touching its copy") {
  for (const int size : {1, 2, 16, 17, 32, 33, 512, 513, 528, 529, 16384, 16385, 16401}) {
    const auto before = up_to(size);
    auto after = before;
    after.pop_back();
    REQUIRE(before == up_to(size));
    REQUIRE(after == up_to(size - 1));
    after.push_back(size - 1);
    REQUIRE(after == before);
  }
}

TEST_CASE("cow_vector: copies are independent both ways") {
  auto original = up_to(100);
  auto copy = original;
  original.set(3, -3);
  copy.edit(99) = -99;
  CHECK(original[3] == -3);
  CHECK(original[99] == 99);
  CHECK(copy[3] == 3);
  CHECK(copy[99] == -99);
  CHECK(original != copy);
  original.clear();
  CHECK(original.empty());
  CHECK(copy.size() == 100);
}

TEST_CASE("cow_vector: a writer changes its own nodes in place and clones shared ones") {
  auto numbers = up_to(1000);
  const int* place = &numbers[500];
  numbers.set(500, 1);
  CHECK(&numbers[500] == place);

  const auto copy = numbers;
  CHECK(&copy[500] == place);
  numbers.set(500, 2);
  CHECK(&numbers[500] != place);
  CHECK(&numbers[0] == &copy[0]);  // only the path is cloned
  CHECK(copy[500] == 1);

  place = &numbers[500];
  numbers.set(501, 3);
  CHECK(&numbers[500] == place);
  auto moved = std::move(numbers);
  moved.set(500, 4);
  CHECK(&moved[500] == place);  // a move keeps the epoch
}

TEST_CASE("cow_vector: moved-from is empty and usable; self-assignment is harmless") {
  auto numbers = up_to(50);
  auto taken = std::move(numbers);
  CHECK(numbers.empty());
  numbers.push_back(1);
  CHECK(numbers.size() == 1);
  auto& alias = taken;
  taken = alias;
  CHECK(taken == up_to(50));
  taken = std::move(alias);
  CHECK(taken == up_to(50));
  std::swap(numbers, taken);
  CHECK(numbers == up_to(50));
  CHECK(taken.size() == 1);
}

TEST_CASE("cow_vector: elements that come from the vector itself") {
  cow_vector<std::string> words;
  words.push_back("a word too long for the small string");
  for (int i = 0; i < 100; ++i) words.push_back(words[0]);
  words.set(50, words.back() + "!");
  CHECK(words[50] == "a word too long for the small string!");
  CHECK(words[100] == words[0]);
}

TEST_CASE("cow_vector: nested vectors are values too") {
  cow_vector<cow_vector<int>> rows;
  for (int i = 0; i < 40; ++i) rows.push_back(up_to(i));
  const auto before = rows;
  rows.edit(39).set(38, -1);
  rows.edit(39).push_back(100);
  rows.edit(20).pop_back();
  CHECK(before[39] == up_to(39));
  CHECK(before[20] == up_to(20));
  CHECK(rows[39][38] == -1);
  CHECK(rows[39].size() == 40);
  CHECK(rows[20] == up_to(19));
  CHECK(rows[19] == before[19]);

  auto lent = rows[39];  // the copy and the element share nodes; neither may write to them
  lent.set(0, 77);
  rows.edit(39).set(1, 88);
  CHECK(lent[0] == 77);
  CHECK(lent[1] == 1);
  CHECK(rows[39][0] == 0);
  CHECK(rows[39][1] == 88);
}

TEST_CASE("cow_vector: a recursive type, assigned from its own inside") {
  folder root{"root", {}};
  root.children.push_back({"child", {}});
  root.children.edit(0).children.push_back({"grandchild", {}});
  const auto before = root;
  root.children = root.children[0].children;
  CHECK(root.children.size() == 1);
  CHECK(root.children[0].name == "grandchild");
  CHECK(before.children[0].name == "child");
  CHECK(before != root);
  root.children = root.children[0].children;
  CHECK(root.children.empty());
}

TEST_CASE("cow_vector: over-aligned elements") {
  cow_vector<wide> elements;
  for (int i = 0; i < 100; ++i) elements.push_back({std::to_string(i)});
  const auto copy = elements;
  elements.set(5, {"changed"});
  CHECK(copy[5].text == "5");
  for (const auto& each : elements) REQUIRE(reinterpret_cast<std::uintptr_t>(&each) % 64 == 0);
}

TEST_CASE("cow_vector: every element dies exactly once") {
  const auto token = std::make_shared<int>(0);
  {
    cow_vector<counted> elements;
    for (int i = 0; i < 600; ++i) elements.push_back({token});
    CHECK(token.use_count() == 601);
    auto copy = elements;
    CHECK(token.use_count() == 601);
    copy.set(0, {token});
    CHECK(token.use_count() == 617);  // one leaf of 16 was cloned
    for (int i = 0; i < 100; ++i) copy.pop_back();
    elements.clear();
    CHECK(token.use_count() == 501);
  }
  CHECK(token.use_count() == 1);
}

TEST_CASE("cow_vector: equality compares content, not history") {
  auto pushed = up_to(40);
  auto edited = up_to(45);
  for (int i = 0; i < 5; ++i) edited.pop_back();
  CHECK(pushed == edited);
  edited.set(39, 0);
  CHECK(pushed != edited);
  edited.set(39, 39);
  CHECK(pushed == edited);
  CHECK(pushed != up_to(41));
}

TEST_CASE("cow_vector: random operations on many snapshots agree with std::vector") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    using pair = std::pair<cow_vector<std::string>, std::vector<std::string>>;
    std::vector<pair> worlds(1);
    worlds.reserve(8);  // `ours` and `model` below stay valid while copies are added
    for (int step = 0; step < 6000; ++step) {
      auto& [ours, model] = worlds[below(worlds.size())];
      const auto text = std::to_string(random());
      switch (below(16)) {
        case 0:
          if (worlds.size() < 8) {
            pair copy{ours, model};
            worlds.push_back(std::move(copy));
          } else {
            const pair copy{ours, model};
            worlds[below(worlds.size())] = copy;
          }
          break;
        case 1:
        case 2:
        case 3:
          if (model.empty()) break;
          ours.pop_back();
          model.pop_back();
          break;
        case 4:
        case 5:
        case 6:
          if (model.empty()) break;
          if (const auto at = below(model.size()); step % 2 == 0) {
            ours.edit(at) += text;
            model[at] += text;
          } else {
            ours.set(at, text);
            model[at] = text;
          }
          break;
        case 7:
          if (below(40) != 0) break;
          ours.clear();
          model.clear();
          break;
        default:
          ours.push_back(text);
          model.push_back(text);
      }
      if (step % 50 != 0) continue;
      for (const auto& world : worlds) {
        REQUIRE(same(world.first, world.second));
        for (const auto& other : worlds)
          REQUIRE((world.first == other.first) == (world.second == other.second));
      }
    }
  }
}

}  // TEST_SUITE("base/cow_vector")
