// SPDX-License-Identifier: Apache-2.0
// The judge of the fault tests over stores that lie, which no engine can make good: it must notice each.
#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fault_story.hpp"
#include "fault_trial.hpp"

TEST_SUITE("engine/fault_controls") {

using namespace charter;
using sample::fault_trial;

namespace {

using append_result = event_store::append_result;

/// Appends as `append` has it, once the realm has been created.
class lying_store final : public event_store {
 public:
  using lie = std::function<append_result(event_store& log, position expected, const record_batch& batch)>;
  lying_store(std::shared_ptr<memory_log> log, lie append)
      : log_(std::move(log)), append_(std::move(append)) {}

  tl::expected<log_head, failure> head() override { return log_.head(); }
  append_result append(position expected, const record_batch& batch) override {
    return expected == 0 ? log_.append(expected, batch) : append_(log_, expected, batch);
  }
  tl::expected<position, failure> read(position after, std::size_t limit, const visitor& visit) override {
    return log_.read(after, limit, visit);
  }

 private:
  memory_store log_;
  lie append_;
};

/// What the judge says of the whole story over a store that lies so.
std::string told(lying_store::lie append) {
  fault_trial trial([&](auto log) { return std::make_unique<lying_store>(std::move(log), append); });
  REQUIRE(trial.open());
  for (const auto& each : sample::story()) trial.execute(each);
  trial.compare_with_reopened();
  return trial.complaints();
}
bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("control: a store that is honest gives no reason to complain") {
  CHECK(told([](event_store& log, position expected, const record_batch& batch) {
          return log.append(expected, batch);
        }) == "");
}

TEST_CASE("control: what is acknowledged and not written is noticed") {
  const auto complaints = told([](event_store&, position expected, const record_batch& batch) {
    return appended{expected + batch.records.size()};
  });
  CHECK(contains(complaints, "which is not in the log"));
}

TEST_CASE("control: a batch that lost its last record is noticed") {
  const auto complaints = told([](event_store& log, position expected, const record_batch& batch) {
    if (batch.records.size() < 2) return log.append(expected, batch);
    (void)log.append(expected, {batch.records.first(batch.records.size() - 1), batch.head});
    return append_result(appended{expected + batch.records.size()});
  });
  CHECK(contains(complaints, "of 2 records the log holds 1"));
}

TEST_CASE("control: a batch in another order is noticed") {
  const auto complaints = told([](event_store& log, position expected, const record_batch& batch) {
    const std::vector<record_bytes> backwards(batch.records.rbegin(), batch.records.rend());
    return log.append(expected, {backwards, batch.head});
  });
  CHECK(contains(complaints, "of the log is damaged"));
  CHECK(contains(complaints, "cannot be opened any more"));
}

TEST_CASE("control: a failure that has written is noticed, and so is a conflict") {
  CHECK(contains(told([](event_store& log, position expected, const record_batch& batch) {
                   (void)log.append(expected, batch);
                   return append_result(failure{failure_kind::full, "no"});
                 }),
                 "full, and yet it is in the log"));
  CHECK(contains(told([](event_store& log, position expected, const record_batch& batch) {
                   (void)log.append(expected, batch);
                   return append_result(conflicted{expected + batch.records.size()});
                 }),
                 "already_exists, and yet it is in the log"));
}

TEST_CASE("control: a record that is written twice is noticed") {
  const auto complaints = told([](event_store& log, position expected, const record_batch& batch) {
    std::vector<record_bytes> twice(batch.records.begin(), batch.records.end());
    twice.push_back(twice.back());
    return log.append(expected, {twice, batch.head});
  });
  CHECK(contains(complaints, "of 1 records the log holds 2"));
}

TEST_CASE("control: an observer that hears what is not in the log is noticed") {
  fault_trial trial;
  REQUIRE(trial.open());
  record never;
  never.at_position = 2;
  trial.hear(never);
  CHECK(contains(trial.complaints(), "told what the log does not hold"));
  never.at_position = 7;
  trial.hear(never);
  CHECK(contains(trial.complaints(), "told record 7 after 2"));
}

}  // TEST_SUITE("engine/fault_controls")
