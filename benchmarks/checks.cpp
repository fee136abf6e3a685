// SPDX-License-Identifier: Apache-2.0
// `check` on ids against a bare probe of a flat hash table that has as many memberships.
#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

#include "../src/engine/pages.hpp"
#include "charter/access/explain.hpp"
#include "charter/access/index.hpp"
#include "figures.hpp"
#include "large_realm.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

/// Whom and what a question is about. What is asked for is put together on the spot, as callers do.
struct asked_pair {
  user_id user;
  workspace_id where;

  std::uint64_t key() const { return std::uint64_t{where.value} << 32U | user.value; }
  question ask() const { return {user, permissions::job_create, where}; }
};

/// A realm with an index, a flat table of its memberships, and members to ask about.
struct subject {
  static constexpr std::size_t pairs_made = 1U << 16U;
  realm world;
  check_index index{make_system_pages()};
  boost::unordered_flat_map<std::uint64_t, bool> flat;
  std::vector<asked_pair> pairs;

  explicit subject(std::uint32_t memberships)
      : world(
            large_realm({100, memberships / 10, memberships / 100, 100}, rulebooks::opaque_open()).world()) {
    index.rebuild(world);
    for (std::uint32_t i = 0; i < world.workspaces.all.size(); ++i)
      for (const auto& row : world.workspaces.all[i].members) flat[asked_pair{row.user, {i}}.key()] = true;
    std::mt19937 random(7);
    for (std::size_t i = 0; i < pairs_made; ++i) {
      const workspace_id where{static_cast<std::uint32_t>(random() % world.workspaces.all.size())};
      const auto& members = world.workspaces[where].members;
      pairs.push_back({members[random() % members.size()].user, where});
    }
    for (const auto& each : pairs) {
      if (index.check(each.ask()).how == check_index::outcome::to_learn) index.learn(world, each.ask());
      if (index.check(each.ask()).how != check_index::outcome::answered)
        throw std::logic_error("check.flat would measure how fast the index says that it does not know");
    }
  }
};

subject& of_size(std::int64_t memberships) {
  static std::map<std::int64_t, std::unique_ptr<subject>> made;
  auto& it = made[memberships];
  if (!it) it = std::make_unique<subject>(static_cast<std::uint32_t>(memberships));
  return *it;
}

using clock = std::chrono::steady_clock;

/// How long it takes to ask about all pairs, in seconds.
template <class Ask>
double ask_all(const subject& it, Ask&& ask) {
  const auto start = clock::now();
  std::size_t yes = 0;
  for (const auto& each : it.pairs) yes += bool(ask(each));
  benchmark::DoNotOptimize(yes);
  return std::chrono::duration<double>(clock::now() - start).count();
}

/// Asks about all one way and then the other, again and again: both meet the machine in the same mood.
template <class One, class Other>
void alternate(benchmark::State& state, const subject& it, One&& one, Other&& other) {
  double others = 0;
  for (auto _ : state) {
    state.SetIterationTime(ask_all(it, one));
    others += ask_all(it, other);
  }
  const auto asked = static_cast<double>(state.iterations()) * subject::pairs_made;
  state.SetItemsProcessed(static_cast<std::int64_t>(asked));
  state.counters["baseline"] = 1e9 * others / asked;
}

[[gnu::always_inline]] inline bool check(const subject& it, const asked_pair& of) {
  return bool(it.index.check(of.ask()).answer);
}

void check_against_probe(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  alternate(
      state, it, [&](const asked_pair& of) { return check(it, of); },
      [&](const asked_pair& of) {
        const auto row = it.flat.find(of.key());
        return row != it.flat.end() && row->second;
      });
}

void check_against_effective(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  alternate(
      state, it, [&](const asked_pair& of) { return check(it, of); },
      [&](const asked_pair& of) { return effective(it.world, of.ask()).allowed(); });
}

void explained(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  std::size_t at = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(explain(it.world, it.pairs[at++ % subject::pairs_made].ask()));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

void add_checks() {
  for (const std::int64_t size : {10'000, 200'000, 2'000'000}) {
    if (is_quick() && size > 10'000) break;
    add({"check.flat", size, "ns", check_against_probe, {}, true});
    add({"check.computed", size, "ns", check_against_effective, {}, true});
    add({"explain", size, "ns", explained});
  }
}

}  // namespace charter_benchmarks
