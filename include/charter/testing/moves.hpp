// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands that a realm might be asked next, made from what is in it: mostly legal, now and then not. For
/// property tests, load and exploration; the same seed gives the same moves on every machine.
///
///     std::mt19937_64 engine(7);
///     auto next = testing::next_attempt(world, engine);
///     auto done = decide(world, next.with, next.what);

#include <random>

#include "charter/realm/realm.hpp"
#include "charter/testing/attempt.hpp"

namespace charter::inline v0::testing {

/// The next attempt on `world`. REQUIRES: `world` has a rulebook. Cost: O(users x things) at worst; meant for
/// worlds of dozens.
attempt next_attempt(const realm& world, std::mt19937_64& engine);

}  // namespace charter::inline v0::testing
