// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about memberships (R078, R079, D09, D12, D39).

#include <optional>
#include <string>

#include "charter/command/joining.hpp"
#include "charter/command/last_admin.hpp"
#include "charter/command/people.hpp"
#include "charter/command/turn.hpp"
#include "charter/machines/membership/rules.hpp"

namespace charter::inline v0 {

struct membership_commands {
  static objection on(turn& t, const workspace::add_member& c) {
    workspace_id it;
    people::somebody who;
    std::optional<role_index> role;
    if (auto no = t.enter(c.workspace, permissions::workspace_manage_members, it)) return no;
    const auto owner = t.world.workspaces[it].owner;
    if (auto no = check_open(t, it)) return no;
    if (!t.book().membership.direct) return people::joining_not_allowed("invitation.send");
    if (auto no = people::find_role(t, c.role, "role", owner, it, role)) return no;
    if (auto no = people::find(t, c.user, c.email, it, who)) return no;
    if (who.user && listed_row(t.world, it, *who.user, t.now)) return people::already_member();
    if (!who.user)
      return people::not_eligible("not_provisioned",
                                  "Nobody has that address here yet; have the account provisioned first.");
    if (auto no = people::check_eligible(t, who, owner)) return no;
    if (auto no = people::check_until(t, c.until, "until")) return no;
    joining::add_member(t, it, *who.user, role, c.until);
    return limits::check_members(t, it);
  }

  static objection on(turn& t, const workspace::remove_member& c) {
    workspace_id it;
    user_id user;
    if (auto no = t.find(c.workspace, it)) return no;
    if (auto no = guard_removal(t, it, c.user)) return no;
    if (auto no = check_open(t, it)) return no;
    if (auto no = find_member(t, it, c.user, user)) return no;
    if (t.by.is(user)) return own_membership();
    t.emit(workspace::member_removed{it, user});
    return last_admin::guard_workspace(t, it);
  }

  static objection on(turn& t, const workspace::leave& c) {
    workspace_id it;
    if (auto no = t.find(c.workspace, it)) return no;
    if (auto no = guard_leaving(t, it)) return no;
    if (auto no = check_open(t, it)) return no;
    if (!t.book().membership.self_leave)
      return refuse("own_membership", "Members do not leave by themselves here; ask a workspace admin.");
    t.emit(workspace::member_left{it, t.by.user});
    return last_admin::guard_workspace(t, it);
  }

  static objection on(turn& t, const workspace::change_role& c) {
    workspace_id it;
    user_id user;
    std::optional<role_index> role;
    if (auto no = t.enter(c.workspace, permissions::workspace_manage_members, it)) return no;
    if (auto no = check_open(t, it)) return no;
    if (auto no = people::find_role(t, c.role, "role", t.world.workspaces[it].owner, it, role)) return no;
    if (auto no = find_member(t, it, c.user, user)) return no;
    if (auto no = people::check_until(t, c.until, "until")) return no;
    const auto* row = listed_row(t.world, it, user, t.now);
    if (row->role == role && row->until == c.until) return nothing_to_change();
    if (t.by.is(user))
      if (auto no = check_own_change(t, *row, *role)) return no;
    t.emit(workspace::role_changed{it, user, c.role, c.until});
    return last_admin::guard_workspace(t, it);
  }

  static objection check_open(const turn& t, workspace_id it) {
    if (!t.world.workspaces[it].sealed()) return {};
    return refuse("members_sealed", "The member list was fixed when the workspace was created.");
  }
  static refusal not_a_member(std::string message) { return refuse("not_a_member", std::move(message)); }

 private:
  static objection find_member(const turn& t, workspace_id it, const ref<user_id>& name, user_id& out) {
    if (auto no = t.find_person(name, out, it)) return no;
    if (!listed_row(t.world, it, out, t.now))
      return not_a_member("That person is no member of the workspace.");
    return {};
  }
  /// Who manages members there, or may withdraw that very user (D09).
  static objection guard_removal(const turn& t, workspace_id it, const ref<user_id>& name) {
    auto no = t.guard(permissions::workspace_manage_members, it, "workspace");
    if (!no || !t.by.is_user()) return no;
    const auto user = find(t.world, name);
    if (!user || !may_name(t.world, t.by, *user, name.text(), it, t.now)) return no;
    auto neither = t.guard(permissions::workspace_withdraw_user, {it, *user}, "workspace");
    return neither && no->slug != "not_found" ? no : neither;
  }
  /// Leaving asks for no permission; but a workspace that is not seen is not there.
  static objection guard_leaving(const turn& t, workspace_id it) {
    if (!t.by.is_user()) return forbidden("workspace.leave");
    const bool seen =
        !is_hidden(t.world, it) && (!t.book().masking || sees_workspace(t.world, t.by.user, it, t.now));
    if (!seen) return not_found("workspace");
    if (t.world.workspaces[it].archived())
      return denied(t.world, permissions::workspace_view, {denial::workspace_archived}, "workspace");
    if (!member_row(t.world, it, t.by.user, t.now))
      return not_a_member("You are no member of the workspace.");
    return {};
  }
  static objection check_own_change(const turn& t, const membership::row& row, role_index to) {
    const bool down = row.role && membership::machine::is_downward(*t.world.rules, *row.role, to);
    if (t.book().membership.own_role_change == rules::own_role_change::down_only && down) return {};
    return refuse("own_membership", "You cannot give yourself that role; ask another administrator.");
  }
};

}  // namespace charter::inline v0
