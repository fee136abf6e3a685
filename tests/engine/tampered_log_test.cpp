// SPDX-License-Identifier: Apache-2.0
// A log that somebody altered, cut or wrote on is not opened, although each of its records can be read.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "sample_realm.hpp"

using namespace charter;

namespace {

struct copied_log {
  std::vector<std::string> records;
  log_head end;
};

copied_log written() {
  const auto log = make_memory_log();
  auto engine = sample::open(std::make_unique<memory_store>(log));
  sample::populate(engine);
  memory_store store(log);
  copied_log out{{}, *store.head()};
  (void)store.read(0, 1000, [&](position, record_bytes bytes) {
    out.records.emplace_back(bytes);
    return true;
  });
  return out;
}

/// What opening the log says after `meddle`.
std::string opened_after(const std::function<void(copied_log&)>& meddle) {
  auto it = written();
  meddle(it);
  const auto log = make_memory_log();
  memory_store store(log);
  const std::vector<record_bytes> bytes(it.records.begin(), it.records.end());
  (void)store.append(0, {bytes, it.end.bytes});
  const auto opened = engine::open(std::make_unique<memory_store>(log));
  return opened ? "opened" : std::string(opened.error().slug());
}

}  // namespace

TEST_CASE("a log opens as it was written") {
  CHECK(opened_after([](copied_log&) {}) == "opened");
}

TEST_CASE("a name that was changed in a record is noticed") {
  CHECK(opened_after([](copied_log& it) {
          auto& record = it.records[1];
          record.replace(record.find("Hospital"), 8, "Hospitel");
        }) == "corrupt");
}

TEST_CASE("records that were cut off are noticed, and so is a head that is not there") {
  CHECK(opened_after([](copied_log& it) { it.records.pop_back(); }) == "corrupt");
  CHECK(opened_after([](copied_log& it) { it.end.bytes.clear(); }) == "corrupt");
  CHECK(opened_after([](copied_log& it) { it.end.bytes.push_back(std::byte{0}); }) == "corrupt");
}
