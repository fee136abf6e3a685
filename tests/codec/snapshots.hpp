// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Snapshots to test with: of realms that random moves have made, and sealed anew after damage.

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>

#include "../../src/codec/snapshot_seal.hpp"
#include "../../src/engine/digest.hpp"
#include "charter/codec/snapshot.hpp"
#include "charter/rules/rulebook.hpp"
#include "charter/testing/world.hpp"

namespace snapshots {

/// A realm after that many random moves, and what it decides next. Compiled once: moves take their time.
class lived {
 public:
  lived(const charter::rules::rulebook& book, std::uint64_t seed, std::size_t moves);
  const charter::realm& world() const { return driven_.world(); }
  charter::frontier tree() const;

 private:
  charter::testing::driven_realm driven_;
};

/// Asks and changes the realm at random, for whoever watches for undefined behaviour.
void exercise(charter::realm world, std::uint64_t seed);

/// A tree of that many leaves, which are not those of any log.
charter::frontier tree_of(charter::position size);

/// Where the snapshot begins to differ from realm to realm: behind magic, format and build.
constexpr std::size_t constant_bytes = 8 + 8 + 32;
constexpr std::size_t seal_bytes = 8 + 32;

inline std::string written(const charter::realm& world, const charter::frontier& tree) {
  std::string out;
  REQUIRE(charter::write_snapshot(world, tree, *charter::make_sha256_hasher(), [&](std::string_view piece) {
    out += piece;
    return true;
  }));
  return out;
}
inline tl::expected<charter::snapshot, std::string> read(std::string_view bytes) {
  return charter::read_snapshot(bytes, *charter::make_sha256_hasher());
}

inline std::string unsealed(const std::string& bytes) { return bytes.substr(0, bytes.size() - seal_bytes); }

/// The bytes under a seal that holds, as only somebody with the same code could make them.
inline std::string sealed(std::string_view body) {
  std::string out;
  const charter::byte_sink to = [&](std::string_view piece) {
    out += piece;
    return true;
  };
  const auto hash = charter::make_sha256_hasher();
  charter::codec::sealing_sink sink(*hash, to);
  sink.append(body);
  REQUIRE(sink.finish());
  return out;
}

}  // namespace snapshots
