// SPDX-License-Identifier: Apache-2.0
// Text from outside: UTF-8, character sets, limits, e-mail addresses, keys.
#include "charter/base/text.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

TEST_SUITE("base/text") {

namespace {

using namespace charter;
using namespace std::string_literals;

/// UTF-8 of any number below 2^21, also of those that are no code points.
std::string encoded(unsigned point) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3fU)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xc0U | (point >> 6)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xe0U | (point >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xf0U | (point >> 18)), tail(12), tail(6), tail(0)};
}
bool holds(charset set, unsigned point) { return count_code_points(encoded(point), set) == 1; }
std::string times(std::size_t count, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("the scalar values of Unicode are valid UTF-8, and nothing else is") {
  for (unsigned point = 0; point < 0x200000; point += point < 0x11100 ? 1 : 7) {
    const bool scalar = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    REQUIRE_MESSAGE(is_valid_utf8(encoded(point)) == scalar, point);
  }
  CHECK(is_valid_utf8(encoded(0x10ffff)));
  CHECK_FALSE(is_valid_utf8(encoded(0x110000)));
}

TEST_CASE("what RFC 3629 calls ill-formed is not valid: cut, overlong, stray") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("\0"s));
  CHECK(is_valid_utf8("Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80"));
  for (const auto& text : {"\x80"s,
                           "\xbf"s,
                           "a\x80"s,
                           "\xc0\x80"s,
                           "\xc1\xbf"s,
                           "\xc3"s,
                           "\xc3\x28"s,
                           "\xc3\xc3"s,
                           "\xe0\x80\x80"s,
                           "\xe0\x9f\xbf"s,
                           "\xe2\x82"s,
                           "\xe2\x28\xa1"s,
                           "\xf0\x80\x80\x80"s,
                           "\xf0\x8f\xbf\xbf"s,
                           "\xf0\x9f\x98"s,
                           "\xf4\x90\x80\x80"s,
                           "\xf5\x80\x80\x80"s,
                           "\xf8\x88\x80\x80\x80"s,
                           "\xf8\x90\x80\x80"s,
                           "\xfc\x90\x80\x80"s,
                           "\xfe"s,
                           "\xff"s,
                           "\xe2\x82z"s}) {
    CHECK_FALSE(is_valid_utf8(text));
    CHECK_FALSE(is_valid_utf8("before" + text + "after"));
    CHECK_FALSE(fits(text, {charset::text, 100}));
  }
}

TEST_CASE("simple text is ASCII letters, digits, space, hyphen and underscore [R013]") {
  for (unsigned point = 0; point < 0x400; ++point) {
    const bool expected = (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
                          (point >= 'a' && point <= 'z') || point == ' ' || point == '-' || point == '_';
    REQUIRE_MESSAGE(holds(charset::simple, point) == expected, point);
  }
}

TEST_CASE("a line has no control characters and no separators of lines; a text has line feed and tab too") {
  for (unsigned point = 0; point < 0x3000; ++point) {
    const bool control = point < 0x20 || (point >= 0x7f && point <= 0x9f);
    const bool separator = point == 0x2028 || point == 0x2029;
    REQUIRE_MESSAGE(holds(charset::line, point) == !(control || separator), point);
    REQUIRE_MESSAGE(
        holds(charset::text, point) == (!(control || separator) || point == '\n' || point == '\t'), point);
  }
}

TEST_CASE("a limit counts code points, not bytes") {
  const auto smile = encoded(0x1f600);
  CHECK(count_code_points("a" + encoded(0xe9) + encoded(0x20ac) + smile, charset::line) == 4);
  CHECK(count_code_points("", charset::simple) == 0);
  CHECK(fits(times(50, smile), {charset::line, 50}));
  CHECK_FALSE(fits(times(51, smile), {charset::line, 50}));
  CHECK(fits("", {charset::simple, 0}));
  CHECK_FALSE(fits("a", {charset::simple, 0}));
  CHECK_FALSE(fits("a\nb", {charset::line, 50}));
}

TEST_CASE("a name is not blank and within its limit [D29]") {
  const text_rule rule{charset::simple, 50};
  CHECK(is_name("Study 1", rule));
  CHECK(is_name(" a ", rule));
  CHECK(is_name(std::string(50, 'a'), rule));
  CHECK_FALSE(is_name(std::string(51, 'a'), rule));
  CHECK_FALSE(is_name("", rule));
  CHECK_FALSE(is_name("   ", rule));
  CHECK_FALSE(is_name("A/B", rule));
  CHECK_FALSE(is_name(" \t\n", {charset::text, 50}));
  CHECK(is_blank(" \t\r\n"));
  CHECK_FALSE(is_blank(" .\n"));
}

TEST_CASE("letters become small where they are ASCII, and nowhere else") {
  CHECK(ascii_lower("AZ az 09 @[`{") == "az az 09 @[`{");
  CHECK(ascii_lower("\xc3\x89") == "\xc3\x89");
  for (int i = 0; i < 256; ++i) {
    const auto c = static_cast<char>(i);
    const bool digit = c >= '0' && c <= '9', upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    REQUIRE(is_ascii_digit(c) == digit);
    REQUIRE(is_ascii_alnum(c) == (digit || upper || lower));
    REQUIRE(to_ascii_lower(c) == (upper ? static_cast<char>(i + 32) : c));
  }
}

TEST_CASE("an address has one @ with something on both sides, no space, at most 254 bytes [D36]") {
  for (const auto text : {"a@b", "alice@hospital.org", "\"odd\"@[::1]", "a..b@c", "\xc3\xa9@\xc3\xa8.fr"})
    CHECK_MESSAGE(is_email(text), text);
  for (const auto text : {"", "@", "a@", "@b", "alice", "a@b@c", "a@@b", "@a@b", "a b@c", " a@b", "a@b ",
                          "a@b\n", "a\t@b", "a@\xc3"})
    CHECK_MESSAGE(!is_email(text), text);
  const std::string longest = std::string(252, 'a').append("@b");
  CHECK(is_email(longest));
  CHECK_FALSE(is_email("a" + longest));
  CHECK_FALSE(is_email("a\0@b"s));
}

TEST_CASE("a key is 1 to 128 printable ASCII characters, no id and no actor's name") {
  for (const auto text : {"a", "study", "Study 1!", "alice@hospital.org", "~", " ", "Operator", "operators",
                          "hosts", "usr_", "usr_x", "usr_07", "usr_4294967296"})
    CHECK_MESSAGE(is_key(text), text);
  for (const auto text : {"", "operator", "host", "usr_7", "org_0", "wsp_1", "inv_1", "job_1", "run_1",
                          "ast_1", "pol_1", "att_1", "tab\t", "line\n", "\x7f", "caf\xc3\xa9"})
    CHECK_MESSAGE(!is_key(text), text);
  CHECK(is_key(std::string(128, 'k')));
  CHECK_FALSE(is_key(std::string(129, 'k')));
  CHECK_FALSE(is_key("a\0b"s));
  CHECK_FALSE(is_key("\x1f"));
}

}  // TEST_SUITE("base/text")
