// SPDX-License-Identifier: Apache-2.0
// Accepted commands in memory, one caller: decided, written as JSON, hashed, appended, indexed.
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "figures.hpp"
#include "large_host.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

large_host& host_of(std::int64_t workspaces) {
  static std::map<std::int64_t, std::unique_ptr<large_host>> made;
  auto& it = made[workspaces];
  if (!it)
    it = std::make_unique<large_host>(std::make_unique<memory_store>(),
                                      static_cast<std::uint32_t>(workspaces));
  return *it;
}

void mixed(benchmark::State& state) {
  auto& host = host_of(state.range(0));
  static std::uint64_t number = 0;
  for (auto _ : state) must(host.engine(), host.admin, host.next(number++));
  state.SetItemsProcessed(state.iterations());
}

/// A workspace that grows from that size on. Members come and go, so that it does not grow much.
struct crowd {
  std::unique_ptr<large_host> host;
  std::uint32_t first_spare;

  explicit crowd(std::uint32_t members)
      : host(std::make_unique<large_host>(std::make_unique<memory_store>(), 1)) {
    auto& it = host->engine();
    for (std::uint32_t i = 0; i < members + spare; ++i) {
      const auto key = "m" + std::to_string(i);
      must(it, actor::host(), user::provision{.key = key, .email = key + "@o.org", .organization = "o"});
      must(it, actor::host(), user::record_sign_in{.user = key});
      if (i < members)
        must(it, host->admin, workspace::add_member{.workspace = workspace_id{0}, .user = key});
    }
    first_spare = large_host::people + members;
  }
  static constexpr std::uint32_t spare = 64;
};

crowd& crowd_of(std::int64_t members) {
  static std::map<std::int64_t, std::unique_ptr<crowd>> made;
  auto& it = made[members];
  if (!it) it = std::make_unique<crowd>(static_cast<std::uint32_t>(members));
  return *it;
}

/// Adds those who are to spare and takes them out again off the clock.
template <std::int64_t Members>
void add_member(benchmark::State& state) {
  using clock = std::chrono::steady_clock;
  auto& it = crowd_of(Members);
  for (auto _ : state) {
    const auto start = clock::now();
    for (std::uint32_t i = 0; i < crowd::spare; ++i)
      must(it.host->engine(), it.host->admin,
           workspace::add_member{.workspace = workspace_id{0}, .user = user_id{it.first_spare + i}});
    state.SetIterationTime(std::chrono::duration<double>(clock::now() - start).count());
    for (std::uint32_t i = 0; i < crowd::spare; ++i)
      must(it.host->engine(), it.host->admin,
           workspace::remove_member{.workspace = workspace_id{0}, .user = user_id{it.first_spare + i}});
  }
  state.SetItemsProcessed(state.iterations() * crowd::spare);
}

}  // namespace

void add_commands() {
  add({"commands.memory", 10'000, "1/s", mixed});
  if (is_quick())
    add({"commands.member", 10'000, "ns", add_member<10'000>, add_member<10>, true});
  else
    add({"commands.member", 100'000, "ns", add_member<100'000>, add_member<10>, true});
}

}  // namespace charter_benchmarks
