// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Admission: a record read from storage is looked at before it is applied, so that a damaged log is an error
/// with a position, never undefined behaviour. It asks whether ids and names can be meant, not whether rules
/// were kept.

#include <optional>
#include <string>

#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0 {

/// Folds a record that was read from storage. Nothing when it was admitted, else a sentence; then `world` is
/// of no use any more.
std::optional<std::string> replay(realm& world, const record& what);

}  // namespace charter::inline v0
