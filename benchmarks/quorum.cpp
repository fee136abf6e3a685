// SPDX-License-Identifier: Apache-2.0
// A quorum understood: who fills which seat, what any three departures break, who is critical; against the
// rule, which only says whether it can be met.
#include <charter/analysis/quorum.hpp>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "figures.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

/// A hundred groups of fifty, each of whom fills one seat of nine hundred.
analysis::electorate crowd(std::int64_t people) {
  std::mt19937 random(7);
  analysis::electorate it;
  it.rules.distinct_approvers = true;
  it.in_force = {approval::approval_mode::groups, std::vector<approval::group>{}, {}};
  for (std::uint32_t i = 0; i < people; ++i) it.members.push_back({user_id{i}});
  for (int g = 0; g < 100; ++g) {
    approval::group made{"group " + std::to_string(g), people * 9 / 1000, {}};
    while (made.members.size() < 50) {
      const user_id who{static_cast<std::uint32_t>(random() % it.members.size())};
      if (!approval::in_group(made, who)) made.members.push_back(who);
    }
    it.in_force.groups->push_back(std::move(made));
  }
  return it;
}

void understood(benchmark::State& state) {
  const auto it = crowd(state.range(0));
  if (!analysis::can_be_met(it).possible) throw std::logic_error("nothing breaks what cannot be met");
  for (auto _ : state) {
    benchmark::DoNotOptimize(analysis::can_be_met(it));
    benchmark::DoNotOptimize(analysis::after_leaving(it, 3));
    benchmark::DoNotOptimize(analysis::single_points_of_failure(it));
  }
  state.SetItemsProcessed(state.iterations());
}

void judged(benchmark::State& state) {
  const auto it = crowd(state.range(0));
  std::vector<approval::voter> members;
  for (const auto& each : it.members) members.push_back({each.user, each.active});
  for (auto _ : state)
    benchmark::DoNotOptimize(
        approval::evaluate({it.in_force, it.rules, members, it.ballots, user_id{0xffffffffU}}));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

void add_quorum() { add({"analysis.quorum", 1000, "ns", understood, judged}); }

}  // namespace charter_benchmarks
