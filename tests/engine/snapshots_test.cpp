// SPDX-License-Identifier: Apache-2.0
// Opening from a snapshot gives the realm that the log gives; one that is of no use is passed over.
#include <doctest/doctest.h>

#include <charter/store/snapshot_store.hpp>
#include <charter/testing/fingerprint.hpp>

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "sample_realm.hpp"

TEST_SUITE("engine/snapshots") {

using namespace charter;

namespace {

/// Another handle on a log that counts how many records are read.
struct counting_store final : event_store {
  counting_store(std::shared_ptr<memory_log> log, std::size_t& shown)
      : inner(std::move(log)), count(&shown) {}
  memory_store inner;
  std::size_t* count;

  tl::expected<log_head, failure> head() override { return inner.head(); }
  append_result append(position expected, const record_batch& batch) override {
    return inner.append(expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return inner.read(after, limit, [&](position at, record_bytes bytes) {
      ++*count;
      return visit(at, bytes);
    });
  }
  tl::expected<position, failure> heads(position after, std::size_t limit,
                                        const head_visitor& visit) override {
    return inner.heads(after, limit, visit);
  }
  snapshot_store* snapshots() override { return inner.snapshots(); }
};

struct opened {
  std::size_t records_read = 0;
  std::vector<std::string> warnings;
  std::string fingerprint;
};

opened open_again(const std::shared_ptr<memory_log>& log) {
  opened out;
  auto options = sample::options();
  options.on_warning = [&](const std::string& what) { out.warnings.push_back(what); };
  const auto made = engine::open(std::make_unique<counting_store>(log, out.records_read), std::move(options));
  REQUIRE(made.has_value());
  out.fingerprint = testing::fingerprint(made->now().realm());
  return out;
}

/// Snapshots at seven and nine of eleven records and more.
struct story {
  std::shared_ptr<memory_log> log = make_memory_log();
  engine it = sample::open(std::make_unique<memory_store>(log));
  memory_store store{log};
  position first, second;

  story() {
    sample::populate(it);
    first = it.save_snapshot().value();
    sample::open_study(it);
    second = it.save_snapshot().value();
    sample::must(it, "operator", organization::create{.key = "late", .name = "Late"});
    sample::must(it, "operator", organization::create{.key = "later", .name = "Later"});
  }
  void put_back(position at, const std::string& bytes) {
    REQUIRE_FALSE(
        store.snapshots()->save(at, [&](const byte_sink& sink) { return sink(bytes); }).has_value());
  }
};

}  // namespace

TEST_CASE("opening reads the newest snapshot and what came after it") {
  story told;
  const auto again = open_again(told.log);
  CHECK(again.records_read == told.it.now().at_position() - told.second);
  CHECK(again.warnings.empty());
  CHECK(again.fingerprint == testing::fingerprint(told.it.now().realm()));
}

TEST_CASE("without snapshots the realm is the same") {
  story told;
  const auto with = open_again(told.log);
  const auto kept = told.store.snapshots()->list().value();
  for (const auto at : kept) REQUIRE_FALSE(told.store.snapshots()->drop(at).has_value());
  const auto without = open_again(told.log);
  CHECK(without.records_read == told.it.now().at_position());
  CHECK(without.fingerprint == with.fingerprint);
}

TEST_CASE("a damaged snapshot is passed over with a warning, for the one before it") {
  story told;
  auto bytes = told.store.snapshots()->load(told.second).value();
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  told.put_back(told.second, bytes);
  const auto again = open_again(told.log);
  CHECK(again.records_read == told.it.now().at_position() - told.first);
  REQUIRE(again.warnings.size() == 1);
  CHECK(again.warnings[0].find("record " + std::to_string(told.second)) != std::string::npos);
  CHECK(again.fingerprint == testing::fingerprint(told.it.now().realm()));
}

TEST_CASE("a snapshot of another log is passed over") {
  story told;
  story other;
  sample::must(other.it, "operator", organization::create{.key = "own", .name = "Own"});
  const auto at = other.it.save_snapshot().value();
  sample::must(told.it, "operator", organization::create{.key = "different", .name = "Different"});
  REQUIRE(told.it.now().at_position() == at);
  told.put_back(at, other.store.snapshots()->load(at).value());
  const auto again = open_again(told.log);
  CHECK(again.warnings.size() == 1);
  CHECK(again.fingerprint == testing::fingerprint(told.it.now().realm()));
}

TEST_CASE("an earlier position is replayed from the snapshot before it") {
  story told;
  std::size_t read = 0;
  const auto made = engine::open(std::make_unique<counting_store>(told.log, read), sample::options());
  REQUIRE(made.has_value());
  read = 0;
  const auto then = made->as_of(told.second + 1);
  REQUIRE(then.has_value());
  CHECK(read == 1);
  CHECK(then->find_organization("late").has_value());
  CHECK_FALSE(then->find_organization("later").has_value());
}

TEST_CASE("a snapshot is saved while commands run, and is that of one position") {
  story told;
  std::thread saver([&] {
    for (int i = 0; i < 20; ++i) CHECK(told.it.save_snapshot().has_value());
  });
  for (int i = 0; i < 100; ++i)
    sample::must(told.it, "operator", organization::create{.name = "o" + std::to_string(i)});
  saver.join();
  const auto again = open_again(told.log);
  CHECK(again.warnings.empty());
  CHECK(again.fingerprint == testing::fingerprint(told.it.now().realm()));
}

}  // TEST_SUITE("engine/snapshots")
