// SPDX-License-Identifier: Apache-2.0
// A rulebook: what is read is valid, can be written and read again, and governs a realm.
#include "charter/codec/rulebook_json.hpp"

#include <random>
#include <string>

#include "charter/rules/validate.hpp"
#include "charter/testing/moves.hpp"
#include "charter/testing/world.hpp"
#include "entries.hpp"
#include "worlds.hpp"

namespace charter_fuzz {

using namespace charter;

namespace {

void write_and_read(const rules::rulebook& book, json_layout layout) {
  const auto written = write_rulebook(book, layout);
  const auto again = read_rulebook(written);
  if (!again) fail("what was written cannot be read: " + again.error()[0].reason + "\n" + written);
  if (write_rulebook(*again, layout) != written) fail("written again, it differs: " + written);
}

}  // namespace

bool rulebook_json(std::string_view input) {
  const auto book = read_rulebook(input);
  if (!book) {
    require(!book.error().empty(), "not read, without a reason");
    for (const auto& each : book.error())
      require(!each.entry.empty() && !each.reason.empty(), "an error without an entry or a reason");
    return false;
  }
  require(rules::validate(*book).empty(), "what was read is not valid");
  write_and_read(*book, json_layout::lines);
  write_and_read(*book, json_layout::one_line);

  testing::driven_realm here(*book);
  require(here.world().rules != nullptr, "what was read governs no realm");
  std::mt19937_64 chance(1);
  for (int i = 0; i < 20; ++i) (void)here.execute(testing::next_attempt(here.world(), chance));
  examine(here.world());
  return true;
}

}  // namespace charter_fuzz
