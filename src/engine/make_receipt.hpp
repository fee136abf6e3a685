// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The receipt of a command, from what it wrote.

#include <span>

#include "charter/engine/receipt.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0 {

/// `written`: what was due first, if anything, then the command's own record. REQUIRES: it has that one.
receipt make_receipt(std::span<const record> written);

}  // namespace charter::inline v0
