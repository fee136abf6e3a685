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
void open_log(benchmark::State& state) {
  auto& it = log_of(state.range(0));
  for (auto _ : state) {
    auto opened = engine::open(std::make_unique<Store>(it.log));
    if (!opened) std::abort();
    state.PauseTiming();
    { const auto closing = std::move(*opened); }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * it.records);
}

}  // namespace

void add_openings() {
  const std::int64_t commands = is_quick() ? 20'000 : 200'000;
  add({"replay", commands, "1/s", open_log<plain_store>});
  add({"open", commands, "1/s", open_log<memory_store>, open_log<plain_store>});
}

}  // namespace charter_benchmarks
