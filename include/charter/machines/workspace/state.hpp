// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm knows of a workspace.

#include <cstdint>

#include "charter/base/boxed.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/base/position.hpp"
#include "charter/machines/lifecycle.hpp"
#include "charter/machines/membership_row.hpp"
#include "charter/machines/workspace_details.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0 {

namespace workspace {

enum class status : std::uint8_t { pending, active, archived };

/// D06: a pending workspace may be archived. D07: nothing leads out of archived.
inline constexpr transition<status> lifecycle[] = {
    {status::pending, "workspace.activated", status::active},
    {status::pending, "workspace.archive", status::archived},
    {status::active, "workspace.archive", status::archived},
};

struct state {
  organization_id owner;
  user_id creator;
  kind_index kind;
  workspace::status status = workspace::status::pending;
  rules::membership_mode mode = rules::membership_mode::open;
  bool policies_fixed = false;
  std::uint32_t credential_generation = 0;
  std::uint32_t awaited = 0;           ///< invitations that activation waits for
  std::uint32_t open_invitations = 0;  ///< pending ones
  std::uint32_t review_revision = 0;   ///< moves whenever members or policies do
  boxed<workspace::details> details;
  boxed<workspace::policies> policies;
  cow_vector<membership::row> members;  ///< in order of joining; ended rows stay
  std::uint32_t listed = 0;             ///< rows not ended
  cow_vector<invitation_id> invitations;
  cow_vector<job_id> jobs;
  cow_vector<run_id> runs;
  cow_vector<asset_id> assets;   ///< every asset ever shared here, each once
  cow_vector<position> entries;  ///< log entries that concern it

  bool archived() const { return status == workspace::status::archived; }
  bool sealed() const { return mode == rules::membership_mode::sealed; }
};

}  // namespace workspace

template <>
struct enum_names<workspace::status> {
  static constexpr std::array<std::string_view, 3> names = {"pending", "active", "archived"};
};

}  // namespace charter::inline v0
