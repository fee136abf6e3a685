// SPDX-License-Identifier: Apache-2.0
// `verify` names the first record that is not what was written.
#include "charter/engine/verify.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "charter/audit/batch_head.hpp"
#include "sample_realm.hpp"

TEST_SUITE("engine/verify") {

using namespace charter;

namespace {

/// A copy of a log of ten commands and more, to meddle with.
struct copied_log final : event_store {
  std::vector<std::string> records;
  std::vector<log_head> kept;
  bool forgets = false;

  copied_log() {
    const auto log = make_memory_log();
    auto engine = sample::open(std::make_unique<memory_store>(log));
    sample::populate(engine);
    sample::open_study(engine);
    memory_store from(log);
    (void)from.read(0, 1000, [&](position, record_bytes bytes) {
      records.emplace_back(bytes);
      return true;
    });
    (void)from.heads(0, 1000, [&](const log_head& each) {
      kept.push_back(each);
      return true;
    });
  }

  tl::expected<log_head, failure> head() override { return kept.back(); }
  append_result append(position, const record_batch&) override {
    return failure{failure_kind::read_only, "a copy of a log"};
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    for (; limit > 0 && after < records.size(); --limit)
      if (++after; !visit(after, records[after - 1])) break;
    return after;
  }
  tl::expected<position, failure> heads(position after, std::size_t limit,
                                        const head_visitor& visit) override {
    if (forgets) return event_store::heads(after, limit, visit);
    for (const auto& each : kept) {
      if (each.last <= after) continue;
      after = each.last;
      if (limit-- == 0 || !visit(each)) break;
    }
    return after;
  }
};

/// The same log as if it had been written in one append.
void join_batches(copied_log& it) {
  batch_head all;
  for (const auto& each : it.kept) {
    const auto head = read_batch_head(each.bytes).value();
    all.marks.insert(all.marks.end(), head.marks.begin(), head.marks.end());
    all.root = head.root;
  }
  it.kept = {{it.kept.back().last, write_batch_head(all)}};
}

/// Changes a record so that it still reads as one: the time of its day, by a millisecond.
void alter(std::string& record) {
  const auto at = record.find("T00:00:00");
  REQUIRE(at != std::string::npos);
  record.replace(at, 9, "T00:00:01");
}

}  // namespace

TEST_CASE("a log that nobody touched is whole") {
  copied_log log;
  const auto seen = verify(log).value();
  CHECK(seen.ok());
  CHECK(seen.records == log.records.size());
  CHECK(verify(*std::make_unique<memory_store>()).value().ok());
}

TEST_CASE("the altered record is named, whichever it is and however the log was written") {
  const auto size = copied_log().records.size();
  REQUIRE(size > 5);
  bool joined = false;
  SUBCASE("in an append of its own") {}
  SUBCASE("in an append of all") { joined = true; }
  for (std::size_t i = 0; i < size; ++i) {
    copied_log log;
    if (joined) join_batches(log);
    alter(log.records[i]);
    const auto seen = verify(log).value();
    CHECK(seen.first_bad == i + 1);
    CHECK(seen.records == i);
    CHECK_FALSE(seen.why.empty());
  }
}

TEST_CASE("a record that cannot be read, that is missing or was put in is named") {
  copied_log log;
  SUBCASE("not a record") { log.records[3] = "{}"; }
  SUBCASE("taken out") { log.records.erase(log.records.begin() + 3); }
  SUBCASE("put in") { log.records.insert(log.records.begin() + 3, log.records[2]); }
  SUBCASE("cut off") { log.records.resize(3); }
  const auto seen = verify(log).value();
  CHECK(seen.first_bad == 4);
}

TEST_CASE("a head that was altered is laid to its record") {
  copied_log log;
  SUBCASE("its root") { log.kept[2].bytes[0] ^= std::byte{1}; }
  SUBCASE("its mark") { log.kept[2].bytes.back() ^= std::byte{1}; }
  SUBCASE("its size") { log.kept[2].bytes.pop_back(); }
  CHECK(verify(log).value().first_bad == log.kept[2].last);
}

TEST_CASE("a store that keeps the last head alone still shows that something was altered") {
  copied_log log;
  log.forgets = true;
  CHECK(verify(log).value().ok());
  alter(log.records[4]);
  const auto seen = verify(log).value();
  CHECK(seen.first_bad == 1);
  CHECK(seen.why.find("up to " + std::to_string(log.records.size())) != std::string::npos);
}

}  // TEST_SUITE("engine/verify")
