// SPDX-License-Identifier: Apache-2.0
// Several threads over two engines on one log, while every few calls of each store fail: everybody gets an
// answer, and the log is what the answers say.
#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "charter/testing/fault_store.hpp"
#include "charter/testing/fingerprint.hpp"
#include "sample_realm.hpp"

TEST_SUITE("engine/fault_threads") {

using namespace charter;
using charter::testing::fault_control, charter::testing::fault_kind, charter::testing::fault_store,
    charter::testing::fault_times;

namespace {

/// An engine whose store fails every few calls once it is open.
struct host {
  std::shared_ptr<fault_control> faults = std::make_shared<fault_control>();
  engine it;

  explicit host(const std::shared_ptr<memory_log>& log)
      : it(sample::open(std::make_unique<fault_store>(std::make_unique<memory_store>(log), faults))) {}
};

/// By key: what the caller was told.
using answers = std::map<std::string, std::string>;

answers create(engine& on, const std::string& prefix, int count) {
  answers out;
  for (int i = 0; i < count; ++i) {
    const auto key = prefix + std::to_string(i);
    const auto done = on.execute({.as = "operator"}, organization::create{.key = key, .name = key});
    out[key] = done ? "ok" : std::string(done.error().slug());
  }
  return out;
}

void race(fault_kind kind, std::uint64_t every) {
  constexpr int threads_each = 3, commands_each = 25;
  const auto log = make_memory_log();
  std::array<host, 2> hosts{host(log), host(log)};
  for (auto& each : hosts) each.faults->plan({.at = every, .kind = kind, .times = fault_times::every});

  std::vector<answers> told(2 * threads_each);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < told.size(); ++i)
    threads.emplace_back(
        [&, i] { told[i] = create(hosts[i % 2].it, "o" + std::to_string(i) + "-", commands_each); });
  for (auto& each : threads) each.join();

  std::size_t failed = 0;
  const auto reopened = engine::open(std::make_unique<memory_store>(log));
  REQUIRE(reopened.has_value());
  const auto there = reopened->now();
  for (const auto& each : told)
    for (const auto& entry : each) {
      const auto &key = entry.first, &slug = entry.second;
      CAPTURE(key);
      CAPTURE(slug);
      const bool is_there = there.find_organization(key).has_value();
      if (slug == "ok") CHECK(is_there);
      if (slug != "ok" && slug != "outcome_unknown") CHECK_FALSE(is_there);
      CHECK(slug != "already_exists");
      failed += slug == "ok" ? 0U : 1U;
    }
  for (auto& each : hosts) {
    CHECK(each.faults->faults() > 0);
    each.faults->plan({});
    REQUIRE(each.it.refresh().has_value());
    CHECK(testing::fingerprint(each.it.now().realm()) == testing::fingerprint(there.realm()));
  }
  CHECK(failed < told.size() * commands_each);
}

}  // namespace

TEST_CASE("threads over stores that are unavailable now and then") { race(fault_kind::unavailable, 7); }
TEST_CASE("threads over stores that lose acknowledgements") { race(fault_kind::lost_after_writing, 3); }
TEST_CASE("threads over stores that lose what they were to write") {
  race(fault_kind::lost_before_writing, 5);
}
TEST_CASE("threads over stores that say somebody else was faster") { race(fault_kind::conflicted, 2); }

}  // TEST_SUITE("engine/fault_threads")
