// SPDX-License-Identifier: Apache-2.0
#include "charter/store/memory_store.hpp"

#include <doctest/doctest.h>
#include <memory>

#include "contract_checks.hpp"

TEST_SUITE("stores/memory_store") {

using namespace charter;

namespace {

struct memory_subject final : testing::store_subject {
  std::shared_ptr<memory_log> log = make_memory_log();
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return std::make_unique<memory_store>(log);
  }
};

/// Only what a host must write, so that the defaults are under the contract too.
class three_functions final : public event_store {
 public:
  explicit three_functions(std::shared_ptr<memory_log> log) : inner_(std::move(log)) {}
  tl::expected<log_head, failure> head() override { return inner_.head(); }
  append_result append(position expected, const record_batch& batch) override {
    return inner_.append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit, visit);
  }

 private:
  memory_store inner_;
};

struct defaults_subject final : testing::store_subject {
  std::shared_ptr<memory_log> log = make_memory_log();
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return std::make_unique<three_functions>(log);
  }
};

}  // namespace

TEST_CASE("memory_store keeps the storage contract") {
  charter_test::check_contract([] { return std::make_unique<memory_subject>(); });
}

TEST_CASE("a store of three functions keeps the contract with the defaults for the rest") {
  charter_test::check_contract([] { return std::make_unique<defaults_subject>(); });
  three_functions store(make_memory_log());
  CHECK(store.snapshots() == nullptr);
  CHECK(store.transactions() == nullptr);
}

TEST_CASE("stores of their own share nothing") {
  memory_store one, other;
  CHECK(std::get<appended>(testing::append_to(one, 0, {"record"})).last == 1);
  CHECK(other.head()->last == 0);
}

}  // TEST_SUITE("stores/memory_store")
