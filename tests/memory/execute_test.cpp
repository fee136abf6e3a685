// SPDX-License-Identifier: Apache-2.0
// Memory runs out at any allocation of a command. Nothing has happened then, or it is said that nobody knows,
// or the command has been accepted; and the engine goes on.
#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <new>
#include <string>

#include "../engine/fault_story.hpp"
#include "../engine/fault_trial.hpp"
#include "../engine/sample_realm.hpp"
#include "../sanitized.hpp"
#include "charter/testing/fingerprint.hpp"
#include "failing_new.hpp"

TEST_SUITE("memory/execute") {

using namespace charter;
using charter_test::short_of_memory, charter_test::shortage;
using sample::fault_trial;

namespace {

// Under the sanitizers the later allocations of a command are a sample.
constexpr std::uint64_t denser = charter_tests::is_sanitized ? 24 : 1'000'000;

struct count {
  std::size_t thrown = 0, answered = 0;
};

/// Executes while the n-th allocation fails. What is thrown counts as a failure that has changed nothing.
fault_trial::performer with_shortage(std::uint64_t nth, shortage how, count& seen) {
  return [nth, how, &seen](engine& it, const context& with, const command& what) -> fault_trial::answer {
    try {
      const short_of_memory now(nth, how);
      auto done = it.execute(with, what);
      ++seen.answered;
      return done;
    } catch (const std::bad_alloc&) {
      ++seen.thrown;
      return tl::unexpected(rejection(failure{failure_kind::unavailable, "thrown"}));
    }
  };
}

/// Each command of the story again and again, with one allocation more that succeeds, until all do.
count tell(shortage how) {
  count seen;
  fault_trial trial;
  REQUIRE(trial.open());
  for (const auto& each : sample::story())
    for (std::uint64_t nth = 1;; nth += 1 + nth / denser) {
      const auto done = trial.execute(each, with_shortage(nth, how, seen));
      if (!short_of_memory::was_noticed()) break;
      trial.refresh();
      CAPTURE(nth);
      REQUIRE(trial.complaints() == "");
      if (done) break;
    }
  trial.compare_with_reopened();
  CHECK(trial.complaints() == "");
  CHECK(trial.texts().size() == 14);
  return seen;
}

}  // namespace

TEST_CASE("any allocation of a command may fail") {
  const auto seen = tell(shortage::once);
  CHECK(seen.answered > 500);
  CHECK(seen.thrown > 0);
}

TEST_CASE("memory may run out for good at any allocation of a command") {
  const auto seen = tell(shortage::from_then_on);
  CHECK(seen.answered >= sample::story().size());
  CHECK(seen.thrown > 500);
}

TEST_CASE("a look at the realm that runs out of memory can be taken again") {
  const auto log = make_memory_log();
  auto engine = sample::open(std::make_unique<memory_store>(log));
  std::size_t failed = 0;
  for (std::uint64_t nth = 1;; ++nth) {
    for (const auto* letter : {"a", "b", "c"}) {
      const auto key = letter + std::to_string(nth);
      sample::must(engine, "operator", organization::create{.key = key, .name = key});
    }
    try {
      const short_of_memory now(nth, shortage::once);
      (void)engine.now();
    } catch (const std::bad_alloc&) {
      ++failed;
    }
    const auto again =
        engine::open(std::make_unique<memory_store>(log), {.clock = [] { return sample::start; }});
    REQUIRE(again.has_value());
    REQUIRE(testing::fingerprint(engine.now().realm()) == testing::fingerprint(again->now().realm()));
    if (!short_of_memory::was_noticed()) break;
  }
  CHECK(failed > 10);
}

TEST_CASE("control: who throws although the command took effect is found out") {
  fault_trial trial;
  REQUIRE(trial.open());
  trial.execute(sample::story().front(),
                [](engine& it, const context& with, const command& what) -> fault_trial::answer {
                  (void)it.execute(with, what);
                  return tl::unexpected(rejection(failure{failure_kind::unavailable, "thrown"}));
                });
  CHECK(trial.complaints().find("unavailable, and yet it is in the log") != std::string::npos);
}

}  // TEST_SUITE("memory/execute")
