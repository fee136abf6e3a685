// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Folding a record into the realm: its events applied, notices delivered, the journal kept. What `advance`
/// does live, from what the log says.

#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0 {

/// REQUIRES: `what` was decided on `world`; its position is next.
void fold(realm& world, const record& what);

}  // namespace charter::inline v0
