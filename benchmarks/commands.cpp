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

/// One realm with a workspace of ten members and one of so many more, and people who are in neither.
struct two_workspaces {
  static constexpr std::uint32_t few = 10, spare = 64;
  static constexpr workspace_id small{0}, large{1};
  large_host host{std::make_unique<memory_store>(), 2};
  std::uint32_t first_spare;

  explicit two_workspaces(std::uint32_t members) : first_spare(large_host::people + members) {
    auto& it = host.engine();
    for (std::uint32_t i = 0; i < members + spare; ++i) {
      const auto key = "m" + std::to_string(i);
      must(it, actor::host(), user::provision{.key = key, .email = key + "@o.org", .organization = "o"});
      must(it, actor::host(), user::record_sign_in{.user = key});
    }
    for (std::uint32_t i = 0; i < members; ++i) {
      const user_id who{large_host::people + i};
      must(it, host.admin, workspace::add_member{.workspace = large, .user = who});
      if (i < few) must(it, host.admin, workspace::add_member{.workspace = small, .user = who});
    }
  }
  user_id spare_user(std::uint32_t number) const { return {first_spare + number}; }
};

two_workspaces& with_members(std::int64_t members) {
  static std::map<std::int64_t, std::unique_ptr<two_workspaces>> made;
  auto& it = made[members];
  if (!it) it = std::make_unique<two_workspaces>(static_cast<std::uint32_t>(members));
  return *it;
}

/// Adds those who are to spare, and takes them out again off the clock.
void add_members(benchmark::State& state, workspace_id where) {
  using clock = std::chrono::steady_clock;
  auto& it = with_members(state.range(0));
  for (auto _ : state) {
    const auto start = clock::now();
    for (std::uint32_t i = 0; i < two_workspaces::spare; ++i)
      must(it.host.engine(), it.host.admin,
           workspace::add_member{.workspace = where, .user = it.spare_user(i)});
    state.SetIterationTime(std::chrono::duration<double>(clock::now() - start).count());
    for (std::uint32_t i = 0; i < two_workspaces::spare; ++i)
      must(it.host.engine(), it.host.admin,
           workspace::remove_member{.workspace = where, .user = it.spare_user(i)});
  }
  state.SetItemsProcessed(state.iterations() * two_workspaces::spare);
}
void add_to_large(benchmark::State& state) { add_members(state, two_workspaces::large); }
void add_to_small(benchmark::State& state) { add_members(state, two_workspaces::small); }

}  // namespace

void add_commands() {
  add({"commands.memory", 10'000, "1/s", mixed});
  if (!is_quick()) add({"commands.memory", 5'000'000, "1/s", mixed});
  const std::int64_t members = is_quick() ? 10'000 : 100'000;
  add({"commands.member", members, "ns", add_to_large, add_to_small, true});
}

}  // namespace charter_benchmarks
