// SPDX-License-Identifier: Apache-2.0
// A command: what is read can be written and read again, and what is accepted can be kept in the log.
#include "charter/codec/command_json.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "charter/codec/record_json.hpp"
#include "charter/record/admit.hpp"
#include "charter/record/advance_realm.hpp"
#include "charter/testing/fingerprint.hpp"
#include "charter/testing/world.hpp"
#include "entries.hpp"
#include "worlds.hpp"

namespace charter_fuzz {

using namespace charter;

namespace {

/// A rulebook that could not be read travels along for decide to judge, but has no text.
bool has_text(const command& what) {
  return what.visit([](const auto& one) {
    using type = std::remove_cvref_t<decltype(one)>;
    if constexpr (std::same_as<type, batch>)
      return std::all_of(one.commands.begin(), one.commands.end(), has_text);
    else if constexpr (requires { one.rulebook; })
      return one.rulebook.errors.empty();
    else
      return true;
  });
}

void write_and_read(const envelope& it) {
  const auto written = write_command(it.with, it.what);
  const auto again = read_command(written);
  if (!again) fail("what was written cannot be read: " + again.error().message + "\n" + written);
  if (write_command(again->with, again->what) != written) fail("written again, it differs: " + written);
}

/// Whether it was accepted. The records must lead where the decision came, also by way of the log.
bool decide_and_replay(const realm& before, const envelope& it) {
  const auto at = it.with.at.value_or(before.now);
  const decision_context with{it.with.as, at, std::max(at, before.now), it.with.id, "d"};
  auto ahead = before;
  const auto done = advance_realm(ahead, with, it.what);
  if (!done) {
    require(!done.error().why.slug.empty() && !done.error().why.message.empty(), "refused without a reason");
    return false;
  }
  auto replayed = before;
  for (const auto& each : testing::records_of(before.head, with, *done)) {
    const auto text = write_record(each);
    const auto read = read_record(text);
    if (!read) fail("what was accepted cannot be read from the log: " + read.error() + "\n" + text);
    if (const auto why = replay(replayed, *read))
      fail("what was accepted is not admitted: " + *why + "\n" + text);
  }
  const auto difference =
      testing::first_difference(testing::fingerprint(ahead), testing::fingerprint(replayed));
  if (!difference.empty()) fail("replayed, " + difference);
  return true;
}

}  // namespace

bool command_json(std::string_view input) {
  const auto read = read_command(input);
  if (!read) {
    require(!read.error().slug.empty() && !read.error().message.empty(), "not read, without a reason");
    return false;
  }
  if (has_text(read->what)) write_and_read(*read);
  bool accepted = false;
  for (const auto& world : worlds())
    if (decide_and_replay(world, *read)) accepted = true;
  return accepted;
}

}  // namespace charter_fuzz
