// SPDX-License-Identifier: Apache-2.0
// A realm in a file of which any byte may be another: opening it says so, or the realm is the same. Only the
// write-ahead log may lose its end, as after a power failure: then the realm is one that it was before.
#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../engine/fault_story.hpp"
#include "../engine/sample_realm.hpp"
#include "../sanitized.hpp"
#include "charter/stores/sqlite.hpp"
#include "charter/testing/fingerprint.hpp"
#include "sqlite_files.hpp"
#include "temp_folder.hpp"

TEST_SUITE("stores/damaged_realm") {

using namespace charter;
using namespace charter_test;

namespace {

constexpr std::size_t stride = charter_tests::is_sanitized ? 23 : 1;
/// Most of a page that is hardly used says nothing.
constexpr std::size_t stride_in_zeros = 97 * stride;

/// The story in a file, with a write-ahead log and without; and the realms that it went through.
struct told_story {
  std::string main, wal;  ///< while the file was open
  std::string closed;     ///< when it was not any more
  std::vector<std::string> realms;

  explicit told_story(const std::string& file) {
    {
      instant clock{};
      auto options = sample::options();
      options.clock = [&] { return clock; };
      auto engine = engine::open(open_sqlite(file).value(), std::move(options)).value();
      const auto end = sample::story().size();
      for (std::size_t i = 0; i < end; ++i) {
        const auto each = sample::story()[i];
        clock = each.with.clock;
        (void)engine.execute({each.with.as, each.with.at, each.with.id}, each.what);
        if (i + 3 == end) main = contents(file);
      }
      wal = contents(file + "-wal");
      const auto last = engine.now().at_position();
      for (position at = 0; at <= last; ++at)
        realms.push_back(testing::fingerprint(engine.as_of(at).value().realm()));
    }
    closed = contents(file);
  }
};

/// The position of the realm that the file opens with, or what is said instead.
std::pair<std::optional<position>, std::string> opened(const std::string& file, const told_story& whole) {
  auto store = open_sqlite(file);
  if (!store) return {{}, store.error().what};
  const auto engine = engine::open(std::move(*store), {.clock = [] { return sample::start; }});
  if (!engine) return {{}, engine.error().what};
  const auto seen = engine->now();
  const auto at = seen.at_position();
  if (at >= whole.realms.size() || testing::fingerprint(seen.realm()) != whole.realms[at])
    return {{}, ""};  // a realm that never was
  return {at, "opened"};
}

void put(const std::string& file, const std::string& main, const std::string& wal) {
  for (const auto* suffix : {"-wal", "-shm"}) std::filesystem::remove(file + suffix);
  write(file, main);
  if (!wal.empty()) write(file + "-wal", wal);
}

/// Visits the bytes of a file with their places.
template <class Visit>
void each_byte(const std::string& bytes, Visit&& visit) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool empty = bytes.substr(at < 8 ? 0 : at - 8, 16).find_first_not_of('\0') == std::string::npos;
    if (at % (empty ? stride_in_zeros : stride) == 0) visit(at);
  }
}

}  // namespace

TEST_CASE("whichever byte of a closed file is another, it is noticed or makes no difference") {
  const temp_folder folder(folder_in_memory());
  const auto file = folder / "file.db";
  const told_story whole(file);
  const position end = whole.realms.size() - 1;
  std::size_t harmless = 0, noticed = 0;
  each_byte(whole.closed, [&](std::size_t at) {
    auto damaged = whole.closed;
    damaged[at] = static_cast<char>(damaged[at] ^ (at % 2 == 0 ? 0x55 : 1 << at % 8));
    put(file, damaged, "");
    const auto [position, said] = opened(file, whole);
    const auto sentence = said;
    CAPTURE(at);
    CAPTURE(sentence);
    CHECK((position ? *position == end : !sentence.empty()));
    ++(position ? harmless : noticed);
  });
  MESSAGE(whole.closed.size() << " bytes; noticed: " << noticed << ", harmless: " << harmless);
  CHECK(noticed > 100);
  CHECK(harmless > 10);
}

TEST_CASE("a file that was cut anywhere is refused") {
  const temp_folder folder(folder_in_memory());
  const auto file = folder / "file.db";
  const told_story whole(file);
  for (std::size_t left = 1; left < whole.closed.size(); left += 31 * stride) {
    put(file, whole.closed.substr(0, left), "");
    CAPTURE(left);
    const auto [position, said] = opened(file, whole);
    CHECK_FALSE(position.has_value());
    CHECK_FALSE(said.empty());
  }
}

TEST_CASE("whichever byte of the write-ahead log is another, the realm is one that was") {
  const temp_folder folder(folder_in_memory());
  const auto file = folder / "file.db";
  const told_story whole(file);
  REQUIRE(whole.wal.size() > 1000);
  put(file, whole.main, whole.wal);
  CHECK(opened(file, whole).first == whole.realms.size() - 1);
  std::map<std::string, std::size_t> seen;
  for (std::size_t at = 0; at < whole.wal.size(); at += 113 * stride) {
    auto damaged = whole.wal;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    put(file, whole.main, damaged);
    const auto [position, said] = opened(file, whole);
    CAPTURE(at);
    CHECK((position || !said.empty()));
    ++seen[position ? "opened" : "refused"];
  }
  CHECK(seen["opened"] > 0);
}

TEST_CASE("a write-ahead log that was cut anywhere leaves a realm that was") {
  const temp_folder folder(folder_in_memory());
  const auto file = folder / "file.db";
  const told_story whole(file);
  position before = 0;
  for (std::size_t left = 0; left < whole.wal.size(); left += 509 * stride) {
    put(file, whole.main, whole.wal.substr(0, left));
    const auto [position, said] = opened(file, whole);
    CAPTURE(left);
    CHECK((position || !said.empty()));
    if (position) {
      CHECK(*position >= before);
      before = *position;
    }
  }
  CHECK(before > 0);
}

TEST_CASE("control: a realm that never was is told from those that were") {
  const temp_folder folder(folder_in_memory());
  const auto file = folder / "file.db";
  told_story whole(file);
  CHECK(opened(file, whole).first.has_value());
  whole.realms.back() += " ";
  const auto [position, said] = opened(file, whole);
  CHECK_FALSE(position.has_value());
  CHECK(said.empty());
}

}  // TEST_SUITE("stores/damaged_realm")
