// SPDX-License-Identifier: Apache-2.0
// How far a run has got.
#include "charter/machines/run/rules.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("machines/run") {

using namespace charter;
using machine = run::machine;
using run::progress;

namespace {

std::string slug(const objection& no) { return no ? no->slug : "ok"; }
run::state after(std::initializer_list<progress> reports) {
  run::state it;
  for (const auto each : reports) machine::apply(it, run::reported{{}, each, {}});
  return it;
}

}  // namespace

TEST_CASE("reports go forwards") {
  CHECK(slug(machine::decide_report(after({}), progress::running)) == "ok");
  CHECK(slug(machine::decide_report(after({}), progress::failed)) == "ok");
  CHECK(slug(machine::decide_report(after({progress::running}), progress::running)) == "nothing_to_change");
  CHECK(slug(machine::decide_report(after({progress::succeeded}), progress::running)) == "nothing_to_change");
  CHECK(slug(machine::decide_report(after({progress::succeeded}), progress::succeeded)) ==
        "nothing_to_change");
  CHECK(slug(machine::decide_report(after({progress::succeeded}), progress::failed)) ==
        "run_already_finished");
}

TEST_CASE("a cancelled run takes no report and is not cancelled again [D24]") {
  auto it = after({progress::running});
  CHECK(slug(machine::decide_cancel(it)) == "ok");
  machine::apply(it, run::cancelled{});
  CHECK(it.finished());
  CHECK(slug(machine::decide_cancel(it)) == "run_already_finished");
  CHECK(slug(machine::decide_report(it, progress::running)) == "run_already_finished");
}

TEST_CASE("a note stays until the next one") {
  auto it = after({});
  machine::apply(it, run::reported{{}, progress::running, "half way"});
  machine::apply(it, run::reported{{}, progress::succeeded, {}});
  CHECK(it.details->note == "half way");
  CHECK(it.finished());
}

}  // TEST_SUITE("machines/run")
