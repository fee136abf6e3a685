// SPDX-License-Identifier: Apache-2.0
// JSON from outside: what is refused, and where the refusal says it is.
#include "../../src/codec/strict_json.hpp"

#include <doctest/doctest.h>

#include <boost/json/serialize.hpp>
#include <string>
#include <string_view>

TEST_SUITE("codec/strict_json") {

namespace {

using namespace charter;

std::string refused_at(std::string_view text) {
  const auto read = codec::parse_strict(text);
  REQUIRE_MESSAGE(!read, text);
  CHECK(read.error().fault == codec::json_fault::malformed);
  CHECK(!read.error().sentence.empty());
  return read.error().path;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("a value comes back as it was written") {
  const std::string_view text = R"({"a":[1,-2,18446744073709551615,0.1,true,null],"b":{"c":"\u0000 ü"}})";
  const auto read = codec::parse_strict(" " + std::string(text) + "\r\n\t ");
  REQUIRE(read);
  CHECK(boost::json::serialize(*read) ==
        R"({"a":[1,-2,18446744073709551615,1E-1,true,null],"b":{"c":"\u0000 ü"}})");
  CHECK(read->at("a").at(2).get_uint64() == 18446744073709551615U);
  CHECK(read->at("b").at("c").get_string() == boost::json::string_view("\0 ü", 4));
}

TEST_CASE("a fraction is read to the nearest double") {
  const auto read =
      codec::parse_strict("[0.3, 1.7976931348623157e308, 2.2250738585072014e-308, 9007199254740993.0]");
  REQUIRE(read);
  CHECK(read->at(0).get_double() == 0.3);
  CHECK(read->at(1).get_double() == 1.7976931348623157e308);
  CHECK(read->at(2).get_double() == 2.2250738585072014e-308);
  CHECK(read->at(3).get_double() == 9007199254740992.0);
}

TEST_CASE("a name that stands twice is refused with its path") {
  CHECK(refused_at(R"({"a":1,"a":1})") == "a");
  CHECK(refused_at(R"({"with":{"members":[{},{"role":"x","role":"y"}]}})") == "with.members[1].role");
  CHECK(refused_at(R"({"aa":1,"\u0061a":2})") == "aa");
  CHECK(codec::parse_strict(R"([{"a":1},{"a":1},{"b":{"a":1},"a":2}])").has_value());
}

TEST_CASE("what is no JSON is refused where it breaks off") {
  CHECK(refused_at("") == "");
  CHECK(refused_at("{\"a\": [1, 2,") == "a[2]");
  CHECK(refused_at(R"({"a": [tru]})") == "a[0]");
  CHECK(refused_at("[1] [2]") == "");
  CHECK(refused_at("// note\n1") == "");
  CHECK(refused_at("[1,]") == "[1]");
  CHECK(refused_at("NaN") == "");
  CHECK(refused_at("[\"\\ud800\"]") == "[0]");
  CHECK(refused_at("[1e999]") == "[0]");
  CHECK(refused_at("\"\xc3\x28\"") == "");
  CHECK(refused_at("\"\xed\xa0\x80\"") == "");
}

TEST_CASE("depth and size are bounded") {
  CHECK(codec::parse_strict(nested(64)).has_value());
  CHECK(!codec::parse_strict(nested(65)));
  CHECK(!codec::parse_strict(nested(400000)));
  const auto read = codec::parse_strict(std::string(1024 * 1024 + 1, ' '));
  REQUIRE(!read);
  CHECK(read.error().fault == codec::json_fault::too_large);
  CHECK(codec::parse_strict("\"" + std::string(1024 * 1024 - 2, 'a') + "\"").has_value());
  CHECK(!codec::parse_strict("[[1]]", {.depth = 1}));
}

}  // TEST_SUITE("codec/strict_json")
