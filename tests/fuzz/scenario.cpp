// SPDX-License-Identifier: Apache-2.0
// A scenario file: it is run or it is said why not; whatever it expects, what holds for every scenario holds.
#include "charter/testing/scenario.hpp"

#include <string>

#include "entries.hpp"

namespace charter_fuzz {

using namespace charter;

bool scenario(std::string_view input) {
  const auto report = testing::run_scenario(input, {.folder = "/nonexistent"});
  if (!report.not_a_scenario.empty()) return false;
  for (const auto& each : report.failures) {
    require(!each.expected.empty(), "a failure that expected nothing");
    for (const char* silent :
         {"a refused command leaves", "a refused command writes nothing", "the log, replayed"})
      if (each.expected.starts_with(silent)) fail(testing::to_text(each));
  }
  return report.ok();
}

}  // namespace charter_fuzz
