// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Places in a realm's log.

#include <cstdint>

namespace charter::inline v0 {

/// The place of a record in the log: the first is 1, and there are no gaps. 0 is the place before the first,
/// so an empty log's head is 0 and reading "after 0" reads everything.
using position = std::uint64_t;

}  // namespace charter::inline v0
