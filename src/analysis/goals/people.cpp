// SPDX-License-Identifier: Apache-2.0
// Goals about people: who raises whom, who becomes a member how, who answers for whom.
#include <optional>
#include <string>

#include "goal_lists.hpp"
#include "observed.hpp"

namespace charter::inline v0::analysis {

namespace {

using observed::any;

/// R092, D39: what a rulebook lets people give to themselves, they may.
bool raises_own_role(const accepted_command& it) {
  if (!it.by.is_user()) return false;
  const auto& roles = it.before.book().roles;
  const auto gave_itself = any<role::assigned>(it, [&](const role::assigned& e) {
    if (e.user != it.by.user) return false;
    return std::none_of(roles.begin(), roles.end(),
                        [&](const auto& each) { return each.name == e.role && each.self_assign; });
  });
  const auto changed_own = any<workspace::role_changed>(it, [&](const workspace::role_changed& e) {
    if (e.user != it.by.user || !e.role) return false;
    if (it.before.book().membership.own_role_change == rules::own_role_change::never) return true;
    const auto* row = it.before.find_row(e.workspace, e.user);
    const auto to = it.before.rules->find_role(*e.role);
    return !row || !row->role || !to || !it.before.rules->includes(*row->role, *to);
  });
  return gave_itself || changed_own;
}

/// Whether the rows of a new or changed workspace satisfy `wrong`, of those that were not there before.
template <class Wrong>
bool any_new_member(const accepted_command& it, Wrong&& wrong) {
  return any<workspace::member_added>(
      it, [&](const workspace::member_added& e) { return wrong(e.workspace, e.user); });
}

/// D28. The creator of a workspace is not asked.
bool ineligible_member(const accepted_command& it) {
  const auto& asks = it.before.book().membership.eligibility;
  return any_new_member(it, [&](workspace_id where, user_id who) {
    if (it.after.workspaces[where].creator == who) return false;
    const auto& user = it.before.users[who];
    if (user.status != user::status::active) return true;
    if (asks.signed_in && !user.signed_in) return true;
    return asks.organization == rules::eligible_organization::own &&
           !user.belongs_to(it.after.workspaces[where].owner);
  });
}

/// A member by command where the rulebook knows invitations only.
bool member_without_asking(const accepted_command& it) {
  if (it.before.book().membership.direct) return false;
  const bool answered = it.what.get_if<invitation::accept>() != nullptr;
  return any_new_member(it, [&](workspace_id where, user_id who) {
    return it.after.workspaces[where].creator != who && !answered;
  });
}

bool member_twice(const accepted_command& it) {
  return any_new_member(it, [&](workspace_id where, user_id who) {
    std::uint32_t rows = 0;
    for (const auto& row : it.after.workspaces[where].members)
      rows += row.user == who && observed::is_listed(it.after, row);
    return rows > 1;
  });
}

bool answers_for_another(const accepted_command& it) {
  const auto is_anothers = [&](invitation_id which) { return !it.by.is(*it.before.invitations[which].user); };
  return any<invitation::accepted>(it, [&](const auto& e) { return is_anothers(e.invitation); }) ||
         any<invitation::declined>(it, [&](const auto& e) { return is_anothers(e.invitation); });
}

/// D04: an answer is final, save where the rulebook lets people think again.
bool answers_twice(const accepted_command& it) {
  const bool may_think_again = it.before.book().membership.decline == rules::decline::may_accept_later;
  const auto is_over = [&](invitation_id which, bool accepts) {
    const auto was = it.before.invitations[which].status;
    if (was == invitation::status::pending) return false;
    return !(accepts && may_think_again && was == invitation::status::declined);
  };
  return any<invitation::accepted>(it, [&](const auto& e) { return is_over(e.invitation, true); }) ||
         any<invitation::declined>(it, [&](const auto& e) { return is_over(e.invitation, false); });
}

/// D38, where the rulebook refuses it.
bool invited_twice(const accepted_command& it) {
  if (it.before.book().membership.duplicate_invitation != rules::duplicate_invitation::refuse) return false;
  return any<invitation::sent>(it, [&](const invitation::sent& e) {
    if (!e.user) return false;
    if (it.by.is_user() && it.before.workspaces.has(e.workspace) &&
        observed::is_listed(it.before, e.workspace, *e.user))
      return true;
    std::uint32_t open = 0;
    for (const auto each : it.after.workspaces[e.workspace].invitations)
      open += it.after.invitations[each].user == e.user &&
              it.after.invitations[each].status == invitation::status::pending;
    return open > 1;
  });
}

/// D39.
bool leaves_though_barred(const accepted_command& it) {
  return any<workspace::member_left>(it) && !it.before.book().membership.self_leave;
}
bool removes_oneself(const accepted_command& it) {
  const auto is_own = [&](const auto& e) { return it.by.is(e.user); };
  return any<workspace::member_removed>(it, is_own) || any<user::deactivated>(it, is_own) ||
         any<user::removed>(it, is_own);
}

/// R086: signing in is what the host has seen.
bool user_reports_sign_in(const accepted_command& it) { return it.by.is_user() && any<user::signed_in>(it); }

/// R088, R091: a role is given and taken by whom the rulebook names, or by the holder where it says so.
bool role_from_nobody_entitled(const accepted_command& it) {
  if (!it.by.is_user()) return false;
  const auto& rules = *it.before.rules;
  const auto entitled = [&](const std::string& name, organization_id where, bool gives, user_id whom) {
    const auto& role = rules.role(*rules.find_role(name));
    const auto& list = gives || !role.withdrawn_by ? role.assigned_by : role.withdrawn_by;
    if (list && observed::holds_one(it.before, it.by.user, where, *list)) return true;
    return !gives && it.by.is(whom) && role.self_assign;
  };
  return any<role::assigned>(
             it, [&](const auto& e) { return !entitled(e.role, e.organization, true, e.user); }) ||
         any<role::withdrawn>(
             it, [&](const auto& e) { return !entitled(e.role, e.organization, false, e.user); });
}

/// Some roles say who may take their holder out of the organization.
bool protected_holder_removed(const accepted_command& it) {
  if (!it.by.is_user()) return false;
  const auto& rules = *it.before.rules;
  return any<user::removed>(it, [&](const user::removed& e) {
    for (const auto& held : it.before.users[e.user].standing->roles) {
      if (held.organization != e.organization) continue;
      for (const auto role : rules.with_inherited(held.role)) {
        const auto& by = rules.role(role).removed_by;
        if (by && !observed::holds_one(it.before, it.by.user, e.organization, *by)) return true;
      }
    }
    return false;
  });
}

}  // namespace

std::vector<goal> goals_about_people() {
  using enum area;
  return {
      {"answers_for_another",
       "An invitation was answered by somebody else than the invitee.",
       {invitations, membership},
       answers_for_another},
      {"answers_twice",
       "An invitation was answered that was not open any more.",
       {workspaces, invitations},
       answers_twice},
      {"ineligible_member",
       "Somebody became a member who is not eligible: deactivated, never signed in, or of another "
       "organization.",
       {directory, workspaces, membership, invitations},
       ineligible_member},
      {"invited_twice",
       "A member was invited, or somebody has two open invitations to one workspace.",
       {invitations, membership},
       invited_twice},
      {"leaves_though_barred",
       "A member left although the rulebook lets nobody leave by themselves.",
       {membership},
       leaves_though_barred},
      {"member_twice",
       "Somebody is listed twice in a workspace.",
       {workspaces, membership, invitations},
       member_twice},
      {"member_without_asking",
       "Somebody became a member by command where the rulebook knows invitations only.",
       {workspaces, membership, invitations},
       member_without_asking},
      {"raises_own_role",
       "Somebody gave themselves a role that the rulebook does not let people give themselves.",
       {directory, membership},
       raises_own_role},
      {"protected_holder_removed",
       "The holder of a role that protects was removed by somebody whom the role does not name.",
       {directory},
       protected_holder_removed},
      {"removes_oneself",
       "Somebody removed or deactivated themselves instead of leaving.",
       {directory, membership},
       removes_oneself},
      {"role_from_nobody_entitled",
       "A role was given or taken by somebody whom the rulebook does not name.",
       {directory},
       role_from_nobody_entitled},
      {"user_reports_sign_in",
       "Somebody told that a person has signed in, which is the host's to say.",
       {directory},
       user_reports_sign_in},
  };
}

}  // namespace charter::inline v0::analysis
