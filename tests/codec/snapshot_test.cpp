// SPDX-License-Identifier: Apache-2.0
// A realm read from its snapshot is the realm that was written, to the last member.
#include "charter/codec/snapshot.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "charter/testing/fingerprint.hpp"
#include "charter/testing/sample_rulebooks.hpp"
#include "snapshots.hpp"

TEST_SUITE("codec/snapshot") {

using namespace charter;

namespace {

/// More than two pieces: long texts, which take no time to make.
realm large_realm() {
  realm out = snapshots::lived(rulebooks::opaque_open(), 7, 60).world();
  for (std::uint32_t i = 0; i < out.users.all.size(); ++i)
    out.users.edit({i}).profile.change(
        [&](user::profile& it) { it.name = std::string(300'000, static_cast<char>('a' + i % 26)); });
  return out;
}

}  // namespace

TEST_CASE("a realm comes back equal, with its tree, under every rulebook") {
  std::uint64_t seed = 0;
  for (const auto& book : testing::sample_rulebooks())
    for (const std::size_t moves : {0U, 20U, 400U}) {
      const snapshots::lived live(book, ++seed, moves);
      const auto bytes = snapshots::written(live.world(), live.tree());
      const auto back = snapshots::read(bytes);
      CAPTURE(book.name);
      REQUIRE_MESSAGE(back.has_value(), back.error());
      CHECK(testing::first_difference(testing::fingerprint(live.world()),
                                      testing::fingerprint(back->world)) == "");
      CHECK(back->tree == live.tree());
      CHECK(snapshots::written(back->world, back->tree) == bytes);
      snapshots::exercise(back->world, seed);
    }
}

TEST_CASE("what follows from the rest is not in it, and is made again") {
  const snapshots::lived live(rulebooks::opaque_open(), 5, 300);
  auto stripped = live.world();
  stripped.emails.clear();
  stripped.member_rows.clear();
  stripped.workspace_names.clear();
  stripped.command_id_at.clear();
  stripped.users.keys.clear();
  const auto back = snapshots::read(snapshots::written(stripped, live.tree()));
  REQUIRE(back.has_value());
  CHECK(back->world.emails == live.world().emails);
  CHECK(back->world.member_rows == live.world().member_rows);
  CHECK(back->world.workspace_names == live.world().workspace_names);
  CHECK(back->world.command_id_at == live.world().command_id_at);
  CHECK(back->world.users.keys == live.world().users.keys);
  CHECK_FALSE(back->world.member_rows.empty());
  CHECK_FALSE(back->world.command_id_at.empty());
}

TEST_CASE("the sink gets pieces of a mebibyte, and nothing after it has said no") {
  const auto world = large_realm();
  const auto hash = make_sha256_hasher();
  std::vector<std::size_t> sizes;
  CHECK(write_snapshot(world, snapshots::tree_of(world.head), *hash, [&](std::string_view piece) {
    sizes.push_back(piece.size());
    return true;
  }));
  REQUIRE(sizes.size() > 3);
  for (std::size_t i = 0; i + 2 < sizes.size(); ++i) CHECK(sizes[i] == std::size_t{1} << 20);
  CHECK(sizes.back() == snapshots::seal_bytes);

  for (std::size_t last = 1; last <= sizes.size(); ++last) {
    std::size_t calls = 0;
    CHECK_FALSE(write_snapshot(world, snapshots::tree_of(world.head), *hash,
                               [&](std::string_view) { return ++calls < last; }));
    CHECK(calls == last);
  }
  CHECK(testing::fingerprint(
            snapshots::read(snapshots::written(world, snapshots::tree_of(world.head)))->world) ==
        testing::fingerprint(world));
}

TEST_CASE("a copy is written by a thread of its own while the realm goes on") {
  auto world = large_realm();
  const auto before = snapshots::written(world, snapshots::tree_of(world.head));
  std::string bytes;
  std::thread writing([&bytes, copy = world] {
    write_snapshot(copy, snapshots::tree_of(copy.head), *make_sha256_hasher(), [&](std::string_view piece) {
      bytes += piece;
      return true;
    });
  });
  for (std::uint32_t i = 0; i < world.users.all.size(); ++i) {
    world.users.edit({i}).signed_in ^= true;
    world.emails.erase("nobody");
    world.mail.edit(i).rows.push_back({});
  }
  writing.join();
  CHECK(bytes == before);
}

}  // TEST_SUITE("codec/snapshot")
