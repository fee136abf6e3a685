// SPDX-License-Identifier: Apache-2.0
// Two engines on one log: one writes, the other keeps up.
#include <doctest/doctest.h>

#include <chrono>
#include <stop_token>
#include <thread>

#include "sample_realm.hpp"

TEST_SUITE("engine/follow") {

using namespace charter;
using namespace std::chrono_literals;

namespace {

struct two_hosts {
  std::shared_ptr<memory_log> log = make_memory_log();
  engine writer = sample::open(std::make_unique<memory_store>(log));
  engine reader = sample::open(std::make_unique<memory_store>(log));

  receipt write(const char* key) {
    return sample::must(writer, "operator", organization::create{.key = key, .name = key});
  }
};

}  // namespace

TEST_CASE("a view at least as new as a receipt holds what the receipt speaks of") {
  two_hosts hosts;
  const auto done = hosts.write("lab");
  CHECK_FALSE(hosts.reader.now().find_organization("lab").has_value());
  const auto seen = hosts.reader.view_at_least(done.at_position, 0ms);
  REQUIRE(seen.has_value());
  CHECK(seen->find_organization("lab").has_value());
  CHECK(hosts.reader.view_at_least(1, 0ms)->at_position() >= done.at_position);
}

TEST_CASE("a position that nobody has written is behind when the time is up") {
  two_hosts hosts;
  const auto start = std::chrono::steady_clock::now();
  const auto seen = hosts.reader.view_at_least(99, 30ms);
  REQUIRE_FALSE(seen.has_value());
  CHECK(seen.error().slug() == "behind");
  CHECK(std::chrono::steady_clock::now() - start >= 30ms);
}

TEST_CASE("who waits for a position gets it when it is written") {
  two_hosts hosts;
  std::thread late([&] {
    std::this_thread::sleep_for(20ms);
    hosts.write("lab");
  });
  const auto seen = hosts.reader.view_at_least(2, 10s);
  late.join();
  REQUIRE(seen.has_value());
  CHECK(seen->find_organization("lab").has_value());
}

TEST_CASE("following keeps up until it is asked to stop") {
  two_hosts hosts;
  tl::expected<void, failure> ended;
  std::jthread follower([&](std::stop_token stop) { ended = hosts.reader.follow(std::move(stop)); });
  for (const auto* each : {"a", "b", "c"}) hosts.write(each);
  for (int i = 0; i < 1000 && hosts.reader.now().at_position() < 4; ++i) std::this_thread::sleep_for(5ms);
  CHECK(hosts.reader.now().find_organization("c").has_value());
  follower.request_stop();
  follower.join();
  CHECK(ended.has_value());
}

}  // TEST_SUITE("engine/follow")
