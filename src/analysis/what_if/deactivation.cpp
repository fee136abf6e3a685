// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/deactivation.hpp"

#include <optional>
#include <utility>

#include "charter/access/queries/reach.hpp"
#include "charter/access/refusals.hpp"
#include "charter/analysis/compare.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/reviews.hpp"

namespace charter::inline v0::analysis {

namespace {

void list_place(const realm& world, workspace_id where, user_id user, deactivation& out) {
  const auto& it = world.workspaces[where];
  if (it.archived()) return;
  if (listed_row(world, where, user, world.now)) out.memberships.push_back(where);
  const auto groups = approval_in_force(world, where).groups;
  if (groups)
    for (const auto& each : *groups)
      if (approval::in_group(each, user)) out.groups.push_back({where, each.name});
  if (runs::names(run_policy_in_force(world, where), user)) out.run_policies.push_back(where);
}

void list(const realm& world, user_id user, deactivation& out) {
  std::vector<workspace_id> places;
  for (const auto each : world.users[user].workspaces) places.push_back(each);
  for (const auto each : world.users[user].invitations) places.push_back(world.invitations[each].workspace);
  queries::sort_and_unite(places);  // a policy may name who has not accepted yet
  for (const auto each : places) list_place(world, each, user, out);
  for (const auto& each : world.users[user].standing->roles)
    if (each.counts(world.now)) out.roles.push_back({each.organization, world.rules->role(each.role).name});
  for (asset_id each; world.assets.has(each); ++each.value)
    if (world.assets[each].creator == user && !world.assets[each].removed) out.assets.push_back(each);
  for (job_id each; world.jobs.has(each); ++each.value)
    if (world.jobs[each].creator == user && world.jobs[each].status == job::status::in_review)
      out.jobs.push_back(each);
}

}  // namespace

result<deactivation> touched_by_deactivation(const view& from, user_id user) {
  const auto& world = from.realm();
  if (!world.users.has(user)) return tl::make_unexpected(not_found("user"));
  const proposed_command asked{{actor::platform(), world.now, world.now, {}, {}}, user::deactivate{user}};
  auto told = compare(from, {&asked, 1});
  if (!told.outcomes.front()) return tl::make_unexpected(std::move(told.outcomes.front().error()));
  deactivation out{{}, {}, {}, {}, {}, {}, std::move(*told.outcomes.front()), std::move(told.effects)};
  list(world, user, out);
  return out;
}

}  // namespace charter::inline v0::analysis
