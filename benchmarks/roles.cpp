// SPDX-License-Identifier: Apache-2.0
// What a rulebook of ten thousand roles comes to, which inherit a hundred thousand times.
#include "charter/analysis/roles.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <utility>

#include "charter/rules/permission.hpp"
#include "figures.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

constexpr std::size_t inherited_each = 10;

/// Each role inherits later ones, so that none inherits itself, and has five grants of its own.
rules::rulebook many_roles(std::size_t count) {
  std::mt19937_64 dice(1);
  const auto name = [](std::size_t role) { return "role_" + std::to_string(role); };
  rules::rulebook out;
  out.kinds = {{.name = "workspace"}};
  for (std::size_t i = 0; i < count; ++i) {
    rules::role_definition role{.name = name(i)};
    role.scope = rules::role_scope::workspace;
    for (std::size_t k = 0; k < inherited_each && i + 1 < count; ++k)
      role.inherits.push_back(name(i + 1 + dice() % (count - i - 1)));
    out.roles.push_back(std::move(role));
    rules::role_grants grants{name(i)};
    for (int k = 0; k < 5; ++k) {
      const auto& granted = engine_permissions[dice() % engine_permissions.size()];
      const auto condition = static_cast<charter::condition>(dice() % condition_names.size());
      grants.grants.push_back({std::string(granted.name), {{{condition}}}});
    }
    out.grants.push_back(std::move(grants));
  }
  return out;
}

void judged(benchmark::State& state) {
  const auto book = many_roles(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(analysis::check_roles(book));
}

}  // namespace

void add_roles() { add({"analysis.roles", 10'000, "ns", judged}); }

}  // namespace charter_benchmarks
