// SPDX-License-Identifier: Apache-2.0
// A realm that went through a snapshot is the realm itself: equal, and equal after whatever comes next.
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "../../src/engine/digest.hpp"
#include "charter/codec/record_json.hpp"
#include "charter/codec/snapshot.hpp"
#include "charter/testing/fingerprint.hpp"
#include "drive.hpp"

TEST_SUITE("properties/snapshot") {

using charter::testing::fingerprint;
using properties::fail, properties::story;

namespace {

void must_equal(const std::string& what, const std::string& before, const std::string& after) {
  if (before != after) fail(what + ": " + charter::testing::first_difference(before, after));
}

charter::realm through_a_snapshot(const charter::realm& world) {
  const auto hash = charter::make_sha256_hasher();
  charter::frontier tree;
  for (charter::position at = 1; at <= world.head; ++at) tree.push(hash->leaf(std::to_string(at)), *hash);
  std::string bytes;
  charter::write_snapshot(world, tree, *hash, [&](std::string_view piece) {
    bytes += piece;
    return true;
  });
  auto back = charter::read_snapshot(bytes, *hash);
  if (!back) fail("the snapshot cannot be read: " + back.error());
  if (!(back->tree == tree)) fail("the tree came back another");
  return std::move(back->world);
}

std::string text_of(const properties::answer& it) {
  std::string out = it.why.slug + ' ' + std::to_string(it.repeats);
  for (const auto& each : it.records) out += '\n' + charter::write_record(each);
  return out;
}

}  // namespace

TEST_CASE("a realm comes back equal from its snapshot") {
  CHECK(properties::holds("snapshots are equal", [](const story& told) {
    properties::stage live(told.rulebook);
    properties::act_out(live, told);
    must_equal("through a snapshot", fingerprint(live.world()),
               fingerprint(through_a_snapshot(live.world())));
  }));
}

TEST_CASE("going on from a snapshot equals going on without") {
  CHECK(properties::holds("snapshots go on alike", [](const story& told) {
    properties::stage live(told.rulebook);
    std::size_t moves = 0;
    auto other = live.world();
    for (const auto& each : told.moves) {
      if (moves++ % 40 == 20) other = through_a_snapshot(other);
      const auto next = live.think_of(each);
      const auto decided = properties::judge(other, next);
      const auto done = live.perform(next);
      must_equal("decided after a snapshot", text_of(done), text_of(decided));
      for (const auto& record : decided.records) properties::fold_in(other, record);
    }
    must_equal("gone on from snapshots", fingerprint(live.world()), fingerprint(other));
  }));
}

}  // TEST_SUITE("properties/snapshot")
