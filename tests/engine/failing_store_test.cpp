// SPDX-License-Identifier: Apache-2.0
// What the engine answers when the store cannot: nothing between before and after.
#include <doctest/doctest.h>

#include <utility>

#include "sample_realm.hpp"

using namespace charter;

namespace {

/// Forwards to a memory store until told to answer the next append otherwise.
class flaky_store : public event_store {
 public:
  enum class mood { well, fails, loses_before, loses_after };
  struct control {
    mood next = mood::well;
  };
  flaky_store(std::shared_ptr<memory_log> log, std::shared_ptr<control> how)
      : inner_(std::move(log)), how_(std::move(how)) {}

  tl::expected<log_head, failure> head() override { return inner_.head(); }
  append_result append(position expected, const record_batch& batch) override {
    switch (std::exchange(how_->next, mood::well)) {
      case mood::well:
        break;
      case mood::fails:
        return failure{failure_kind::full, "the disk is full"};
      case mood::loses_before:
        return outcome_unknown{"the connection died"};
      case mood::loses_after:
        (void)inner_.append(expected, batch);
        return outcome_unknown{"the connection died"};
    }
    return inner_.append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit, visit);
  }

 private:
  memory_store inner_;
  std::shared_ptr<control> how_;
};

struct world {
  std::shared_ptr<flaky_store::control> how = std::make_shared<flaky_store::control>();
  engine it = sample::open(std::make_unique<flaky_store>(make_memory_log(), how));
};

const organization::create clinic{.key = "clinic", .name = "Clinic"};

}  // namespace

TEST_CASE("a failed append leaves the realm as it was") {
  world w;
  w.how->next = flaky_store::mood::fails;
  const auto done = w.it.execute({.as = "operator"}, clinic);
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().slug() == "full");
  CHECK_FALSE(w.it.now().find_organization("clinic").has_value());
  CHECK(w.it.execute({.as = "operator"}, clinic).has_value());
}

TEST_CASE("a lost acknowledgement is settled by the record's origin") {
  world w;
  w.how->next = flaky_store::mood::loses_after;
  const auto there = w.it.execute({.as = "operator"}, clinic);
  REQUIRE(there.has_value());
  CHECK(w.it.now().find_organization("clinic") == there->find<organization_id>());

  w.how->next = flaky_store::mood::loses_before;
  const auto absent = w.it.execute({.as = "operator"}, organization::create{.key = "lab", .name = "Lab"});
  REQUIRE_FALSE(absent.has_value());
  CHECK(absent.error().slug() == "unavailable");
  CHECK_FALSE(w.it.now().find_organization("lab").has_value());
}
