// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whom a workspace has invited and waits for (D03).

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "charter/realm/lookup.hpp"

namespace charter::inline v0 {

/// People by their labels, in the order in which they were invited.
struct awaited_answers {
  std::vector<std::string> waiting_for;  ///< has not answered, be it in time or not; nobody once archived
  std::vector<std::string> declined_by;  ///< declined and was not asked again
};

/// The account's label, or the address while it has no account.
inline std::string invitee_label(const realm& world, const invitation::state& it) {
  return it.user ? label(world, *it.user) : it.to->email;
}

inline awaited_answers awaited_people(const realm& world, workspace_id workspace, instant at) {
  const auto& it = world.workspaces[workspace];
  // A person's latest invitation speaks for the earlier ones.
  std::vector<std::pair<std::string, invitation::status>> latest;
  for (const auto each : it.invitations) {
    const auto& invitation = world.invitations[each];
    auto who = invitee_label(world, invitation);
    latest.erase(std::remove_if(latest.begin(), latest.end(),
                                [&](const auto& earlier) { return earlier.first == who; }),
                 latest.end());
    latest.emplace_back(std::move(who), invitation.status_at(at));
  }
  awaited_answers out;
  for (const auto& [who, status] : latest) {
    const bool open = status == invitation::status::pending || status == invitation::status::expired;
    if (open && !it.archived()) out.waiting_for.push_back(who);
    if (status == invitation::status::declined) out.declined_by.push_back(who);
  }
  return out;
}

}  // namespace charter::inline v0
