// SPDX-License-Identifier: Apache-2.0
/// The suite itself: each broken store must be caught, by the case that is there for it.
#include "charter/testing/store_contract.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "charter/store/memory_store.hpp"

TEST_SUITE("stores/store_contract") {

using namespace charter;
using testing::verdict;

namespace {

/// A memory store with one way of being wrong, overridden below.
class broken_store : public event_store {
 public:
  explicit broken_store(std::shared_ptr<memory_log> log) : inner_(std::move(log)) {}
  tl::expected<log_head, failure> head() override { return inner_.head(); }
  append_result append(position expected, const record_batch& batch) override {
    return inner_.append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit, visit);
  }
  tl::expected<position, failure> wait(position after, std::chrono::milliseconds timeout) override {
    return inner_.wait(after, timeout);
  }

 protected:
  memory_store inner_;
};

struct forgets_head_bytes final : broken_store {
  using broken_store::broken_store;
  append_result append(position expected, const record_batch& batch) override {
    return inner_.append(expected, {batch.records, {}});
  }
};

struct never_conflicts final : broken_store {
  using broken_store::broken_store;
  append_result append(position, const record_batch& batch) override {
    for (;;) {
      auto result = inner_.append(inner_.head()->last, batch);
      if (std::holds_alternative<appended>(result)) return result;
    }
  }
};

struct splits_batches final : broken_store {
  using broken_store::broken_store;
  append_result append(position expected, const record_batch& batch) override {
    append_result result;
    for (std::size_t i = 0; i < batch.records.size(); ++i) {
      result = inner_.append(expected + i, {batch.records.subspan(i, 1), batch.head});
      if (!std::holds_alternative<appended>(result)) return result;
      std::this_thread::sleep_for(std::chrono::microseconds{50});
    }
    return result;
  }
};

struct stops_at_nul final : broken_store {
  using broken_store::broken_store;
  append_result append(position expected, const record_batch& batch) override {
    std::vector<record_bytes> cut;
    for (const auto record : batch.records) cut.push_back(record.substr(0, record.find('\0')));
    return inner_.append(expected, {cut, batch.head});
  }
};

struct ignores_limit final : broken_store {
  using broken_store::broken_store;
  tl::expected<position, failure> read(position after, std::size_t, const visitor& visit) override {
    return inner_.read(after, static_cast<std::size_t>(-1), visit);
  }
};

struct ignores_visitor final : broken_store {
  using broken_store::broken_store;
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit,
                       [&](position at, record_bytes record) { return visit(at, record), true; });
  }
};

struct never_waits final : broken_store {
  using broken_store::broken_store;
  tl::expected<position, failure> wait(position, std::chrono::milliseconds) override {
    return inner_.head()->last;
  }
};

struct counts_from_zero final : broken_store {
  using broken_store::broken_store;
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit, [&](position at, record_bytes record) { return visit(at - 1, record); });
  }
};

/// As a sequence that commits out of order does: the reader sees a later record first.
struct skips_what_is_late final : broken_store {
  using broken_store::broken_store;
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit,
                       [&](position at, record_bytes record) { return at % 5 == 3 || visit(at, record); });
  }
};

struct keeps_the_view final : broken_store {
  using broken_store::broken_store;
  append_result append(position expected, const record_batch& batch) override {
    kept_ = batch.records[0];
    return inner_.append(expected, batch);
  }
  tl::expected<position, failure> read(position, std::size_t, const visitor& visit) override {
    return visit(1, kept_), position{1};
  }
  record_bytes kept_;
};

struct dies_of_conflict final : broken_store {
  using broken_store::broken_store;
  append_result append(position expected, const record_batch& batch) override {
    if (dead_) return failure{failure_kind::closed, "dead"};
    auto result = inner_.append(expected, batch);
    dead_ = std::holds_alternative<conflicted>(result);
    return result;
  }
  bool dead_ = false;
};

template <class Store, bool forgets = false>
struct broken_subject final : testing::store_subject {
  std::shared_ptr<memory_log> log = make_memory_log();
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return std::make_unique<Store>(forgets ? make_memory_log() : log);
  }
};

