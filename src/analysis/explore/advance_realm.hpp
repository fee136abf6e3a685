// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `advance`, compiled once for all analyses: wherever it is called it becomes a piece of code for each
/// command.

#include "charter/command/decide.hpp"

namespace charter::inline v0::analysis {

/// The same as `charter::advance`.
tl::expected<decided, refused> advance_realm(realm& world, const decision_context& with, const command& what);

}  // namespace charter::inline v0::analysis
