// SPDX-License-Identifier: Apache-2.0
// Messages carried by pointer and texts in a box: what is shared by copies, what is not.
#include "charter/base/any_of.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "charter/base/boxed.hpp"
#include "charter/base/match.hpp"

TEST_SUITE("base/any_of") {

namespace {

using namespace charter;

struct opened {
  int door = 0;
  static constexpr std::string_view message_name = "door.opened";
};
struct closed {
  std::string by;
  static constexpr std::string_view message_name = "door.closed";
};
struct rung {
  std::shared_ptr<int> bell;
  static constexpr std::string_view message_name = "bell.rung";
};
struct unlisted {};

using doors = std::variant<opened, closed>;
using bells = std::variant<rung>;
using rooms = join_rooms<doors, bells>;
using happening = any_of<rooms>;

const auto describe = overloaded{
    [](const opened& it) { return "opened " + std::to_string(it.door); },
    [](const closed& it) { return "closed by " + it.by; },
    [](const rung& it) { return "rung " + std::to_string(*it.bell); },
};
template <class Any>
const void* place_of(const Any& it) {
  return it.visit([](const auto& one) -> const void* { return &one; });
}

}  // namespace

static_assert(std::is_same_v<rooms, type_list<opened, closed, rung>>);
static_assert(std::is_same_v<join_rooms<>, type_list<>>);
static_assert(std::is_constructible_v<happening, closed>);
static_assert(!std::is_constructible_v<happening, unlisted>);
static_assert(!std::is_convertible_v<closed, happening>);

TEST_CASE("one type of message is asked for") {
  const happening it(closed{"bob"});
  REQUIRE(it.get_if<closed>());
  CHECK(it.get_if<closed>()->by == "bob");
  CHECK(it.get_if<closed>() == place_of(it));
  CHECK(!it.get_if<opened>());
}

TEST_CASE("a message is visited as what it is, wherever it stands in the list") {
  const std::vector<happening> all{happening(opened{3}), happening(closed{"alice"}),
                                   happening(rung{std::make_shared<int>(9)})};
  std::vector<std::string> seen;
  for (const auto& each : all) seen.push_back(each.visit(describe));
  CHECK(seen == std::vector<std::string>{"opened 3", "closed by alice", "rung 9"});
  CHECK(all[0].name() == "door.opened");
  CHECK(all[1].name() == "door.closed");
  CHECK(all[2].name() == "bell.rung");
}

TEST_CASE("a copy shares the message, which lives until the last copy goes") {
  const auto bell = std::make_shared<int>(1);
  {
    const happening first(rung{bell});
    CHECK(bell.use_count() == 2);
    auto second = first;
    CHECK(bell.use_count() == 2);
    CHECK(place_of(second) == place_of(first));
    second = happening(opened{1});
    CHECK(second.name() == "door.opened");
    CHECK(first.name() == "bell.rung");
    CHECK(bell.use_count() == 2);
  }
  CHECK(bell.use_count() == 1);
}

TEST_CASE("a visitor may answer a reference, and change what it holds itself") {
  const happening it(closed{"bob"});
  const std::string none;
  const auto by = [&](const auto& one) -> const std::string& {
    if constexpr (requires { one.by; })
      return one.by;
    else
      return none;
  };
  CHECK(&it.visit(by) == &it.visit(by));
  CHECK(it.visit(by) == "bob");
  int visits = 0;
  it.visit([&](const auto&) { ++visits; });
  CHECK(visits == 1);
}

TEST_CASE("boxed: copies share the value until one of them is changed") {
  const boxed<std::string> first("a text that is not short enough to be stored in place");
  auto second = first;
  CHECK(&*first == &*second);
  second.change([](std::string& it) { it += ", changed"; });
  CHECK(first->ends_with("in place"));
  CHECK(second->ends_with(", changed"));
  CHECK(first != second);
  second.change([&](std::string& it) { it = *first; });
  CHECK(&*first != &*second);
  CHECK(first == second);
}

TEST_CASE("boxed: nothing is allocated for empty values, and one box's first change is its own") {
  boxed<std::vector<int>> one, other;
  CHECK(one->empty());
  CHECK(&*one == &*other);
  one.change([](std::vector<int>& it) { it.push_back(1); });
  CHECK(one->size() == 1);
  CHECK(other->empty());
  CHECK(boxed<std::vector<int>>()->empty());
  CHECK(boxed<std::vector<int>>(std::vector<int>{}) == other);
}

}  // TEST_SUITE("base/any_of")
