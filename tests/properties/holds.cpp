// SPDX-License-Identifier: Apache-2.0
// Looks for counterexamples with RapidCheck until the time is up.
#include <rapidcheck.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "drive.hpp"

namespace properties {

namespace {

using clock = std::chrono::steady_clock;

/// Seeds are never made smaller; only moves are left out.
rc::Gen<std::vector<std::uint64_t>> any_seeds(std::size_t moves) {
  const auto seed = rc::gen::noShrink(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()));
  return rc::gen::resize(static_cast<int>(moves), rc::gen::container<std::vector<std::uint64_t>>(seed));
}

}  // namespace

double seconds() {
  const char* given = std::getenv("CHARTER_PROPERTY_SECONDS");
  return given ? std::atof(given) : 2.0;
}

void fail(const std::string& what) { RC_FAIL(what); }

bool holds(std::string_view name, const std::function<void(const story&)>& property, std::size_t moves) {
  const std::chrono::duration<double> time(seconds());
  const auto start = clock::now();
  bool failing = false;
  std::size_t stories = 0, told = 0;
  story worst;
  const auto testable = [&] {
    const auto spent = clock::now() - start;
    // A counterexample is shrunk for as long again as it was looked for, and a while longer.
    if (spent > (failing ? 2 * time + std::chrono::seconds{20} : time) && stories > 0) return;
    const story it{*rc::gen::noShrink(rc::gen::inRange<std::size_t>(0, 1000)), *any_seeds(2 * moves)};
    ++stories, told += it.seeds.size();
    const bool was_failing = std::exchange(failing, true);
    const auto before = std::exchange(worst, it);
    property(it);
    failing = was_failing;
    worst = before;
  };
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = name;
  auto parameters = rc::detail::configuration().testParams;
  parameters.maxSuccess = static_cast<int>(100 + 1000 * seconds());
  const auto result = rc::detail::checkTestable(testable, metadata, parameters);
  const bool held = result.is<rc::detail::SuccessResult>();
  if (!held) {
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << '\n';
    show(worst, std::cerr);
  }
  std::cerr << (held ? "" : "\nFAILED ") << name << ": " << stories << " stories of " << told
            << " moves, seed " << parameters.seed << '\n';
  return held;
}

}  // namespace properties
