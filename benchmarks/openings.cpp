// SPDX-License-Identifier: Apache-2.0
// Opening a realm: by replaying its log, and from a snapshot with nothing after it.
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "charter/realm/realm.hpp"
#include "charter/store/snapshot_store.hpp"
#include "figures.hpp"
#include "large_host.hpp"

namespace charter_benchmarks {

namespace {

using namespace charter;

/// A log in memory of so many commands, with a snapshot at its end.
struct written_log {
  std::shared_ptr<memory_log> log = make_memory_log();
  std::int64_t records = 0;

  explicit written_log(std::int64_t commands) {
    large_host host(std::make_unique<memory_store>(log), 1000);
    for (std::int64_t i = 0; i < commands; ++i)
      must(host.engine(), host.admin, host.next(static_cast<std::uint64_t>(i)));
    records = static_cast<std::int64_t>(host.engine().now().at_position());
    if (!host.engine().save_snapshot()) std::abort();
  }
};

written_log& log_of(std::int64_t commands) {
  static std::map<std::int64_t, std::unique_ptr<written_log>> made;
  auto& it = made[commands];
  if (!it) it = std::make_unique<written_log>(commands);
  return *it;
}

/// A log of few records that make so many memberships, with a snapshot at its end.
struct crowded_log {
  std::shared_ptr<memory_log> log = make_memory_log();

  explicit crowded_log(std::int64_t memberships) {
    const auto workspaces = static_cast<std::uint32_t>(memberships) / large_host::people;
    large_host host(std::make_unique<memory_store>(log), workspaces);
    for (std::uint32_t i = 0; i < workspaces; ++i) {
      batch everybody;
      for (std::uint32_t who = 1; who < large_host::people; ++who)
        everybody.commands.push_back(
            workspace::add_member{.workspace = workspace_id{i}, .user = user_id{who}});
      must(host.engine(), host.admin, everybody);
    }
    if (!host.engine().save_snapshot()) std::abort();
  }
};

crowded_log& log_with(std::int64_t memberships) {
  static std::map<std::int64_t, std::unique_ptr<crowded_log>> made;
  auto& it = made[memberships];
  if (!it) it = std::make_unique<crowded_log>(memberships);
  return *it;
}

/// The same log without what it can do beyond.
class plain_store final : public event_store {
 public:
  explicit plain_store(std::shared_ptr<memory_log> log) : inside_(std::move(log)) {}
  tl::expected<log_head, failure> head() override { return inside_.head(); }
  append_result append(position expected, const record_batch& batch) override {
    return inside_.append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inside_.read(after, limit, visit);
  }

 private:
  memory_store inside_;
};

template <class Store>
void open(benchmark::State& state, const std::shared_ptr<memory_log>& log, std::int64_t items) {
  for (auto _ : state) {
    auto opened = engine::open(std::make_unique<Store>(log));
    if (!opened) std::abort();
    state.PauseTiming();
    { const auto closing = std::move(*opened); }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * items);
}
template <class Store>
void open_log(benchmark::State& state) {
  auto& it = log_of(state.range(0));
  open<Store>(state, it.log, it.records);
}
template <class Store>
void open_crowded(benchmark::State& state) {
  open<Store>(state, log_with(state.range(0)).log, state.range(0));
}

}  // namespace

void add_openings() {
  const std::int64_t commands = is_quick() ? 20'000 : 200'000;
  add({"replay", commands, "1/s", open_log<plain_store>});
  add({"open", commands, "1/s", open_log<memory_store>, open_log<plain_store>});
  const std::int64_t memberships = is_quick() ? 20'000 : 1'000'000;
  add({"open.memberships", memberships, "ns", open_crowded<memory_store>, open_crowded<plain_store>});
}

}  // namespace charter_benchmarks
