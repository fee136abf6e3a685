// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Workspaces that wait for people who have not accepted.

#include <charter/analysis/finding.hpp>
#include <charter/base/id.hpp>
#include <charter/base/instant.hpp>
#include <charter/realm/realm.hpp>
#include <vector>

#include "ask.hpp"

namespace charterctl {

/// A realm at the time that it is looked at. Holds a reference into the view it was made from.
struct world_then {
  const charter::realm& world;
  charter::instant at;
};
world_then then(const reading& from);

struct place {
  world_then in;
  charter::workspace_id which;
};

/// - `declined_invitation` (warning): who declined keeps the workspace pending.
/// - `waits_for_invitees` (note): who has not answered does.
std::vector<charter::analysis::finding> check_invitations(const place& it);
/// Of every workspace.
std::vector<charter::analysis::finding> check_all_invitations(const world_then& it);

}  // namespace charterctl
