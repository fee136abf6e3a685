// SPDX-License-Identifier: Apache-2.0
// Damaged documents: a few thousand changes to valid ones. Each is read or refused, and what is read is
// whole: it can be written and read again.
#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "charter/codec/command_json.hpp"
#include "charter/codec/record_json.hpp"
#include "samples.hpp"

TEST_SUITE("codec/mutation") {

using namespace charter;

namespace {

constexpr std::string_view pieces[] = {
    "null", "true", "-1",  "1.5",  "1e999", "\"\"", "{}",      "[]",    "{",
    "}",    "[",    "]",   ",",    ":",     "\"",   "\\",      "\\u00", "\\ud800",
    "\xff", "\xc3", "all", "mode", "\n",    " ",    "\"do\":", "wsp_1", "18446744073709551615"};

/// One to three changes: bytes altered, cut out, repeated or put in. Deterministic on every platform.
class mutator {
 public:
  std::string damage(std::string text) {
    for (std::size_t count = below(3) + 1; count > 0; --count) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

  void change(std::string& text) {
    const auto at = below(text.size());
    const auto length = below(12) + 1;
    switch (below(6)) {
      case 0:
        if (!text.empty()) text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(below(text.size()), length));
        break;
      case 3:
        text.insert(at, pieces[below(std::size(pieces))]);
        break;
      case 4:
        text.resize(at);
        break;
      default:
        replace_value(text, at);
    }
  }

  /// Puts another value after some colon, so that many documents stay JSON.
  void replace_value(std::string& text, std::size_t at) {
    const auto colon = text.find(':', at);
    if (colon == text.npos) return;
    const auto end = text.find_first_of(",}", colon);
    text.replace(colon + 1, end - colon - 1, pieces[below(8)]);
  }

  std::minstd_rand random_{20261121};
};

std::vector<std::string> command_texts() {
  std::vector<std::string> out;
  samples::for_each_command([&](const auto& empty) {
    using command_type = std::remove_cvref_t<decltype(empty)>;
    if constexpr (!requires { empty.rulebook; })
      out.push_back(write_command({.as = "bob", .id = "c"}, samples::filled<command_type>()));
  });
  out.push_back(write_command({.as = "bob"}, realms::create{"openhexa"}));
  out.push_back(write_command({.as = "bob"}, batch{{workspace::archive{"w"}, time::advance{}}}));
  return out;
}

std::vector<std::string> record_texts() {
  std::vector<std::string> out;
  samples::for_each_event([&](const auto& empty) {
    using event_type = std::remove_cvref_t<decltype(empty)>;
    if constexpr (!requires { empty.rulebook; }) {
      record one;
      one.command_id = "c";
      one.warnings = {{"duplicate_name", {{"n", std::int64_t{1}}}}};
      one.events = {make_event(samples::filled<event_type>())};
      out.push_back(write_record(one));
    }
  });
  return out;
}

}  // namespace

TEST_CASE("a damaged command is read or refused") {
  mutator by;
  std::size_t read_again = 0, refused = 0;
  for (const auto& text : command_texts())
    for (int round = 0; round < 60; ++round) {
      const auto damaged = by.damage(text);
      const auto read = read_command(damaged);
      if (!read) {
        REQUIRE(!read.error().slug.empty());
        REQUIRE(!read.error().message.empty());
        ++refused;
        continue;
      }
      const auto written = write_command(read->with, read->what);
      const auto again = read_command(written);
      INFO(damaged);
      REQUIRE(again.has_value());
      REQUIRE(write_command(again->with, again->what) == written);
      ++read_again;
    }
  CHECK(read_again > 100);
  CHECK(refused > 1000);
}

TEST_CASE("a damaged record is read or refused") {
  mutator by;
  std::size_t read_again = 0, refused = 0;
  for (const auto& text : record_texts())
    for (int round = 0; round < 60; ++round) {
      const auto damaged = by.damage(text);
      const auto read = read_record(damaged);
      if (!read) {
        REQUIRE(!read.error().empty());
        ++refused;
        continue;
      }
      const auto written = write_record(*read);
      const auto again = read_record(written);
      INFO(damaged);
      REQUIRE(again.has_value());
      REQUIRE(write_record(*again) == written);
      ++read_again;
    }
  CHECK(read_again > 100);
  CHECK(refused > 1000);
}

}  // TEST_SUITE("codec/mutation")
