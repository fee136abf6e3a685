// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Folding as far as somebody admits.

#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0 {

/// `admits` is asked before each event is applied. Answers the first event that it does not admit; then
/// `world` is half changed. Null if the whole record was folded.
const event* fold_until(realm& world, const record& what, bool (*admits)(const realm&, const event&));

}  // namespace charter::inline v0
