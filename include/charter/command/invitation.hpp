// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about invitations (R043-R048, R194-R200, D03-D06, D37, D38).

#include <optional>
#include <string>

#include "charter/command/joining.hpp"
#include "charter/command/membership.hpp"
#include "charter/command/people.hpp"
#include "charter/command/turn.hpp"
#include "charter/machines/invitation/rules.hpp"

namespace charter::inline v0 {

struct invitation_commands {
  static objection on(turn& t, const invitation::send& c) {
    workspace_id it;
    people::somebody who;
    std::optional<role_index> role;
    if (auto no = t.enter(c.workspace, permissions::workspace_manage_members, it)) return no;
    const auto owner = t.world.workspaces[it].owner;
    const auto& rules = t.book().membership;
    if (auto no = membership_commands::check_open(t, it)) return no;
    if (!rules.by_invitation) return people::joining_not_allowed("workspace.add_member");
    if (auto no = texts::check_key(t.world.invitations, c.key)) return no;
    if (auto no = people::find_role(t, c.role, "role", owner, it, role)) return no;
    if (auto no = people::find(t, c.user, c.email, it, who)) return no;
    if (who.user && listed_row(t.world, it, *who.user, t.now)) return people::already_member();
    const auto open = people::open_invitation(t.world, who, it);
    if (open && rules.duplicate_invitation == rules::duplicate_invitation::refuse)
      return people::already_invited();
    if (auto no = people::check_eligible(t, who, owner)) return no;
    if (auto no = people::check_until(t, c.until, "until")) return no;
    if (open) {
      t.emit(invitation::reissued{*open, it, joining::end_of_invitation(t, c.until)});
      return {};
    }
    if (who.user && rules.existing_accounts == rules::existing_accounts::add) {
      joining::add_member(t, it, *who.user, role, c.until);
      return limits::check_members(t, it);
    }
    joining::send_invitation(t, it, who.user, who.email, role, c.until, c.key);
    return limits::check_invitations(t, it);
  }

  static objection on(turn& t, const invitation::accept& c) {
    invitation_id which;
    if (auto no = find_own(t, c.workspace, c.invitation, which)) return no;
    const auto& it = t.world.invitations[which];
    const auto workspace = it.workspace;
    if (auto no = invitation::machine::decide_accept(it.status_at(t.now), t.book().membership.decline))
      return no;
    if (listed_row(t.world, workspace, t.by.user, t.now)) return people::already_member();
    if (auto no = people::check_eligible(t, {t.by.user, it.to->email}, t.world.workspaces[workspace].owner))
      return no;
    joining::accept(t, which, t.by.user);
    return limits::check_members(t, workspace);
  }

  static objection on(turn& t, const invitation::decline& c) {
    invitation_id which;
    if (auto no = find_own(t, c.workspace, c.invitation, which)) return no;
    const auto& it = t.world.invitations[which];
    if (auto no = invitation::machine::decide_decline(it.status_at(t.now))) return no;
    t.emit(invitation::declined{which, it.workspace, t.by.user});
    return {};
  }

  /// Changes nobody's membership, so it remains in a sealed workspace too (D04).
  static objection on(turn& t, const invitation::reissue& c) {
    invitation_id which;
    if (auto no = enter(t, c.invitation, c.workspace, c.user, c.email, false, which)) return no;
    if (auto no = people::check_until(t, c.until, "until")) return no;
    const auto& it = t.world.invitations[which];
    if (auto no = invitation::machine::decide_renewal(it.status_at(t.now), c.message_name)) return no;
    if (it.user && listed_row(t.world, it.workspace, *it.user, t.now)) return people::already_member();
    const auto workspace = it.workspace;
    t.emit(invitation::reissued{which, workspace, joining::end_of_invitation(t, c.until)});
    return limits::check_invitations(t, workspace);
  }

  static objection on(turn& t, const invitation::revoke& c) {
    invitation_id which;
    if (auto no = enter(t, c.invitation, c.workspace, c.user, c.email, true, which)) return no;
    const auto& it = t.world.invitations[which];
    if (auto no = invitation::machine::decide_renewal(it.status_at(t.now), c.message_name)) return no;
    t.emit(invitation::revoked{which, it.workspace});
    return {};
  }

 private:
  /// The actor's own invitation, by workspace or by its own name. Who was invited may name the workspace to
  /// answer, whatever became of the invitation.
  static objection find_own(const turn& t, const std::optional<ref<workspace_id>>& workspace_name,
                            const std::optional<ref<invitation_id>>& name, invitation_id& out) {
    const std::string_view noun = name ? "invitation" : "workspace";
    workspace_id workspace;
    if (name) {
      if (auto no = t.find(*name, out)) return no;
      workspace = t.world.invitations[out].workspace;
    } else {
      if (auto no = t.find(*workspace_name, workspace)) return no;
    }
    if (!t.by.is_user()) return forbidden("invitation.accept");
    if (is_hidden(t.world, workspace)) return not_found(noun);
    if (!name) {
      const auto own = latest_invitation(t.world, t.by.user, workspace);
      if (!own) return sees(t, workspace) ? not_the_invitee() : not_found(noun);
      out = *own;
    } else if (t.world.invitations[out].user != t.by.user) {
      return sees(t, workspace) ? not_the_invitee() : not_found(noun);
    }
    if (t.world.workspaces[workspace].archived())
      return denied(t.world, permissions::workspace_view, {denial::workspace_archived}, noun);
    return {};
  }
  static bool sees(const turn& t, workspace_id it) {
    return !t.book().masking || sees_workspace(t.world, t.by.user, it, t.now);
  }
  static refusal not_the_invitee() {
    return refuse("not_the_invitee", "Only the person invited can answer; you have no invitation here.");
  }

  /// Finds the invitation that a manager means, by its own name or by workspace and person (then the latest).
  static objection enter(const turn& t, const std::optional<ref<invitation_id>>& name,
                         const std::optional<ref<workspace_id>>& workspace_name,
                         const std::optional<ref<user_id>>& user, const std::optional<std::string>& email,
                         bool changes_the_list, invitation_id& out) {
    workspace_id workspace;
    if (name) {
      if (auto no = t.find(*name, out)) return no;
      workspace = t.world.invitations[out].workspace;
      if (auto no = t.guard(permissions::workspace_manage_members, workspace, "invitation")) return no;
    } else if (auto no = t.enter(*workspace_name, permissions::workspace_manage_members, workspace)) {
      return no;
    }
    if (changes_the_list)
      if (auto no = membership_commands::check_open(t, workspace)) return no;
    if (name) return {};
    people::somebody who;
    if (auto no = people::find(t, user, email, workspace, who)) return no;
    std::optional<invitation_id> latest;
    for (const auto each : t.world.workspaces[workspace].invitations) {
      const auto& it = t.world.invitations[each];
      if (who.user ? it.user == who.user : ascii_lower(it.to->email) == ascii_lower(who.email)) latest = each;
    }
    if (!latest) return not_found("invitation");
    out = *latest;
    return {};
  }
};

}  // namespace charter::inline v0
