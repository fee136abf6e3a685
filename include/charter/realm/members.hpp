// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who is listed in a workspace, and who of them counts.

#include <vector>

#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Whether a listed row counts: its user is active and was not taken out of the organization (D26).
inline bool is_active(const realm& world, const membership::row& row) {
  return !row.suspended_by && world.users[row.user].status == user::status::active;
}

/// The user's row if it is listed at that time, active or not; else null.
inline const membership::row* listed_row(const realm& world, workspace_id workspace, user_id user,
                                         instant at) {
  const auto* row = world.find_row(workspace, user);
  return row && row->listed(at) ? row : nullptr;
}

/// The user's row if the user is a current member: listed and active. What the condition `member` asks.
inline const membership::row* member_row(const realm& world, workspace_id workspace, user_id user,
                                         instant at) {
  const auto* row = listed_row(world, workspace, user, at);
  return row && is_active(world, *row) ? row : nullptr;
}

/// Calls `visit(row)` for each listed row, in order of joining.
template <class Visit>
void for_each_listed(const realm& world, workspace_id workspace, instant at, Visit&& visit) {
  for (const auto& row : world.workspaces[workspace].members)
    if (row.listed(at)) visit(row);
}

/// Those whose approval is asked for, with who of them can give it.
inline std::vector<approval::voter> voters(const realm& world, workspace_id workspace, instant at) {
  std::vector<approval::voter> out;
  for_each_listed(world, workspace, at, [&](const membership::row& row) {
    out.push_back({row.user, is_active(world, row)});
  });
  return out;
}

}  // namespace charter::inline v0
