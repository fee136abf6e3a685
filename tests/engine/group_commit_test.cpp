// SPDX-License-Identifier: Apache-2.0
// Callers who come while one appends are decided meanwhile and share the next append; each gets its own
// answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "gate_store.hpp"
#include "sample_realm.hpp"

TEST_SUITE("engine/group_commit") {

using namespace charter;
using answer = tl::expected<receipt, rejection>;
using sample::gate_store;
using failing = gate_store::failing;

namespace {

/// An engine behind a gate: while the first append waits there, others come and are decided.
struct queued {
  std::shared_ptr<memory_log> log = make_memory_log();
  std::shared_ptr<gate_store::control> gate = std::make_shared<gate_store::control>();
  std::atomic<int> looks_at_the_clock{0};
  engine it;
  std::vector<std::thread> threads;
  std::vector<std::optional<answer>> answers;

  explicit queued(engine_options options = sample::options()) : it(open(std::move(options))) {
    gate->batches.clear();
    gate->shut_it();
  }
  ~queued() {
    for (auto& each : threads)
      if (each.joinable()) each.join();
  }
  engine open(engine_options options) {
    options.clock = [this] { return ++looks_at_the_clock, sample::start; };
    auto made = engine::open(std::make_unique<gate_store>(log, gate), std::move(options));
    REQUIRE(made.has_value());
    return std::move(*made);
  }
  /// Whether that many commands are looked at within a while.
  bool are_decided(int commands) const {
    for (int i = 0; i < 2000 && looks_at_the_clock < commands; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    return looks_at_the_clock >= commands;
  }
  /// The first waits at the gate; the others are decided, then the gate opens.
  void ask(
      std::vector<std::pair<context, command>> all, failing which = failing::none,
      const std::function<void()>& meanwhile = [] {}) {
    answers.resize(all.size());
    looks_at_the_clock = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      threads.emplace_back([this, i, each = all[i]] { answers[i] = it.execute(each.first, each.second); });
      if (i == 0) gate->await_leader();
    }
    CHECK(are_decided(static_cast<int>(all.size())));
    meanwhile();
    gate->open_it(which);
    for (auto& each : threads) each.join();
    threads.clear();
  }
  std::string slug(std::size_t i) const {
    return answers[i]->has_value() ? "ok" : std::string(answers[i]->error().slug());
  }
};

std::pair<context, command> create(const std::string& key) {
  return {{.as = "operator"}, organization::create{.key = key, .name = key}};
}

}  // namespace

TEST_CASE("who queues up behind an append shares the next one") {
  queued world;
  world.ask({create("a"), create("b"), create("c"), create("d"), create("e")});
  std::vector<position> at;
  for (const auto& each : world.answers) at.push_back((*each)->at_position);
  std::sort(at.begin(), at.end());
  CHECK(at == std::vector<position>{2, 3, 4, 5, 6});
  CHECK(world.gate->batches == std::vector<std::size_t>{1, 4});
}

TEST_CASE("a refused command takes nothing of its batch with it [D44]") {
  auto options = sample::options();
  options.rules->limits.users_per_organization = 2;
  queued world(std::move(options));
  const auto provision = [](const std::string& who) {
    return std::pair<context, command>{
        {.as = "host"}, user::provision{.key = who, .email = who + "@a.org", .organization = "a"}};
  };
  world.ask({create("a"), provision("p"), provision("q"), provision("r"), create("b")});
  std::vector<std::string> slugs;
  for (std::size_t i = 1; i < 4; ++i) slugs.push_back(world.slug(i));
  CHECK(std::count(slugs.begin(), slugs.end(), "ok") == 2);
  CHECK(std::count(slugs.begin(), slugs.end(), "limit_reached") == 1);
  CHECK(world.slug(4) == "ok");
  // The limit is noticed after the account was made: nobody may see that one.
  CHECK(world.it.now().realm().users.all.size() == 2);
  const auto again = engine::open(std::make_unique<memory_store>(world.log));
  REQUIRE(again.has_value());
  CHECK(again->now().realm().users.all.size() == 2);
  CHECK(again->now().find_organization("b").has_value());
}

TEST_CASE("an append that fails is everybody's failure, and leaves no trace") {
  queued world;
  world.ask({create("a"), create("b"), create("a"), create("c")}, failing::the_next);
  CHECK(world.slug(0) == "ok");
  CHECK(world.slug(1) == "full");
  CHECK(world.slug(2) == "already_exists");
  CHECK(world.slug(3) == "full");
  CHECK_FALSE(world.it.now().find_organization("b").has_value());
  CHECK(sample::must(world.it, "operator", create("b").second).at_position == 3);
}

TEST_CASE("what was decided on top of an append that fails is decided again") {
  queued world;
  world.ask({create("a"), create("a"), create("b")}, failing::the_one_waiting);
  CHECK(world.slug(0) == "full");
  CHECK(world.slug(1) == "ok");  // the first "a" does not exist, although it did when this one was decided
  CHECK(world.slug(2) == "ok");
  CHECK(world.it.now().at_position() == 3);
  CHECK(world.it.now().realm().organizations.all.size() == 2);
}

TEST_CASE("all that is under way is decided again when another engine appends first") {
  queued world;
  auto other = engine::open(std::make_unique<memory_store>(world.log)).value();
  world.ask({create("a"), create("b"), create("c")}, failing::none,
            [&] { sample::must(other, "operator", create("b").second); });
  CHECK(world.slug(0) == "ok");
  CHECK(world.slug(1) == "already_exists");
  CHECK(world.slug(2) == "ok");
  REQUIRE(other.refresh().has_value());
  CHECK(other.now().realm().organizations.all.size() == 3);
  CHECK(world.it.now().at_position() == other.now().at_position());
}

TEST_CASE(
    "a command id repeated while the first is being written gets the first receipt, or its turn [D44]") {
  for (const auto which : {failing::none, failing::the_one_waiting}) {
    CAPTURE(which);
    queued world;
    auto twice = create("a");
    twice.first.id = "c-1";
    world.ask({twice, twice}, which);
    CHECK(world.slug(0) == (which == failing::none ? "ok" : "full"));
    REQUIRE(world.answers[1]->has_value());
    CHECK((*world.answers[1])->at_position == 2);
    CHECK((*world.answers[1])->as<organization_id>() == *world.it.now().find_organization("a"));
  }
}

TEST_CASE("no memory for a receipt to be repeated: what shares its batch is seen and answered all the same") {
  queued world;
  auto twice = create("a");
  twice.first.id = "c-1";
  world.ask({twice, twice, create("b")}, failing::none, [&] { world.gate->has_memory_to_read = false; });
  CHECK(world.slug(1) == "outcome_unknown");
  CHECK(world.slug(2) == "ok");
  CHECK(world.it.now().find_organization("b"));
  world.gate->has_memory_to_read = true;
  CHECK(world.it.refresh() == position{3});
  CHECK(world.it.execute(twice.first, twice.second)->at_position == 2);
}

TEST_CASE("one command id asked twice at once is one command [D44]") {
  queued world;
  auto twice = create("b");
  twice.first.id = "c-1";
  world.ask({create("a"), twice, twice});
  REQUIRE(world.answers[1]->has_value());
  REQUIRE(world.answers[2]->has_value());
  CHECK((*world.answers[1])->at_position == (*world.answers[2])->at_position);
  CHECK((*world.answers[2])->as<organization_id>() == *world.it.now().find_organization("b"));
}

}  // TEST_SUITE("engine/group_commit")
