// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `advance` for whoever links charter::charter: compiled once. Where the one in charter/command/decide.hpp
/// is called, it becomes a piece of code for each command, and ten seconds of compiling.

#include <tl/expected.hpp>

#include "charter/command/context.hpp"
#include "charter/command/decision.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Judges a command and brings `world` to where its records lead.
/// Fails: with a refusal; where that says `changed`, the realm is of no use any more.
/// Cost: O(what the command touches).
tl::expected<decided, refused> advance_realm(realm& world, const decision_context& with, const command& what);

}  // namespace charter::inline v0
