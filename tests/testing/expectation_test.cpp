// SPDX-License-Identifier: Apache-2.0
// The matcher of scenarios: each question about an answer, passing and failing.
#include "../../src/testing/expectation.hpp"

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>
#include <string>
#include <string_view>

TEST_SUITE("testing/expectation") {

namespace {

using namespace charter;

boost::json::value parse(std::string_view json) { return boost::json::parse(json); }

bool matches(std::string_view expect, std::string_view got) {
  const auto expected = parse(expect);
  REQUIRE_MESSAGE(!testing::check_expectation(expected, "expect"), expect);
  return !testing::compare(expected, parse(got));
}

testing::difference difference(std::string_view expect, std::string_view got) {
  const auto found = testing::compare(parse(expect), parse(got));
  REQUIRE(found);
  return *found;
}

std::string wrong(std::string_view expect) {
  return testing::check_expectation(parse(expect), "expect").value_or("");
}

}  // namespace

TEST_CASE("values match by kind and value") {
  CHECK(matches(R"("a")", R"("a")"));
  CHECK_FALSE(matches(R"("a")", R"("b")"));
  CHECK_FALSE(matches(R"("1")", "1"));
  CHECK(matches("true", "true"));
  CHECK_FALSE(matches("true", "false"));
  CHECK_FALSE(matches("true", "1"));
  CHECK_FALSE(matches("false", "null"));
}

TEST_CASE("numbers match by value, whatever their spelling") {
  CHECK(matches("2", "2.0"));
  CHECK(matches("2.0", "2"));
  CHECK(matches("0.5", "5e-1"));
  CHECK(matches("18446744073709551615", "18446744073709551615"));
  CHECK_FALSE(matches("-1", "18446744073709551615"));
  CHECK_FALSE(matches("9007199254740993", "9007199254740992.0"));
  CHECK_FALSE(matches("2", "3"));
}

TEST_CASE("null matches null and absent, and nothing else") {
  CHECK(matches(R"({"a": null})", R"({"a": null})"));
  CHECK(matches(R"({"a": null})", "{}"));
  CHECK_FALSE(matches(R"({"a": null})", R"({"a": 0})"));
  CHECK_FALSE(matches(R"({"a": null})", R"({"a": []})"));
  CHECK(matches("[null]", "[null]"));
  CHECK_FALSE(matches("[null]", "[]"));
  CHECK_FALSE(matches(R"({"a": 1})", R"({"a": null})"));
}

TEST_CASE("an object matches if each member it names matches") {
  CHECK(matches("{}", R"({"a": 1})"));
  CHECK(matches(R"({"a": 1})", R"({"b": 2, "a": 1})"));
  CHECK(matches(R"({"a": {"b": {"c": 3}}})", R"({"a": {"b": {"c": 3, "d": 4}}})"));
  CHECK_FALSE(matches(R"({"a": 1})", "{}"));
  CHECK_FALSE(matches(R"({"a": 1, "b": 2})", R"({"a": 1, "b": 3})"));
  CHECK_FALSE(matches("{}", "[]"));
  CHECK_FALSE(matches("{}", R"("a")"));
  CHECK_FALSE(matches(R"({"a": null})", "[]"));
}

TEST_CASE("a list matches in length and order") {
  CHECK(matches("[]", "[]"));
  CHECK(matches("[1, 2]", "[1, 2]"));
  CHECK_FALSE(matches("[1, 2]", "[2, 1]"));
  CHECK_FALSE(matches("[1]", "[1, 2]"));
  CHECK_FALSE(matches("[1, 2]", "[1]"));
  CHECK_FALSE(matches("[]", "null"));
  CHECK(matches(R"([{"a": 1}])", R"([{"a": 1, "b": 2}])"));
}

TEST_CASE("$has: each is matched by some element") {
  CHECK(matches(R"({"$has": [2, 1]})", "[1, 2, 3]"));
  CHECK(matches(R"({"$has": []})", "[]"));
  CHECK(matches(R"({"$has": [{"a": 1}, {"b": 2}]})", R"([{"a": 1, "b": 2}])"));
  CHECK_FALSE(matches(R"({"$has": [4]})", "[1, 2, 3]"));
  CHECK_FALSE(matches(R"({"$has": [1, 4]})", "[1, 2, 3]"));
  CHECK_FALSE(matches(R"({"$has": []})", R"({"a": 1})"));
  CHECK_FALSE(matches(R"({"a": {"$has": []}})", "{}"));
}

TEST_CASE("$lacks: none is matched by any element") {
  CHECK(matches(R"({"$lacks": [4, 5]})", "[1, 2, 3]"));
  CHECK(matches(R"({"$lacks": [1]})", "[]"));
  CHECK_FALSE(matches(R"({"$lacks": [4, 3]})", "[1, 2, 3]"));
  CHECK_FALSE(matches(R"({"$lacks": [{"a": 1}]})", R"([{"a": 1, "b": 2}])"));
  CHECK_FALSE(matches(R"({"$lacks": [1]})", "null"));
}

TEST_CASE("$set: any order, same length, an element for each") {
  CHECK(matches(R"({"$set": [3, 1, 2]})", "[1, 2, 3]"));
  CHECK(matches(R"({"$set": []})", "[]"));
  CHECK_FALSE(matches(R"({"$set": [1, 2]})", "[1, 2, 3]"));
  CHECK_FALSE(matches(R"({"$set": [1, 2, 3]})", "[1, 2]"));
  CHECK_FALSE(matches(R"({"$set": [1, 1, 2]})", "[1, 2, 2]"));
  CHECK_FALSE(matches(R"({"$set": [1]})", R"({"a": 1})"));
}

TEST_CASE("$set finds the one way to deal out the elements") {
  // Taking the first fit would give {"a": 1} to the element that {"a": 1, "b": 2} needs.
  CHECK(matches(R"({"$set": [{"a": 1}, {"a": 1, "b": 2}]})", R"([{"a": 1, "b": 2}, {"a": 1, "b": 3}])"));
  CHECK(
      matches(R"({"$set": [{}, {"a": 1}, {"a": 1, "b": 1}]})", R"([{"a": 1, "b": 1}, {"a": 1}, {"c": 1}])"));
  CHECK_FALSE(
      matches(R"({"$set": [{"b": 2}, {"a": 1, "b": 2}]})", R"([{"a": 1, "b": 2}, {"a": 1, "b": 3}])"));
}

TEST_CASE("$count: the length of a list") {
  CHECK(matches(R"({"$count": 0})", "[]"));
  CHECK(matches(R"({"$count": 2})", R"(["a", null])"));
  CHECK_FALSE(matches(R"({"$count": 2})", "[1]"));
  CHECK_FALSE(matches(R"({"$count": 0})", "null"));
  CHECK_FALSE(matches(R"({"$count": 1})", R"({"a": 1})"));
}

TEST_CASE("$keys: an object with exactly these names") {
  CHECK(matches(R"({"$keys": ["b", "a"]})", R"({"a": null, "b": 2})"));
  CHECK(matches(R"({"$keys": []})", "{}"));
  CHECK_FALSE(matches(R"({"$keys": ["a"]})", R"({"a": 1, "b": 2})"));
  CHECK_FALSE(matches(R"({"$keys": ["a", "b"]})", R"({"a": 1})"));
  CHECK_FALSE(matches(R"({"$keys": []})", "[]"));
  CHECK(matches(R"({"$keys": ["a"], "a": 1})", R"({"a": 1})"));
  CHECK_FALSE(matches(R"({"$keys": ["a"], "a": 2})", R"({"a": 1})"));
}

TEST_CASE("several questions about one list must all be met") {
  CHECK(matches(R"({"$count": 3, "$has": [1], "$lacks": [4]})", "[1, 2, 3]"));
  CHECK_FALSE(matches(R"({"$count": 2, "$has": [1], "$lacks": [4]})", "[1, 2, 3]"));
  CHECK_FALSE(matches(R"({"$count": 3, "$has": [1], "$lacks": [2]})", "[1, 2, 3]"));
}

TEST_CASE("questions stand inside answers, and in each other") {
  CHECK(matches(R"({"items": {"$has": [{"roles": {"$set": ["a", "b"]}}]}})",
                R"({"items": [{"roles": ["c"]}, {"roles": ["b", "a"]}]})"));
  CHECK(matches(R"([{"$count": 1}, {"$keys": ["a"]}])", R"([[7], {"a": 1}])"));
}

TEST_CASE("a difference names its place, what was expected there and what was got") {
  const auto inner = difference(R"({"items": [{"a": 1}, {"b": {"c": "x"}}]})",
                                R"({"items": [{"a": 1}, {"b": {"c": "y"}}]})");
  CHECK(inner.path == "items[1].b.c");
  CHECK(inner.expected == R"("x")");
  CHECK(inner.got == R"("y")");
  const auto length = difference(R"({"items": [1]})", R"({"items": [1,2]})");
  CHECK(length.path == "items");
  CHECK(length.expected == "1 element");
  CHECK(length.got == "[1,2]");
  CHECK(difference(R"({"$has": [1, 9]})", "[1]").expected == "an element 9");
  CHECK(difference(R"({"$lacks": [1]})", "[1]").expected == "no element 1");
  CHECK(difference(R"([[1], [2]])", "[[1], [3]]").path == "[1][0]");
}

TEST_CASE("what is no question is named before anything runs") {
  CHECK(wrong(R"({"a": 1, "b": [{"c": null}]})") == "");
  CHECK(wrong(R"({"$hsa": [1]})").starts_with("expect.$hsa is no question"));
  CHECK(wrong(R"({"a": [{"$in": 1}]})").starts_with("expect.a[0].$in "));
  CHECK(wrong(R"({"$has": 1})") == "expect.$has must be a list");
  CHECK(wrong(R"({"$set": {"a": 1}})") == "expect.$set must be a list");
  CHECK(
      wrong(R"({"$lacks": [{"$count": -1}]})").starts_with("expect.$lacks[0].$count must be a whole number"));
  CHECK(wrong(R"({"$count": 1.5})").starts_with("expect.$count must be a whole number"));
  CHECK(wrong(R"({"$count": "1"})").starts_with("expect.$count must be a whole number"));
  CHECK(wrong(R"({"$keys": [1]})") == "expect.$keys must be a list of names");
  CHECK(wrong(R"({"$count": 1, "a": 1})").starts_with("expect.a asks about an object"));
  CHECK(wrong(R"({"$keys": [], "$has": []})").starts_with("expect.$keys asks about an object"));
}

}  // TEST_SUITE("testing/expectation")
