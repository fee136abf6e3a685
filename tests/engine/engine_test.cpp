// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/engine.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "sample_realm.hpp"

TEST_SUITE("engine/engine") {

using namespace charter;

TEST_CASE("an empty log needs a rulebook, and gets its realm at position 1") {
  auto refused = engine::open(std::make_unique<memory_store>());
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == failure_kind::no_rulebook);

  auto opened = sample::open();
  CHECK(opened.now().at_position() == 1);
  CHECK(opened.now().realm().book().name == "opaque_open");
}

TEST_CASE("a log keeps its rulebook: another one in the options is refused") {
  const auto log = make_memory_log();
  { auto first = sample::open(std::make_unique<memory_store>(log)); }
  auto other = engine::open(std::make_unique<memory_store>(log), {.rules = rulebooks::opaque_sealed()});
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().kind == failure_kind::rulebook_differs);
  CHECK(engine::open(std::make_unique<memory_store>(log)).has_value());
}

TEST_CASE("what was accepted is there after reopening") {
  const auto log = make_memory_log();
  position last = 0;
  {
    auto engine = sample::open(std::make_unique<memory_store>(log));
    sample::populate(engine);
    sample::open_study(engine);
    last = engine.now().at_position();
  }
  auto again = sample::open(std::make_unique<memory_store>(log));
  CHECK(again.now().at_position() == last);
  const auto view = again.now();
  const auto study = view.find_workspace("study");
  REQUIRE(study.has_value());
  CHECK(again.check({*view.find_user("bob"), permissions::job_create, *study}));
}

TEST_CASE("[D44] a refused command changes nothing and reaches the host's observer") {
  std::vector<std::string> attempts;
  auto options = sample::options();
  options.on_refused = [&](const refused_attempt& it) { attempts.push_back(it.why.slug); };
  auto opened = engine::open(std::make_unique<memory_store>(), options);
  REQUIRE(opened.has_value());
  sample::populate(*opened);
  const auto before = opened->now().at_position();
  const auto no = opened->execute({.as = "bob"},
                                  workspace::create{.organization = "lab", .kind = "analytics", .name = "X"});
  REQUIRE_FALSE(no.has_value());
  CHECK(no.error().slug() == "forbidden");
  CHECK(opened->now().at_position() == before);
  CHECK(attempts == std::vector<std::string>{"forbidden"});
}

TEST_CASE("a repeated command id returns the first receipt, another payload is refused") {
  auto engine = sample::open();
  sample::populate(engine);
  const context with{.as = "alice", .id = "c-1"};
  const workspace::create create{
      .key = "one", .organization = "hospital", .kind = "analytics", .name = "One"};
  const auto first = engine.execute(with, create);
  const auto again = engine.execute(with, create);
  REQUIRE(first.has_value());
  REQUIRE(again.has_value());
  CHECK(again->at_position == first->at_position);
  CHECK(again->as<workspace_id>() == first->as<workspace_id>());
  CHECK(again->events.size() == first->events.size());
  auto other = create;
  other.name = "Two";
  const auto reused = engine.execute(with, other);
  REQUIRE_FALSE(reused.has_value());
  CHECK(reused.error().slug() == "command_id_reused");
}

TEST_CASE("two engines on one log see each other's commands") {
  const auto log = make_memory_log();
  auto one = sample::open(std::make_unique<memory_store>(log));
  auto two = sample::open(std::make_unique<memory_store>(log));
  sample::populate(one);
  // `two` has not looked yet: its append conflicts, it reads on and decides again.
  sample::must(two, "operator", organization::create{.key = "clinic", .name = "Clinic"});
  CHECK(two.now().find_organization("hospital").has_value());
  CHECK_FALSE(one.now().find_organization("clinic").has_value());
  CHECK(one.refresh() == two.now().at_position());
  CHECK(one.now().find_organization("clinic").has_value());
}

TEST_CASE("observers see every record after a position, in order, live and past") {
  auto engine = sample::open();
  sample::populate(engine);
  std::vector<position> seen;
  const auto head = engine.now().at_position();
  {
    const auto watching = engine.observe(2, [&](const record& it) { seen.push_back(it.at_position); });
    CHECK(seen.size() == head - 2);
    sample::open_study(engine);
    CHECK(seen.back() == head + 1);
  }
  sample::must(engine, "alice", workspace::describe{.workspace = "study", .description = "x"});
  CHECK(seen.back() == head + 1);
  for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i + 3);
}

TEST_CASE("as_of shows an earlier realm") {
  auto engine = sample::open();
  sample::populate(engine);
  const auto before = engine.now().at_position();
  sample::open_study(engine);
  const auto then = engine.as_of(before);
  REQUIRE(then.has_value());
  CHECK_FALSE(then->find_workspace("study").has_value());
  CHECK(engine.now().find_workspace("study").has_value());
  const auto never = engine.as_of(1000);
  REQUIRE_FALSE(never.has_value());
  CHECK(never.error().kind == failure_kind::behind);
}

TEST_CASE("a damaged record is corrupt at its position, never applied") {
  const auto log = make_memory_log();
  {
    auto engine = sample::open(std::make_unique<memory_store>(log));
    sample::populate(engine);
  }
  memory_store store(log);
  const auto end = store.head();
  REQUIRE(end.has_value());
  for (
      const std::string_view bad :
      {"no json", R"({"charter_record":1})",
       R"({"charter_record":1,"position":99,"time":"2026-01-01T00:00:00Z","actor":"host","origin":"x","command":"time.advance","warnings":[],"events":[]})"}) {
    const auto damaged = make_memory_log();
    memory_store copy(damaged);
    (void)store.read(0, 100, [&](position, record_bytes bytes) {
      const record_bytes one[] = {bytes};
      return std::holds_alternative<appended>(copy.append(copy.head()->last, {one, {}}));
    });
    const record_bytes one[] = {bad};
    REQUIRE(std::holds_alternative<appended>(copy.append(end->last, {one, {}})));
    auto opened = engine::open(std::make_unique<memory_store>(damaged));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().kind == failure_kind::corrupt);
    CHECK(opened.error().what.find("record " + std::to_string(end->last + 1)) != std::string::npos);
  }
}

}  // TEST_SUITE("engine/engine")
