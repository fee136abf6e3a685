// SPDX-License-Identifier: Apache-2.0
// Memory runs out for the caller who commits for others: nobody is left waiting, and the next are served.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include "../engine/gate_store.hpp"
#include "../engine/sample_realm.hpp"
#include "failing_new.hpp"

TEST_SUITE("memory/queue") {

using namespace charter;
using charter_test::short_of_memory, charter_test::shortage;

namespace {

/// What somebody got: a slug, "ok", or "thrown".
std::string ask(engine& it, const std::string& key, std::uint64_t failing_from) {
  const command what = organization::create{.key = key, .name = key};
  try {
    const short_of_memory now(failing_from, shortage::from_then_on);
    const auto done = it.execute({.as = "operator"}, what);
    return done ? "ok" : std::string(done.error().slug());
  } catch (const std::bad_alloc&) {
    return "thrown";
  }
}

/// Whoever is left waiting would wait for ever, and the destructor of its future too.
std::string within_a_minute(std::future<std::string>& answer) {
  if (answer.wait_for(std::chrono::minutes{1}) == std::future_status::ready) return answer.get();
  std::cerr << "a caller was left waiting\n";
  std::_Exit(1);
}

}  // namespace

TEST_CASE("whoever leads when memory runs out answers for all") {
  const auto gate = std::make_shared<sample::gate_store::control>();
  const auto log = make_memory_log();
  auto engine = sample::open(std::make_unique<sample::gate_store>(log, gate));
  std::size_t wanting = 0, told = 0;
  for (std::uint64_t nth = 1; nth < 100'000; nth += nth / 3 + 1) {
    const auto key = [&](const char* who) { return who + std::to_string(nth); };
    gate->shut_it();
    auto first = std::async(std::launch::async, [&] { return ask(engine, key("a"), 0); });
    gate->await_leader();
    auto second = std::async(std::launch::async, [&] { return ask(engine, key("b"), nth); });
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    auto third = std::async(std::launch::async, [&] { return ask(engine, key("c"), 0); });
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    gate->open_it();

    CHECK(within_a_minute(first) == "ok");
    const auto leader = within_a_minute(second), follower = within_a_minute(third);
    wanting += leader == "thrown" ? 1U : 0U;
    told += follower == "outcome_unknown" ? 1U : 0U;
    CHECK(ask(engine, key("d"), 0) == "ok");
    const auto there = engine.now();
    CHECK(there.find_organization(key("a")).has_value());
    if (leader == "ok") CHECK(there.find_organization(key("b")).has_value());
    if (follower == "ok") CHECK(there.find_organization(key("c")).has_value());
  }
  CHECK(wanting > 5);
  CHECK(told > 3);
  CHECK(engine::open(std::make_unique<memory_store>(log)).has_value());
}

}  // TEST_SUITE("memory/queue")
