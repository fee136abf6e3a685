// SPDX-License-Identifier: Apache-2.0
// Callers who come while one appends share the next append, and each gets its own answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "gate_store.hpp"
#include "sample_realm.hpp"

using namespace charter;
using answer = tl::expected<receipt, rejection>;

namespace {

/// An engine behind a gate: who executes while the gate is shut is decided together when it opens.
struct queued {
  std::shared_ptr<memory_log> log = make_memory_log();
  std::shared_ptr<sample::gate_store::control> gate = std::make_shared<sample::gate_store::control>();
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
    auto made = engine::open(std::make_unique<sample::gate_store>(log, gate), std::move(options));
    REQUIRE(made.has_value());
    return std::move(*made);
  }
  /// The first leads and waits at the gate; the others queue up behind it.
  void ask(std::vector<std::pair<context, command>> all, bool second_append_fails = false) {
    answers.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      threads.emplace_back([this, i, each = all[i]] { answers[i] = it.execute(each.first, each.second); });
      if (i == 0) gate->await_leader();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    gate->open_it(second_append_fails);
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
  world.ask({create("a"), create("b"), create("a"), create("c")}, true);
  CHECK(world.slug(0) == "ok");
  CHECK(world.slug(1) == "full");
  CHECK(world.slug(2) == "already_exists");
  CHECK(world.slug(3) == "full");
  CHECK_FALSE(world.it.now().find_organization("b").has_value());
  CHECK(sample::must(world.it, "operator", create("b").second).at_position == 3);
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
