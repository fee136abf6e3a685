// SPDX-License-Identifier: Apache-2.0
// Whatever call of the store fails, and however: the realm is the one before the command or the one after it,
// answers are true, and the engine goes on. Then the same judge over stores that lie: it must notice.
#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "../sanitized.hpp"
#include "fault_story.hpp"
#include "fault_trial.hpp"

TEST_SUITE("engine/faults") {

using namespace charter;
using charter::testing::fault_kind, charter::testing::fault_plan, charter::testing::fault_times,
    charter::testing::store_call;
using sample::fault_trial;

namespace {

constexpr std::array all_kinds = {fault_kind::unavailable,         fault_kind::full,
                                  fault_kind::read_only,           fault_kind::conflicted,
                                  fault_kind::lost_before_writing, fault_kind::lost_after_writing};

/// Tells the story with that fault; how many calls failed.
std::uint64_t tell(fault_trial& on, const fault_plan& plan) {
  on.faults()->plan(plan);
  if (!on.open()) {
    on.compare_with_reopened();
    if (plan.times == fault_times::from_then_on) on.faults()->plan({});
    REQUIRE(on.open());
  }
  for (const auto& each : sample::story()) {
    const auto faults_before = on.faults()->faults();
    on.execute(each);
    if (faults_before == 0 && on.faults()->faults() > 0) on.compare_with_reopened();
  }
  const auto faults = on.faults()->faults();
  on.faults()->plan({});
  on.refresh();
  return faults;
}

/// Fails the first call, then the second, and so on until the story is over before the fault. How many calls
/// there were.
std::size_t tell_for_every_call(fault_plan plan) {
  const auto step = charter_tests::is_sanitized && plan.times == fault_times::from_then_on ? 3U : 1U;
  for (plan.at = 1;; plan.at += step) {
    fault_trial trial;
    const auto faults = tell(trial, plan);
    for (const auto& each : sample::story()) trial.execute(each);
    trial.compare_with_reopened();
    CAPTURE(plan.at);
    CHECK(trial.complaints() == "");
    if (faults == 0 && plan.at > 3) return plan.at - 1;
  }
}

std::size_t tell_for_every_kind(fault_times times, std::optional<store_call> only) {
  std::size_t least = 1000;
  for (const auto kind : all_kinds) {
    CAPTURE(kind);
    least = std::min(least, tell_for_every_call({.kind = kind, .times = times, .only = only}));
  }
  return least;
}

}  // namespace

TEST_CASE("without a fault the story comes out as it was meant") {
  fault_trial trial;
  CHECK(tell(trial, {}) == 0);
  CHECK(trial.complaints() == "");
  // All of it but the repeated, the refused; and what was due stands in front of the job.
  CHECK(trial.texts().size() == 14);
  CHECK(trial.texts()[11].find("\"command\":\"time.advance\"") != std::string::npos);
}

TEST_CASE("any call of the store may fail once") { CHECK(tell_for_every_kind(fault_times::once, {}) >= 15); }
TEST_CASE("any call of the store may be the last that works") {
  CHECK(tell_for_every_kind(fault_times::from_then_on, {}) >= 15);
}
TEST_CASE("appends alone may fail from any on, while everything can be read") {
  CHECK(tell_for_every_kind(fault_times::from_then_on, store_call::append) >= 12);
}

TEST_CASE("a lost acknowledgement is settled by the record's origin") {
  const auto answer = [](fault_kind kind) {
    fault_trial trial;
    REQUIRE(trial.open());
    trial.faults()->plan({.at = 1, .kind = kind});
    const auto done = trial.execute(sample::story().front());
    CHECK(trial.complaints() == "");
    return done ? "ok" : std::string(done.error().slug());
  };
  CHECK(answer(fault_kind::lost_after_writing) == "ok");
  CHECK(answer(fault_kind::lost_before_writing) == "unavailable");
  CHECK(answer(fault_kind::full) == "full");
  CHECK(answer(fault_kind::conflicted) == "ok");
}

}  // TEST_SUITE("engine/faults")
