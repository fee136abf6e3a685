// SPDX-License-Identifier: Apache-2.0
// What the host hands to the engine may throw: nobody waits for ever, and nothing is lost.
#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "sample_realm.hpp"

TEST_SUITE("engine/throwing_host") {

using namespace charter;

namespace {

const organization::create clinic{.key = "clinic", .name = "Clinic"};
const organization::create lab{.key = "lab", .name = "Lab"};

}  // namespace

TEST_CASE("a clock that throws leaves the realm as it was and the engine working") {
  bool throws = false;
  auto options = sample::options();
  options.clock = [&] { return throws ? throw std::runtime_error("no time") : sample::start; };
  auto engine = engine::open(std::make_unique<memory_store>(), std::move(options)).value();
  throws = true;
  const auto done = engine.execute({.as = "operator"}, clinic);
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().slug() == "outcome_unknown");
  throws = false;
  CHECK_FALSE(engine.now().find_organization("clinic").has_value());
  CHECK(sample::must(engine, "operator", clinic).at_position == 2);
}

TEST_CASE("an observer that throws is told the same record again, and takes nothing from the command") {
  auto engine = sample::open();
  bool throws = true;
  std::vector<position> heard;
  const auto ears = engine.observe(1, [&](const record& each) {
    if (throws) throw std::runtime_error("not now");
    heard.push_back(each.at_position);
  });
  CHECK(engine.execute({.as = "operator"}, clinic).has_value());
  CHECK(engine.now().find_organization("clinic").has_value());
  throws = false;
  CHECK(engine.execute({.as = "operator"}, lab).has_value());
  CHECK(heard == std::vector<position>{2, 3});
}

TEST_CASE("an observer that throws while the log is read to it observes nothing") {
  auto engine = sample::open();
  CHECK_THROWS((void)engine.observe(0, [](const record&) { throw std::runtime_error("never"); }));
  CHECK(engine.execute({.as = "operator"}, clinic).has_value());
}

TEST_CASE("an observer hears nothing up to the position that it named, although that is not reached") {
  auto engine = sample::open();
  std::vector<position> heard;
  const auto ears = engine.observe(2, [&](const record& each) { heard.push_back(each.at_position); });
  sample::must(engine, "operator", clinic);
  sample::must(engine, "operator", lab);
  CHECK(heard == std::vector<position>{3});
}

}  // TEST_SUITE("engine/throwing_host")
