// SPDX-License-Identifier: Apache-2.0
// Who works with whom, by how many memberships the realm has: ten a workspace, ten a user, a thousandth as
// many organizations. Clusters, findings, and the bridges between two organizations.
#include "charter/analysis/collaboration.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>
#include <memory>

#include "charter/analysis/bridges.hpp"
#include "figures.hpp"
#include "large_realm.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

const realm& of_size(std::int64_t memberships) {
  static std::map<std::int64_t, std::unique_ptr<large_realm>> made;
  auto& it = made[memberships];
  const auto many = static_cast<std::uint32_t>(memberships);
  if (!it)
    it = std::make_unique<large_realm>(realm_size{many / 1000, many / 10, many / 10, 10},
                                       rulebooks::opaque_open());
  return it->world();
}

void analyze(benchmark::State& state) {
  const auto& world = of_size(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(analysis::connected_clusters(world));
    benchmark::DoNotOptimize(analysis::check_collaboration(world));
    benchmark::DoNotOptimize(analysis::bridges_between(world, organization_id{0}, organization_id{1}));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

}  // namespace

void add_collaboration() {
  for (const std::int64_t size : {10'000, 1'000'000}) {
    if (is_quick() && size > 10'000) break;
    add({"analysis.collaboration", size, "ns", analyze});
  }
}

}  // namespace charter_benchmarks
