// SPDX-License-Identifier: Apache-2.0
/// The contract for snapshots: the stores that keep it, and that it finds stores that break it.
#include "charter/testing/snapshot_contract.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "charter/store/memory_store.hpp"
#include "charter/stores/sqlite.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/snapshot_contract") {

using namespace charter;
using testing::verdict;

namespace {

struct in_memory final : testing::store_subject {
  std::shared_ptr<memory_log> log = make_memory_log();
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return std::make_unique<memory_store>(log);
  }
};

struct in_files final : testing::store_subject {
  charter_test::temp_folder folder;
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return open_sqlite(folder / "log.db");
  }
};

template <class Subject>
void check_snapshot_contract() {
  std::size_t reports = 0;
  const auto report = [&](const testing::case_report& it) {
    ++reports;
    const std::string name(it.name), sentence(it.sentence);
    CAPTURE(name);
    CAPTURE(sentence);
    CAPTURE(it.detail);
    CHECK(it.outcome == verdict::passed);
  };
  CHECK(testing::run_snapshot_contract([] { return std::make_unique<Subject>(); }, report) == 0);
  CHECK(reports == testing::snapshot_contract().size());
}

/// Snapshots in memory, seen through something that breaks the contract.
class broken_snapshots : public snapshot_store {
 public:
  explicit broken_snapshots(snapshot_store& inner) : inner_(inner) {}
  std::optional<failure> save(position at, const byte_source& source) override {
    return inner_.save(at, source);
  }
  tl::expected<std::vector<position>, failure> list() override { return inner_.list(); }
  tl::expected<std::string, failure> load(position at) override { return inner_.load(at); }
  std::optional<failure> drop(position at) override { return inner_.drop(at); }

 protected:
  snapshot_store& inner_;
};

struct lists_oldest_first final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  tl::expected<std::vector<position>, failure> list() override {
    auto all = inner_.list();
    std::reverse(all->begin(), all->end());
    return all;
  }
};

struct keeps_one final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  std::optional<failure> save(position at, const byte_source& source) override {
    auto failed = inner_.save(at, source);
    const auto all = inner_.list();
    for (std::size_t i = 1; i < all->size(); ++i) (void)inner_.drop((*all)[i]);
    return failed;
  }
};

struct believes_every_source final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  std::optional<failure> save(position at, const byte_source& source) override {
    return inner_.save(at, [&](const byte_sink& to) { return source(to), true; });
  }
};

struct cuts_at_nul final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  tl::expected<std::string, failure> load(position at) override {
    auto bytes = inner_.load(at);
    if (bytes) bytes->resize(std::min(bytes->size(), bytes->find('\0')));
    return bytes;
  }
};

struct never_drops final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  std::optional<failure> drop(position) override { return {}; }
};

struct keeps_the_first final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  std::optional<failure> save(position at, const byte_source& source) override {
    return inner_.load(at) ? std::nullopt : inner_.save(at, source);
  }
};

struct always_has_one final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  tl::expected<std::string, failure> load(position at) override { return inner_.load(at).value_or(""); }
};

struct shows_halves final : broken_snapshots {
  using broken_snapshots::broken_snapshots;
  std::optional<failure> save(position at, const byte_source& source) override {
    (void)inner_.save(at, testing::contract::giving("half of it"));
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
    return inner_.save(at, source);
  }
};

template <class Snapshots>
class broken_store final : public event_store {
 public:
  explicit broken_store(std::shared_ptr<memory_log> log) : inner_(std::move(log)) {}
  tl::expected<log_head, failure> head() override { return inner_.head(); }
  append_result append(position expected, const record_batch& batch) override {
    return inner_.append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner_.read(after, limit, visit);
  }
  snapshot_store* snapshots() override { return &snapshots_; }

 private:
  memory_store inner_;
  Snapshots snapshots_{*inner_.snapshots()};
};

/// Handles of one log; or each of a log of its own, which shares and keeps nothing.
template <class Snapshots, bool forgets = false>
struct broken_subject final : testing::store_subject {
  std::shared_ptr<memory_log> log = make_memory_log();
  tl::expected<std::unique_ptr<event_store>, failure> open() override {
    return std::make_unique<broken_store<Snapshots>>(forgets ? make_memory_log() : log);
  }
};

template <class Snapshots, bool forgets = false>
bool fails(std::string_view name) {
  const auto cases = testing::snapshot_contract();
  const auto it = std::find_if(cases.begin(), cases.end(), [&](const auto& one) { return one.name == name; });
  REQUIRE(it != cases.end());
  const auto make = [] { return std::make_unique<broken_subject<Snapshots, forgets>>(); };
  return testing::run_case(*it, make).outcome == verdict::failed;
}

}  // namespace

TEST_CASE("memory_store keeps the contract for snapshots") { check_snapshot_contract<in_memory>(); }
TEST_CASE("the SQLite store keeps the contract for snapshots") { check_snapshot_contract<in_files>(); }

TEST_CASE("the contract catches stores that break it") {
  for (const auto& it : testing::snapshot_contract()) CHECK_FALSE(fails<broken_snapshots>(it.name));
  CHECK(fails<always_has_one>("no_snapshots"));
  CHECK(fails<cuts_at_nul>("snapshot_bytes"));
  CHECK(fails<lists_oldest_first>("newest_two"));
  CHECK(fails<keeps_one>("newest_two"));
  CHECK(fails<keeps_the_first>("save_again"));
  CHECK(fails<believes_every_source>("source_fails"));
  CHECK(fails<believes_every_source>("log_beside_snapshots"));
  CHECK(fails<never_drops>("drop_one"));
  CHECK(fails<broken_snapshots, true>("snapshots_shared"));
  CHECK(fails<shows_halves>("saved_whole"));
}

TEST_CASE("a store without snapshots fails every case with that reason") {
  struct no_snapshots final : event_store {
    memory_store inner;
    tl::expected<log_head, failure> head() override { return inner.head(); }
    append_result append(position expected, const record_batch& batch) override {
      return inner.append(expected, batch);
    }
    tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
      return inner.read(after, limit, visit);
    }
  };
  struct subject final : testing::store_subject {
    tl::expected<std::unique_ptr<event_store>, failure> open() override {
      return std::make_unique<no_snapshots>();
    }
  };
  for (const auto& it : testing::snapshot_contract()) {
    const auto report = testing::run_case(it, [] { return std::make_unique<subject>(); });
    CHECK(report.outcome == verdict::failed);
    CHECK(report.detail.find("the store keeps no snapshots") != std::string::npos);
  }
}

}  // TEST_SUITE("stores/snapshot_contract")
