// SPDX-License-Identifier: Apache-2.0
// A log that somebody altered, cut or wrote on is not opened, although each of its records can be read.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include "../sanitized.hpp"
#include "sample_realm.hpp"

TEST_SUITE("engine/tampered_log") {

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
  static const auto original = written();
  auto it = original;
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

TEST_CASE("whichever byte of a record or of the head is another, the log is not opened") {
  constexpr std::size_t stride = charter_tests::is_sanitized ? 17 : 1;
  const auto whole = written();
  std::size_t opened = 0, tried = 0;
  const auto flip = [&](auto& bytes, std::size_t at) {
    using byte = std::remove_reference_t<decltype(bytes[at])>;
    bytes[at] = static_cast<byte>(static_cast<unsigned char>(bytes[at]) ^ (1U << at % 8));
  };
  const auto count = [&](const std::string& said) { ++tried, opened += said == "opened" ? 1U : 0U; };
  for (std::size_t i = 0; i < whole.records.size(); ++i)
    for (std::size_t at = i % stride; at < whole.records[i].size(); at += i == 0 ? 7 * stride : stride)
      count(opened_after([&](copied_log& it) { flip(it.records[i], at); }));
  for (std::size_t at = 0; at < whole.end.bytes.size(); ++at) {
    // Beyond the root are the marks: they say which record is bad, and opening has no need of them.
    if (at < 32) count(opened_after([&](copied_log& it) { flip(it.end.bytes, at); }));
  }
  CHECK(tried > 100);
  CHECK(opened == 0);
}

}  // TEST_SUITE("engine/tampered_log")
