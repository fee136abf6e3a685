// SPDX-License-Identifier: Apache-2.0
#include "invitation_findings.hpp"

#include <charter/access/awaited.hpp>
#include <utility>

namespace charterctl {

namespace analysis = charter::analysis;

world_then then(const reading& from) {
  const auto& world = from.then.realm();
  return {world, from.who.at && *from.who.at > world.now ? *from.who.at : world.now};
}

std::vector<analysis::finding> check_invitations(const place& it) {
  const auto& world = it.in.world;
  const auto& workspace = world.workspaces[it.which];
  if (workspace.status != charter::workspace::status::pending) return {};
  const auto name = charter::label(world, it.which);
  const bool may_reconsider = world.book().membership.decline == charter::rules::decline::may_accept_later;
  auto people = charter::awaited_people(world, it.which, it.in.at);
  std::vector<analysis::finding> out;
  if (!people.declined_by.empty())
    out.push_back(
        {analysis::severity::warning, "declined_invitation", name,
         "The workspace stays pending, because somebody declined to join it.", std::move(people.declined_by),
         may_reconsider
             ? "They may still accept; or archive the workspace, and create it without them."
             : "Archive the workspace, and create it without them: who declined may not accept later."});
  if (!people.waiting_for.empty())
    out.push_back({analysis::severity::note, "waits_for_invitees", name,
                   "The workspace is pending until everybody who was invited has accepted.",
                   std::move(people.waiting_for),
                   "Remind them; an invitation that has run out is renewed by invitation.reissue."});
  return out;
}

std::vector<analysis::finding> check_all_invitations(const world_then& it) {
  std::vector<analysis::finding> out;
  for (charter::workspace_id which{0}; it.world.workspaces.has(which); ++which.value)
    for (auto& each : check_invitations({it, which})) out.push_back(std::move(each));
  return out;
}

}  // namespace charterctl
