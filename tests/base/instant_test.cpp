// SPDX-License-Identifier: Apache-2.0
// Times and durations as text: which are read, which are not, and that nothing is lost on the way.
#include "charter/base/instant.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

TEST_SUITE("base/instant") {

namespace {

using namespace charter;
using namespace std::chrono_literals;

constexpr instant since_1970(std::int64_t milliseconds) { return instant{duration{milliseconds}}; }
constexpr std::int64_t first_writable = -719'528LL * 86'400'000, end_of_writable = 2'932'897LL * 86'400'000;

std::string padded(int number, std::size_t width) {
  const auto digits = std::to_string(number);
  return std::string(width - digits.size(), '0') + digits;
}
std::string midnight(int year, int month, int day) {
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T00:00:00Z";
}
bool reads(std::string_view text) { return parse_instant(text).has_value(); }
bool reads_duration(std::string_view text) { return parse_duration(text).has_value(); }

}  // namespace

TEST_CASE("an instant is written in UTC, with milliseconds only where there are any") {
  CHECK(to_text(since_1970(0)) == "1970-01-01T00:00:00Z");
  CHECK(to_text(since_1970(1)) == "1970-01-01T00:00:00.001Z");
  CHECK(to_text(since_1970(-1)) == "1969-12-31T23:59:59.999Z");
  CHECK(to_text(since_1970(1'000'000'000'000)) == "2001-09-09T01:46:40Z");
  CHECK(to_text(since_1970(1'795'255'200'250)) == "2026-11-21T10:00:00.250Z");
  CHECK(to_text(since_1970(first_writable)) == "0000-01-01T00:00:00Z");
  CHECK(to_text(since_1970(end_of_writable - 1)) == "9999-12-31T23:59:59.999Z");
}

TEST_CASE("an instant is read as it is written, a fraction of zero too") {
  CHECK(parse_instant("2026-11-21T10:00:00Z") == since_1970(1'795'255'200'000));
  CHECK(parse_instant("2026-11-21T10:00:00.250Z") == since_1970(1'795'255'200'250));
  CHECK(parse_instant("2026-11-21T10:00:00.000Z") == since_1970(1'795'255'200'000));
  CHECK(parse_instant("1969-12-31T23:59:59.999Z") == since_1970(-1));
  static_assert(parse_instant("1970-01-02T00:00:00Z") == since_1970(86'400'000));
}

TEST_CASE("no other spelling is an instant") {
  for (const auto text : {"",
                          "Z",
                          "2026-11-21",
                          "2026-11-21T10:00:00",
                          "2026-11-21T10:00:00+00:00",
                          "2026-11-21T10:00:00z",
                          "2026-11-21t10:00:00Z",
                          "2026-11-21 10:00:00Z",
                          "2026/11/21T10:00:00Z",
                          "2026-11-21T10.00.00Z",
                          "2026-11-21T10:00Z",
                          "02026-11-21T10:00:00Z",
                          "-026-11-21T10:00:00Z",
                          "2026-+1-21T10:00:00Z",
                          "2026-1 -21T10:00:00Z",
                          "2026-11-21T10:00:00.Z",
                          "2026-11-21T10:00:00.2Z",
                          "2026-11-21T10:00:00.25Z",
                          "2026-11-21T10:00:00.2500Z",
                          "2026-11-21T10:00:00,250Z",
                          "2026-11-21T10:00:00.25xZ",
                          " 2026-11-21T10:00:00Z",
                          "2026-11-21T10:00:00Z ",
                          "2026-11-21T10:00:00Z\n"})
    CHECK_MESSAGE(!reads(text), text);
}

TEST_CASE("no impossible date and no impossible time of day is an instant") {
  CHECK(reads("2026-12-31T23:59:59Z"));
  for (const auto text :
       {"2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z",
        "2026-04-31T00:00:00Z", "2026-06-31T00:00:00Z", "2026-09-31T00:00:00Z", "2026-11-31T00:00:00Z",
        "2026-02-29T00:00:00Z", "2024-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
        "2016-12-31T23:59:60Z", "2026-99-99T99:99:99Z"})
    CHECK_MESSAGE(!reads(text), text);
}

TEST_CASE("February has 29 days in the leap years from 0 to 9999 and in no other") {
  for (int year = 0; year <= 9999; ++year) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    REQUIRE_MESSAGE(reads(midnight(year, 2, 29)) == leap, year);
    const auto last = parse_instant(midnight(year, 2, 28)), next = parse_instant(midnight(year, 3, 1));
    REQUIRE(last.has_value());
    REQUIRE(next.has_value());
    REQUIRE_MESSAGE(*next - *last == (leap ? 48h : 24h), year);
  }
}

TEST_CASE("every writable instant is read back as the same") {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> any(first_writable, end_of_writable - 1);
  for (int i = 0; i < 20'000; ++i) {
    const auto number = any(random);
    const auto at = since_1970(i % 2 == 0 ? number : number - number % 1000);
    REQUIRE_MESSAGE(parse_instant(to_text(at)) == at, to_text(at));
    REQUIRE(to_text(at).size() == (at.time_since_epoch() % 1s == 0ms ? 20 : 24));
  }
}

TEST_CASE("the log writes the years 0 to 9999 and nothing beyond") {
  CHECK(is_writable(since_1970(0)));
  CHECK(is_writable(since_1970(first_writable)));
  CHECK_FALSE(is_writable(since_1970(first_writable - 1)));
  CHECK(is_writable(since_1970(end_of_writable - 1)));
  CHECK_FALSE(is_writable(since_1970(end_of_writable)));
  CHECK_FALSE(is_writable(instant::min()));
  CHECK_FALSE(is_writable(instant::max()));
}

TEST_CASE("a duration is a whole number of at most nine digits and one unit") {
  CHECK(parse_duration("90s") == 90s);
  CHECK(parse_duration("15m") == 15min);
  CHECK(parse_duration("48h") == 48h);
  CHECK(parse_duration("7d") == 168h);
  CHECK(parse_duration("0s") == 0s);
  CHECK(parse_duration("007d") == 168h);
  CHECK(parse_duration("999999999d") == duration{86'399'999'913'600'000});
  for (const auto text : {"", "s", "7", "d7", "7D", "7ms", "7 d", " 7d", "7d ", "-7d", "+7d", "1.5h", "7w",
                          "1h30m", "1000000000s", "0x7d"})
    CHECK_MESSAGE(!reads_duration(text), text);
}

}  // TEST_SUITE("base/instant")
