// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The one definition of who may do what. The guard in decide, check, explain and every list call it.

#include "charter/access/facts.hpp"
#include "charter/access/grants.hpp"
#include "charter/access/question.hpp"
#include "charter/access/sight.hpp"

namespace charter::inline v0 {

namespace detail {

inline bool names_something(const realm& world, const target& on) {
  switch (on.what) {
    case target::kind::organization:
      return world.organizations.has(organization_id{on.value});
    case target::kind::workspace:
      return world.workspaces.has(workspace_id{on.value});
    case target::kind::asset: {
      const asset_id it{on.value};
      return world.assets.has(it) && !world.assets[it].removed;
    }
    case target::kind::data_policy: {
      const data_policy_id it{on.value};
      return world.data_policies.has(it) && !world.data_policies[it].removed;
    }
    case target::kind::run:
      return world.runs.has(run_id{on.value});
    case target::kind::job: {
      const job_id it{on.value};
      return world.jobs.has(it) && world.jobs[it].status != job::status::discarded;
    }
  }
  return false;
}

/// Whether a thing of that kind can answer for the permission: itself, or something wider that holds it.
inline bool fits(subject about, const scene& s) {
  switch (about) {
    case subject::organization:
      return s.organization.has_value();
    case subject::asset:
      return s.asset || s.workspace || (s.organization && s.is_creation());
    case subject::workspace:
    case subject::job:
    case subject::run:
      return s.workspace && !s.asset;
  }
  return false;
}

}  // namespace detail

/// Judges a question in the order of the vocabulary: the permission, the asker, sight, archived, pending,
/// grants. Fails: never; an unknown id is `not_found`. Cost: O(roles the user holds); with conditions on a
/// review, O(members).
inline judgement effective(const realm& world, const question& q) {
  if (q.what.value >= world.rules->permission_count()) return {denial::unknown_permission};
  if (!world.users.has(q.user)) return {denial::not_found};
  if (world.users[q.user].status != user::status::active) return {denial::deactivated};
  if (!detail::names_something(world, q.on) || (q.on.in && !world.workspaces.has(*q.on.in)))
    return {denial::not_found};
  const auto s = set_scene(world, q);
  const auto& row = world.rules->row(q.what);
  if (!detail::fits(row.about, s)) return {denial::malformed};

  if (s.workspace && is_hidden(world, *s.workspace)) return {denial::not_found};
  if (world.book().masking && !sees(s))
    return {waits_as_invitee(s) ? denial::workspace_pending : denial::not_found};
  if (s.workspace && row.needs != need::any) {
    const auto status = world.workspaces[*s.workspace].status;
    if (status == workspace::status::archived) return {denial::workspace_archived};
    if (status == workspace::status::pending && row.needs == need::active) return {denial::workspace_pending};
  }
  return judge_grants(s);
}

}  // namespace charter::inline v0
