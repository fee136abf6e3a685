// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Admission of a realm that was read from a snapshot: whether its parts can be meant together.

#include <string_view>

#include "charter/realm/realm.hpp"

namespace charter::inline v0::codec {

/// Empty, or what keeps the realm from being folded into and asked. It looks for what would be undefined,
/// not for whether rules were kept. REQUIRES: ids are in range, indexes are made. Cost: O(realm).
std::string_view first_fault(const realm& world);

}  // namespace charter::inline v0::codec
