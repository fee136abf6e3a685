// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What snapshots leave out because it follows from the rest.

#include "charter/realm/realm.hpp"

namespace charter::inline v0::codec {

/// Makes keys, addresses, the latest rows of members, names of workspaces and the places of command ids, as
/// folding has left them. Cost: O(realm).
void rebuild_indexes(realm& world);

}  // namespace charter::inline v0::codec
