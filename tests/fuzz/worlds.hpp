// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The realms that commands, queries and records are tried on, and what any realm must bear.

#include <vector>

#include "charter/realm/realm.hpp"

namespace charter_fuzz {

/// Made once from the commands in `worlds/`. Copy before changing.
const std::vector<charter::realm>& worlds();

/// Asks everything about everybody, and lets a year pass. Whatever was admitted must bear that.
void examine(const charter::realm& world);

}  // namespace charter_fuzz