template <class Subject>
std::vector<std::string> failing_cases(std::span<const testing::exclusion> exclusions = {}) {
  std::vector<std::string> names;
  const auto failed = testing::run_store_contract([] { return std::make_unique<Subject>(); },
                                                  [&](const testing::case_report& it) {
                                                    if (it.outcome == verdict::failed)
                                                      names.emplace_back(it.name);
                                                    if (it.outcome == verdict::failed)
                                                      CHECK(!it.detail.empty());
                                                  },
                                                  exclusions);
  CHECK(failed == names.size());
  return names;
}

/// Whether that case finds the fault, and a store without it passes.
template <class Subject>
bool fails(std::string_view name) {
  const auto cases = testing::store_contract();
  const auto it = std::find_if(cases.begin(), cases.end(), [&](const auto& one) { return one.name == name; });
  REQUIRE(it != cases.end());
  CHECK(testing::run_case(*it, [] { return std::make_unique<broken_subject<memory_store>>(); }).outcome ==
        verdict::passed);
  return testing::run_case(*it, [] { return std::make_unique<Subject>(); }).outcome == verdict::failed;
}

}  // namespace

TEST_CASE("the contract catches stores that break it") {
  CHECK(fails<broken_subject<forgets_head_bytes>>("head_bytes"));
  CHECK(fails<broken_subject<forgets_head_bytes>>("kept_heads"));
  CHECK(fails<broken_subject<never_conflicts>>("conflict"));
  CHECK(fails<broken_subject<never_conflicts>>("one_winner"));
  CHECK(fails<broken_subject<splits_batches>>("atomic_batch"));
  CHECK(fails<broken_subject<stops_at_nul>>("exact_bytes"));
  CHECK(fails<broken_subject<ignores_limit>>("read_limit"));
  CHECK(fails<broken_subject<ignores_visitor>>("read_stops"));
  CHECK(fails<broken_subject<never_waits>>("wait_times_out"));
  CHECK(fails<broken_subject<counts_from_zero>>("positions"));
  CHECK(fails<broken_subject<skips_what_is_late>>("no_position_passed"));
  CHECK(fails<broken_subject<keeps_the_view>>("copies_batch"));
  CHECK(fails<broken_subject<dies_of_conflict>>("usable_after_error"));
  CHECK(fails<broken_subject<memory_store, true>>("reopen"));
  CHECK(fails<broken_subject<memory_store, true>>("second_handle"));
}

TEST_CASE("an exclusion needs a case and a reason") {
  using testing::exclusion;
  const exclusion reasoned[] = {{"reopen", "keeps nothing"}};
  CHECK(failing_cases<broken_subject<memory_store>>(reasoned).empty());
  const exclusion silent[] = {{"reopen", ""}};
  CHECK(failing_cases<broken_subject<memory_store>>(silent) == std::vector<std::string>{"reopen"});
  const exclusion misspelt[] = {{"re-open", "keeps nothing"}};
  CHECK(failing_cases<broken_subject<memory_store>>(misspelt) == std::vector<std::string>{"re-open"});
}

TEST_CASE("a case that checks nothing has failed") {
  const testing::contract_case idle{"idle", "nothing is checked", [](testing::trial&, event_store&) {}};
  const auto report =
      testing::run_case(idle, [] { return std::make_unique<broken_subject<memory_store>>(); });
  CHECK(report.outcome == verdict::failed);
  CHECK(report.detail == "the case made no check");
}

TEST_CASE("a subject that does not open fails with its reason") {
  struct closed final : testing::store_subject {
    tl::expected<std::unique_ptr<event_store>, failure> open() override {
      return tl::unexpected(failure{failure_kind::unavailable, "no server"});
    }
  };
  const auto report =
      testing::run_case(testing::store_contract().front(), [] { return std::make_unique<closed>(); });
  CHECK(report.outcome == verdict::failed);
  CHECK(report.detail == "open: no server");
}

}  // TEST_SUITE("stores/store_contract")
