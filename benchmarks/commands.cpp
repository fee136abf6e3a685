// SPDX-License-Identifier: Apache-2.0
// Accepted commands in memory, one caller: decided, written as JSON, hashed, appended, indexed.
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
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

/// One realm with a workspace of so many members, others of ten of them, and newcomers who are in none.
class crowd {
 public:
  static constexpr std::uint32_t few = 10, newcomers = 64;

  explicit crowd(std::uint32_t members) {
    for (std::uint32_t i = 0; i < members; ++i) join(large(), provision());
  }

  charter::engine& engine() { return host_.engine(); }
  const actor& admin() const { return host_.admin; }
  static workspace_id large() { return {0}; }
  workspace_id make_small() {
    must(engine(), admin(), workspace::create{.organization = "o", .kind = "analytics", .name = "Small"});
    const workspace_id made{++small_ones_};
    for (std::uint32_t i = 0; i < few; ++i) join(made, {large_host::people + i});
    return made;
  }
  /// The first of so many.
  user_id provision_newcomers() {
    const auto first = provision();
    for (std::uint32_t i = 1; i < newcomers; ++i) provision();
    return first;
  }
  void join(workspace_id where, user_id who) {
    must(engine(), admin(), workspace::add_member{.workspace = where, .user = who});
  }

 private:
  user_id provision() {
    const auto key = "m" + std::to_string(provisioned_);
    must(engine(), actor::host(), user::provision{.key = key, .email = key + "@o.org", .organization = "o"});
    must(engine(), actor::host(), user::record_sign_in{.user = key});
    return {large_host::people + provisioned_++};
  }

  large_host host_{std::make_unique<memory_store>(), 1};
  std::uint32_t provisioned_ = 0, small_ones_ = 0;
};

crowd& with_members(std::int64_t members) {
  static std::map<std::int64_t, std::unique_ptr<crowd>> made;
  auto& it = made[members];
  if (!it) it = std::make_unique<crowd>(static_cast<std::uint32_t>(members));
  return *it;
}

/// Adds newcomers. Nobody is taken out again: that reads every member of the large workspace, and whoever is
/// added next would pay for what it drove out of the caches.
void add_members(benchmark::State& state, bool to_large) {
  using clock = std::chrono::steady_clock;
  auto& it = with_members(state.range(0));
  for (auto _ : state) {
    const auto where = to_large ? crowd::large() : it.make_small();
    const auto first = it.provision_newcomers();
    const auto start = clock::now();
    for (std::uint32_t i = 0; i < crowd::newcomers; ++i) it.join(where, {first.value + i});
    state.SetIterationTime(std::chrono::duration<double>(clock::now() - start).count());
  }
  state.SetItemsProcessed(state.iterations() * crowd::newcomers);
}
void add_to_large(benchmark::State& state) { add_members(state, true); }
void add_to_small(benchmark::State& state) { add_members(state, false); }

}  // namespace

void add_commands() {
  add({"commands.memory", 10'000, "1/s", mixed});
  if (!is_quick()) add({"commands.memory", 5'000'000, "1/s", mixed});
  const std::int64_t members = is_quick() ? 10'000 : 100'000;
  add({"commands.member", members, "ns", add_to_large, add_to_small, true});
}

}  // namespace charter_benchmarks
