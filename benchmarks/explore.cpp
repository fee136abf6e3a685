// SPDX-License-Identifier: Apache-2.0
// How many states a search sees in a second.
#include <cstdint>
#include <memory>

#include "charter/analysis/cast.hpp"
#include "charter/analysis/explore.hpp"
#include "charter/rules/rulebooks/opaque_open.hpp"
#include "figures.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

/// Distinct states a second: four people in one workspace, all that can lead to a run, until all was seen.
void explored(benchmark::State& state) {
  const auto rules = std::make_shared<const rule_set>(rulebooks::opaque_open());
  const auto there = *analysis::make_usual_cast(rules);
  const auto& goal = *analysis::find_goal("run_without_approval");
  std::int64_t states = 0;
  for (auto _ : state) {
    const auto found = analysis::explore(there.start, goal, {});
    if (!found || found->end != analysis::search_outcome::exhausted)
      return state.SkipWithError("not all seen");
    states += static_cast<std::int64_t>(found->seen.states);
  }
  state.SetItemsProcessed(states);
}

}  // namespace

void add_explore() { add({"analysis.explore", 4, "1/s", explored}); }

}  // namespace charter_benchmarks
