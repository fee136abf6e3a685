// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Receipts as JSON (vocabulary, section 6):
///
///     {"ok": true, "position": 17, "created": {"workspace": "study"}, "events": ["workspace.created"],
///      "warnings": [{"warning": "duplicate_name"}]}

#include <string>

#include "charter/engine/receipt.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// On one line. `created` names the first thing of each kind as answers do, by its key where it has one;
/// invitations are named only where they are what was asked for: by invitation.send and in a batch.
/// REQUIRES: `world` holds what was created: a view taken at or after the receipt's position. Threads: any.
std::string write_receipt(const receipt& it, const realm& world);

}  // namespace charter::inline v0
