// SPDX-License-Identifier: Apache-2.0
// Writing and reading a snapshot, by how many memberships the realm has: a tenth as many users, a hundredth
// as many workspaces. Each membership came by a record of its own.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "../src/engine/digest.hpp"
#include "charter/codec/snapshot.hpp"
#include "figures.hpp"
#include "large_realm.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

struct subject {
  realm world;
  frontier tree;
  std::string bytes;
};

const subject& of_size(std::int64_t memberships) {
  static std::map<std::int64_t, subject> made;
  auto [at, is_new] = made.try_emplace(memberships);
  if (!is_new) return at->second;
  auto& it = at->second;
  const auto many = static_cast<std::uint32_t>(memberships);
  it.world = large_realm({100, many / 10, many / 100, 100}, rulebooks::opaque_open()).world();
  const auto hash = make_sha256_hasher();
  for (position record = 0; record < it.world.head; ++record) it.tree.push({}, *hash);
  write_snapshot(it.world, it.tree, *hash, [&](std::string_view piece) {
    it.bytes += piece;
    return true;
  });
  return it;
}

void count(benchmark::State& state, const subject& it) {
  const auto memberships = static_cast<double>(state.range(0));
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(it.bytes.size()));
  state.counters["bytes/membership"] = static_cast<double>(it.bytes.size()) / memberships;
  state.counters["time/membership"] = benchmark::Counter(
      memberships, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void write(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  const auto hash = make_sha256_hasher();
  for (auto _ : state) write_snapshot(it.world, it.tree, *hash, [](std::string_view) { return true; });
  count(state, it);
}

void read(benchmark::State& state) {
  const auto& it = of_size(state.range(0));
  const auto hash = make_sha256_hasher();
  for (auto _ : state) {
    auto back = read_snapshot(it.bytes, *hash);
    if (!back) state.SkipWithError(back.error().c_str());
    state.PauseTiming();
    back = tl::unexpected(std::string());  // giving the memory back is not reading
    state.ResumeTiming();
  }
  count(state, it);
}

}  // namespace

void add_snapshots() {
  for (const std::int64_t size : {10'000, 1'000'000}) {
    if (is_quick() && size > 10'000) break;
    add({"snapshot.write", size, "ns", write});
    add({"snapshot.read", size, "ns", read});
  }
}

}  // namespace charter_benchmarks
