// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Applying events: the only way a realm changes. It cannot fail; what it is given was decided or admitted.

#include "charter/realm/apply/asset.hpp"
#include "charter/realm/apply/directory.hpp"
#include "charter/realm/apply/invitation.hpp"
#include "charter/realm/apply/ledger.hpp"
#include "charter/realm/apply/membership.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/apply/work.hpp"
#include "charter/realm/apply/workspace.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

namespace detail {

/// One overload set for all rooms; an event without a rule does not compile.
struct all_events : directory_events,
                    workspace_events,
                    membership_events,
                    invitation_events,
                    asset_events,
                    job_events,
                    run_events,
                    ledger_events {
  using asset_events::on;
  using directory_events::on;
  using invitation_events::on;
  using job_events::on;
  using ledger_events::on;
  using membership_events::on;
  using run_events::on;
  using workspace_events::on;
};

}  // namespace detail

/// Changes `world` by what happened. Pure: it sees its arguments alone.
/// Cost: O(what the event touches).
inline void apply(realm& world, const event& what, const stamp& when) {
  visit_event(what, [&](const auto& one) { detail::all_events::on(world, one, when); });
}

}  // namespace charter::inline v0
