// SPDX-License-Identifier: Apache-2.0
// Bytes that are no snapshot, or not any more, or that somebody made up: each is refused, or is a realm that
// can be asked and changed.
#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

#include "../../src/codec/byte_reader.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/testing/fingerprint.hpp"
#include "snapshots.hpp"

TEST_SUITE("codec/snapshot_hostile") {

using namespace charter;
using namespace std::string_view_literals;

namespace {

struct small_snapshot {
  realm world;
  std::string bytes;
  std::size_t rulebook_from = 0, rulebook_size = 0;  ///< where its rulebook stands: text within the binary

  explicit small_snapshot(std::size_t moves) {
    const snapshots::lived live(rulebooks::opaque_open(), 11, moves);
    world = live.world();
    bytes = snapshots::written(world, live.tree());
    const auto json = write_rulebook(world.book(), json_layout::one_line);
    rulebook_from = bytes.find(json);
    rulebook_size = json.size();
    REQUIRE(rulebook_from != std::string::npos);
  }
  bool in_rulebook(std::size_t at) const { return at >= rulebook_from && at < rulebook_from + rulebook_size; }
};

bool is_refused(std::string_view bytes) {
  const auto back = snapshots::read(bytes);
  if (!back) CHECK(!back.error().empty());
  return !back.has_value();
}

bool says(std::string_view bytes, std::string_view what) {
  const auto back = snapshots::read(bytes);
  return !back && back.error().find(what) != std::string::npos;
}

struct tally {
  std::size_t read = 0, refused = 0;
  /// Past the seal: whoever makes up a snapshot can seal it.
  void look(const std::string& body) {
    auto back = snapshots::read(snapshots::sealed(body));
    if (!back) return ++refused, void();
    if (++read % 8 == 0) snapshots::exercise(std::move(back->world), read);
  }
};

}  // namespace

TEST_CASE("every byte altered, and every end cut off, breaks the seal") {
  const small_snapshot it(30);
  auto damaged = it.bytes;
  for (std::size_t at = 0; at < damaged.size(); ++at) {
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
    REQUIRE(is_refused(damaged));
    damaged[at] = it.bytes[at];
  }
  CHECK_FALSE(is_refused(damaged));
  for (std::size_t size = 0; size < it.bytes.size(); ++size)
    REQUIRE(is_refused(std::string_view(it.bytes).substr(0, size)));
  CHECK(is_refused(it.bytes + '\0'));
  CHECK(is_refused(it.bytes + it.bytes));
}

TEST_CASE("another kind of file, format or build is of no use, and it is said which") {
  const small_snapshot it(0);
  const auto body = snapshots::unsealed(it.bytes);
  const auto changed = [&](std::size_t at) {
    auto out = body;
    ++out[at];
    return snapshots::sealed(out);
  };
  CHECK_FALSE(is_refused(snapshots::sealed(body)));
  CHECK(says("", "no snapshot"));
  CHECK(says("SQLite format 3", "no snapshot"));
  CHECK(says(changed(0), "no snapshot"));
  CHECK(says(changed(8), "it has format 2, and this charter reads format 1"));
  CHECK(says(changed(16), "another release"));
  CHECK(says(changed(48), "positions differ"));
  CHECK(says(snapshots::sealed(body + '\0'), "bytes follow"));
}

TEST_CASE("past the seal too, every cut is refused") {
  const small_snapshot it(12);
  const auto body = snapshots::unsealed(it.bytes);
  for (std::size_t size = 1; size < body.size(); ++size)
    if (!it.in_rulebook(size) || size % 97 == 0)
      REQUIRE(is_refused(snapshots::sealed(std::string_view(body).substr(0, size))));
}

TEST_CASE("past the seal too, an altered byte is refused or makes a realm that works") {
  const small_snapshot it(40);
  const auto body = snapshots::unsealed(it.bytes);
  std::mt19937 random(5);
  tally seen;
  for (auto at = snapshots::constant_bytes; at < body.size(); ++at) {
    if (it.in_rulebook(at) && at % 211 != 0) continue;
    auto damaged = body;
    damaged[at] = static_cast<char>(random());
    seen.look(damaged);
  }
  CHECK(seen.read > 200);
  CHECK(seen.refused > 500);
}

TEST_CASE("past the seal too, a length that announces too much is refused") {
  const small_snapshot it(12);
  const auto body = snapshots::unsealed(it.bytes);
  tally seen;
  for (auto at = snapshots::constant_bytes + 8; at < body.size(); ++at) {
    if (it.in_rulebook(at)) continue;
    for (const auto length : {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv, "\xff\xff\x7f"sv}) {
      auto damaged = body;
      damaged.replace(at, 1, length);
      seen.look(damaged);
    }
  }
  CHECK(seen.refused > 500);
}

TEST_CASE("past the seal too, bytes moved, repeated and left out are refused or make a realm that works") {
  const small_snapshot it(60);
  const auto body = snapshots::unsealed(it.bytes);
  std::mt19937 random(9);
  const auto begin = it.rulebook_from + it.rulebook_size;
  const auto somewhere = [&] { return begin + random() % (body.size() - begin); };
  tally seen;
  for (int round = 0; round < 600; ++round) {
    auto damaged = body;
    const auto from = somewhere(), to = somewhere();
    const auto length = 1 + random() % 12;
    if (round % 3 == 0) damaged.erase(from, length);
    if (round % 3 == 1) damaged.insert(to, body.substr(from, length));
    if (round % 3 == 2) damaged.replace(to, length, body.substr(from, length));
    seen.look(damaged);
  }
  CHECK(seen.refused > 300);
}

TEST_CASE("numbers have one spelling, and nothing is read past the end") {
  const auto number = [](std::string_view bytes) {
    codec::byte_reader from(bytes);
    const auto out = from.number();
    return from.ok() && from.left() == 0 ? std::to_string(out) : "refused";
  };
  CHECK(number("\x00"sv) == "0");
  CHECK(number("\x7f"sv) == "127");
  CHECK(number("\x80\x01"sv) == "128");
  CHECK(number("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv) == "18446744073709551615");
  CHECK(number("\x80\x00"sv) == "refused");
  CHECK(number("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"sv) == "refused");
  CHECK(number("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x81\x00"sv) == "refused");
  CHECK(number("\x80"sv) == "refused");
  CHECK(number("") == "refused");

  codec::byte_reader from("abc");
  CHECK(from.take(2) == "ab");
  CHECK(from.take(2).empty());
  CHECK_FALSE(from.ok());
  CHECK(from.left() == 0);
  CHECK(from.take(1).empty());
  CHECK(from.fixed() == 0);
  CHECK(from.fault() == "the bytes end too early");
}

}  // TEST_SUITE("codec/snapshot_hostile")
