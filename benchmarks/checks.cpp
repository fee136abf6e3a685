// SPDX-License-Identifier: Apache-2.0
// `check` on ids against a bare probe of a flat hash table that has as many memberships.
#include <boost/unordered/unordered_flat_map.hpp>
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

/// A realm with an index, a flat table of its memberships, and questions about members.
struct subject {
  static constexpr std::size_t questions_made = 1U << 16U;
  realm world;
  check_index index{make_system_pages()};
  boost::unordered_flat_map<std::uint64_t, bool> flat;
  std::vector<question> questions;

  explicit subject(std::uint32_t memberships)
      : world(
            large_realm({100, memberships / 10, memberships / 100, 100}, rulebooks::opaque_open()).world()) {
    index.rebuild(world);
    for (std::uint32_t i = 0; i < world.workspaces.all.size(); ++i)
      for (const auto& row : world.workspaces.all[i].members) flat[key(row.user, {i})] = true;
    std::mt19937 random(7);
    for (std::size_t i = 0; i < questions_made; ++i) {
      const workspace_id where{static_cast<std::uint32_t>(random() % world.workspaces.all.size())};
      const auto& members = world.workspaces[where].members;
      questions.push_back({members[random() % members.size()].user, permissions::job_create, where});
    }
    for (const auto& each : questions) {
      if (index.check(each).how == check_index::outcome::to_learn) index.learn(world, each);
      if (index.check(each).how != check_index::outcome::answered)
        throw std::logic_error("check.flat would measure how fast the index says that it does not know");
    }
  }
  static std::uint64_t key(user_id user, workspace_id where) {
    return std::uint64_t{where.value} << 32U | user.value;
  }
  const question& next(std::size_t& at) const { return questions[at++ % questions_made]; }
};

subject& of_size(std::int64_t memberships) {
  static std::map<std::int64_t, std::unique_ptr<subject>> made;
  auto& it = made[memberships];
  if (!it) it = std::make_unique<subject>(static_cast<std::uint32_t>(memberships));
  return *it;
}

void check(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  std::size_t at = 0, allowed = 0;
  for (auto _ : state) allowed += bool(it.index.check(it.next(at)).answer);
  benchmark::DoNotOptimize(allowed);
  state.SetItemsProcessed(state.iterations());
}

void probe(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  std::size_t at = 0, found = 0;
  for (auto _ : state) {
    const auto& q = it.next(at);
    const auto row = it.flat.find(subject::key(q.user, workspace_id{q.on.value}));
    found += row != it.flat.end() && row->second;
  }
  benchmark::DoNotOptimize(found);
  state.SetItemsProcessed(state.iterations());
}

void compute(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  std::size_t at = 0, allowed = 0;
  for (auto _ : state) allowed += effective(it.world, it.next(at)).allowed();
  benchmark::DoNotOptimize(allowed);
  state.SetItemsProcessed(state.iterations());
}

void explained(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  std::size_t at = 0;
  for (auto _ : state) benchmark::DoNotOptimize(explain(it.world, it.next(at)));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

void add_checks() {
  for (const std::int64_t size : {10'000, 200'000, 2'000'000}) {
    if (is_quick() && size > 10'000) break;
    add({"check.flat", size, "ns", check, probe});
    add({"check.computed", size, "ns", check, compute});
    add({"explain", size, "ns", explained});
  }
}

}  // namespace charter_benchmarks
