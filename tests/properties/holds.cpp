// SPDX-License-Identifier: Apache-2.0
// Looks for counterexamples with RapidCheck until the time is up, and makes what it finds shorter.
#include <rapidcheck.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>

#include "drive.hpp"
#include "shorten.hpp"

namespace properties {

namespace {

using clock = std::chrono::steady_clock;

/// A story of 1 to twice as many moves.
story any_story(std::size_t moves) {
  const auto seed = *rc::gen::noShrink(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()));
  std::mt19937_64 engine(seed);
  story out{engine() % 1000, std::vector<move>(1 + engine() % (2 * moves))};
  for (auto& each : out.moves) each.seed = engine();
  return out;
}

}  // namespace

double seconds() {
  const char* given = std::getenv("CHARTER_PROPERTY_SECONDS");
  return given ? std::atof(given) : 2.0;
}

bool holds(std::string_view name, const property_of_stories& property, std::size_t moves) {
  const auto start = clock::now();
  const auto end =
      start + std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(seconds()));
  std::size_t stories = 0, told = 0;
  std::string first_fault;
  const auto testable = [&] {
    if (!first_fault.empty()) RC_FAIL(first_fault);  // RapidCheck asks again, to describe the case
    if (stories > 0 && clock::now() > end) return;
    const auto it = any_story(moves);
    ++stories, told += it.moves.size();
    first_fault = fault_in(it, property);
    if (first_fault.empty()) return;
    const auto shorter = shortened(it, property, std::chrono::seconds{30});
    std::cerr << "\n" << name << ": " << fault_in(shorter, property) << '\n';
    show(shorter, std::cerr);
    RC_FAIL(first_fault);
  };
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = name;
  auto parameters = rc::detail::configuration().testParams;
  parameters.maxSuccess = static_cast<int>(100 + 2000 * seconds());
  parameters.disableShrinking = true;
  const auto result = rc::detail::checkTestable(testable, metadata, parameters);
  const bool held = result.is<rc::detail::SuccessResult>();
  if (!held) rc::detail::printResultMessage(result, std::cerr);
  std::cerr << (held ? "" : "\nFAILED ") << name << ": " << stories << " stories of " << told
            << " moves, seed " << parameters.seed << '\n';
  return held;
}

}  // namespace properties
