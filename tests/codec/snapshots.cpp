// SPDX-License-Identifier: Apache-2.0
#include "snapshots.hpp"

#include <random>

#include "charter/record/fold.hpp"
#include "charter/testing/fingerprint.hpp"
#include "charter/testing/moves.hpp"

using namespace charter;

namespace snapshots {

lived::lived(const rules::rulebook& book, std::uint64_t seed, std::size_t moves) : driven_(book) {
  std::mt19937_64 engine(seed);
  for (std::size_t i = 0; i < moves; ++i) (void)driven_.execute(testing::next_attempt(world(), engine));
}

frontier lived::tree() const { return tree_of(world().head); }

void exercise(realm world, std::uint64_t seed) {
  REQUIRE(!testing::fingerprint(world).empty());
  std::mt19937_64 engine(seed);
  for (int i = 0; i < 4; ++i) {
    const auto next = testing::next_attempt(world, engine);
    const auto done = testing::decide_attempt(world, next);
    if (!done || done->repeats != 0) continue;
    for (const auto& each : testing::records_of(world.head, next.with, *done)) fold(world, each);
  }
}

frontier tree_of(position size) {
  const auto hash = make_sha256_hasher();
  frontier out;
  for (position at = 1; at <= size; ++at) out.push(hash->leaf(std::to_string(at)), *hash);
  return out;
}

}  // namespace snapshots
