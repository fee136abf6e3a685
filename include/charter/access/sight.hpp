// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a user may know to exist (vocabulary, section 4, Sight; D41).

#include "charter/access/facts.hpp"
#include "charter/access/grants.hpp"

namespace charter::inline v0 {

namespace detail {

inline bool is_granted(const scene& s, permission what) {
  scene asked = s;
  asked.what = what;
  return judge_grants(asked).allowed();
}

}  // namespace detail

inline bool is_hidden(const realm& world, workspace_id it) {
  return world.book().archive.visibility == rules::archive_visibility::hidden &&
         world.workspaces[it].archived();
}

/// Whoever has `workspace.view` there.
inline bool sees_workspace(const realm& world, user_id user, workspace_id it, instant at) {
  if (is_hidden(world, it)) return false;
  return judge_grants({world, user, permissions::workspace_view, at, {}, it}).allowed();
}

/// The user's latest invitation to that workspace, whatever became of it.
inline std::optional<invitation_id> latest_invitation(const realm& world, user_id user,
                                                      workspace_id workspace) {
  std::optional<invitation_id> latest;
  for (const auto each : world.users[user].invitations)
    if (world.invitations[each].workspace == workspace) latest = each;
  return latest;
}

/// Belongs to it, works in a workspace of it, or is invited to one.
inline bool sees_organization(const realm& world, user_id user, organization_id it, instant at) {
  const auto& asker = world.users[user];
  if (asker.belongs_to(it)) return true;
  for (const auto each : asker.workspaces)
    if (world.workspaces[each].owner == it && member_row(world, each, user, at)) return true;
  for (const auto each : asker.invitations) {
    const auto& invitation = world.invitations[each];
    if (invitation.status_at(at) == invitation::status::pending &&
        world.workspaces[invitation.workspace].owner == it)
      return true;
  }
  return false;
}

/// A guest organization's administrator sees a workspace only to withdraw an own user who is listed there
/// (D09).
inline bool sees_to_withdraw(const scene& s) {
  if (s.what != permissions::workspace_withdraw_user || is_hidden(s.world, *s.workspace)) return false;
  bool seen = false;
  const auto may_withdraw = [&](user_id member) {
    scene asked = s;
    asked.member = member;
    return judge_grants(asked).allowed();
  };
  if (s.member) return listed_row(s.world, *s.workspace, *s.member, s.at) && may_withdraw(*s.member);
  for_each_listed(s.world, *s.workspace, s.at,
                  [&](const membership::row& row) { seen = seen || may_withdraw(row.user); });
  return seen;
}

/// Whether the user may know of everything that the question names.
inline bool sees(const scene& s) {
  if (s.organization) return sees_organization(s.world, s.user, *s.organization, s.at);
  if (s.workspace && is_hidden(s.world, *s.workspace)) return false;
  if (s.run) return detail::is_granted(s, permissions::run_view);
  if (s.job) return detail::is_granted(s, permissions::job_view);
  if (s.data_policy) return detail::is_granted(s, permissions::data_policy_view);
  if (s.asset) {
    scene alone = s;
    alone.workspace.reset();
    const bool dataset = s.world.assets[*s.asset].type == rules::asset_type::dataset;
    if (!detail::is_granted(alone, dataset ? permissions::dataset_view : permissions::integration_view))
      return false;
    if (!s.workspace || sees_workspace(s.world, s.user, *s.workspace, s.at)) return true;
    // Who sees the asset sees where it is shared, and may take it back from there.
    const bool taking_back =
        s.what == permissions::integration_unshare || s.what == permissions::dataset_unshare;
    return taking_back && s.world.assets[*s.asset].is_shared_to(*s.workspace);
  }
  return sees_workspace(s.world, s.user, *s.workspace, s.at) || sees_to_withdraw(s);
}

/// An invitee of a pending workspace learns that it is pending, if what is asked needs an active one.
inline bool waits_as_invitee(const scene& s) {
  if (!s.workspace || s.job) return false;
  if (s.world.workspaces[*s.workspace].status != workspace::status::pending) return false;
  if (s.world.rules->row(s.what).needs != need::active) return false;
  if (s.asset) {
    scene alone = s;
    alone.workspace.reset();
    if (!sees(alone)) return false;
  }
  const auto invitation = latest_invitation(s.world, s.user, *s.workspace);
  if (!invitation) return false;
  const auto status = s.world.invitations[*invitation].status;
  return status != invitation::status::revoked && status != invitation::status::void_;
}

}  // namespace charter::inline v0
