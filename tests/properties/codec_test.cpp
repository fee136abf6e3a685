// SPDX-License-Identifier: Apache-2.0
// Records and commands keep their meaning when they are written and read.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <type_traits>

#include "charter/codec/command_json.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/rules/validate.hpp"
#include "charter/testing/fingerprint.hpp"
#include "drive.hpp"

TEST_SUITE("properties/codec") {

using namespace charter;
using properties::fail, properties::story;

namespace {

/// What an answer is, as text.
std::string text_of(const properties::answer& it) {
  if (it.repeats != 0) return "repeats " + std::to_string(it.repeats);
  if (!it.accepted) return it.why.slug;
  std::string out;
  for (const auto& each : it.records) out += write_record(each) + '\n';
  return out;
}

/// Whether a rulebook stands in it that no validator lets pass: read, it is a list of errors.
bool has_faulty_rulebook(const command& what) {
  return what.visit([](const auto& one) {
    using type = std::remove_cvref_t<decltype(one)>;
    if constexpr (std::is_same_v<type, batch>)
      return std::any_of(one.commands.begin(), one.commands.end(), has_faulty_rulebook);
    else if constexpr (requires { one.rulebook; })
      return one.rulebook.book && !rules::validate(*one.rulebook.book).empty();
    else
      return false;
  });
}

/// A command read from its text is decided alike.
void check_command(const realm& world, const testing::attempt& next) {
  const auto text = write_command({next.with.as, next.with.at, next.with.id}, next.what);
  if (text.find("\xef\xbf\xbd") != std::string::npos) return;  // held no UTF-8: JSON cannot say it
  if (has_faulty_rulebook(next.what)) return;
  const auto back = read_command(text);
  const auto straight = properties::judge(world, next);
  if (!back) {
    if (straight.accepted || straight.why.slug != back.error().slug)
      fail("read as " + back.error().slug + ", decided as " + text_of(straight) + ": " + text);
    return;
  }
  if (write_command(back->with, back->what) != text) fail("written otherwise: " + text);
  auto again = next;
  again.with.as = back->with.as;
  again.with.at = back->with.at.value_or(instant{});
  again.with.id = back->with.id;
  again.what = back->what;
  const auto around = properties::judge(world, again);
  if (text_of(straight) != text_of(around))
    fail("decided as " + text_of(straight) + " and " + text_of(around) + ": " + text);
  if (straight.why != around.why) fail("refused with other details: " + text);
}

}  // namespace

TEST_CASE("commands survive JSON") {
  CHECK(properties::holds("commands as JSON", [](const story& told) {
    properties::stage here(told.rulebook);
    for (const auto& each_move : told.moves) {
      const auto next = here.think_of(each_move);
      check_command(here.world(), next);
      here.perform(next);
    }
  }));
}

TEST_CASE("records survive JSON, and a realm folded from what was read is equal") {
  CHECK(properties::holds("records as JSON", [](const story& told) {
    properties::stage here(told.rulebook);
    properties::act_out(here, told);
    realm again;
    for (const auto& each : here.records()) {
      const auto text = write_record(each);
      const auto back = read_record(text);
      if (!back) fail(back.error() + ": " + text);
      if (write_record(*back) != text) fail("written otherwise: " + text);
      properties::fold_in(again, *back);
    }
    const auto live = testing::fingerprint(here.world()), read = testing::fingerprint(again);
    if (live != read) fail(testing::first_difference(live, read));
  }));
}

}  // TEST_SUITE("properties/codec")
