// SPDX-License-Identifier: Apache-2.0
// Records of a log, one a line. Both readers read the same. What is read can be written and read again; what
// is admitted after the records before it leaves a realm about which everything can be asked. The number a
// record says it has is put right, so that more are admitted.
#include "charter/codec/record_json.hpp"

#include <string>
#include <utility>
#include <vector>

#include "../../src/codec/record_readers.hpp"
#include "charter/record/admit.hpp"
#include "entries.hpp"
#include "worlds.hpp"

namespace charter_fuzz {

using namespace charter;

namespace {

std::vector<record> read_lines(std::string_view input) {
  std::vector<record> out;
  while (!input.empty()) {
    const auto line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(line.size() + 1, input.size()));
    if (const auto quick = codec::read_canonical_record(line)) {
      const auto strict = codec::read_strict_record(line);
      require(strict && write_record(*strict) == line && write_record(*quick) == line,
              "the quick reader takes what the strict one does not");
    }
    auto read = read_record(line);
    if (!read) {
      require(!read.error().empty(), "not read, without a reason");
      continue;
    }
    const auto written = write_record(*read);
    const auto again = read_record(written);
    if (!again) fail("what was written cannot be read: " + again.error() + "\n" + written);
    if (write_record(*again) != written) fail("written again, it differs: " + written);
    out.push_back(std::move(*read));
  }
  return out;
}

/// How many were admitted.
std::size_t replay_all(realm world, const std::vector<record>& records) {
  std::size_t admitted = 0;
  for (auto each : records) {
    auto next = world;
    each.at_position = next.head + 1;
    if (const auto why = replay(next, each)) {
      require(!why->empty(), "not admitted, without a reason");
      continue;
    }
    world = std::move(next);
    ++admitted;
  }
  if (admitted > 0) examine(world);
  return admitted;
}

}  // namespace

bool record_json(std::string_view input) {
  const auto records = read_lines(input);
  std::size_t admitted = 0;
  for (const auto& world : worlds()) admitted += replay_all(world, records);
  return admitted > 0;
}

}  // namespace charter_fuzz
