// SPDX-License-Identifier: Apache-2.0
#pragma once
/// People as fields of a command: who is meant, with which role, and whether they may come (R005-R008, D28).

#include <optional>
#include <string>
#include <string_view>

#include "charter/access/eligibility.hpp"
#include "charter/command/roles.hpp"
#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"
#include "charter/rules/person.hpp"

namespace charter::inline v0::people {

/// Somebody a command names: an account, or only an address that has none yet (D37).
struct somebody {
  std::optional<user_id> user;
  std::string email;

  bool same_as(const somebody& other) const {
    return user ? user == other.user : !other.user && ascii_lower(email) == ascii_lower(other.email);
  }
};

inline refusal not_eligible(std::string_view reason, std::string message) {
  return refuse("not_eligible", std::move(message)).with("reason", std::string(reason));
}

/// Existence: by reference only whom the actor may name, by address anybody.
inline objection find(const turn& t, const std::optional<ref<user_id>>& user,
                      const std::optional<std::string>& email, std::optional<workspace_id> concerned,
                      somebody& out) {
  if (user) {
    user_id found;
    if (auto no = t.find_person(*user, found, concerned)) return no;
    out = {found, t.world.users[found].profile->email};
    return {};
  }
  if (auto no = texts::check_email(*email)) return no;
  out = {find_by_email(t.world, *email), *email};
  return {};
}

/// Whether that person may become a member of a workspace that the organization owns.
inline objection check_eligible(const turn& t, const somebody& who, organization_id owner) {
  const auto reason = why_not_eligible(t.world, who.user, owner);
  if (reason.empty()) return {};
  if (reason == "not_provisioned")
    return not_eligible(reason, "Nobody has that address here yet; have the account provisioned first.");
  if (reason == "never_signed_in")
    return not_eligible(reason, "The person has never signed in; ask them to do so first.");
  if (reason == "deactivated")
    return not_eligible(reason, "The account is deactivated; have it reactivated first.");
  return not_eligible(reason, "The person belongs to no organization that may join here.");
}

/// The membership's role: required where the rulebook has workspace roles, unknown where it has none (R197).
/// `path` is where the role stands in the command.
inline objection find_role(const turn& t, const std::optional<std::string>& name, const std::string& path,
                           organization_id owner, std::optional<workspace_id> workspace,
                           std::optional<role_index>& out) {
  const bool needed = t.book().creation.creator_role.has_value();
  if (!name) {
    if (needed) return malformed(path, "Say which role the person gets.");
    return {};
  }
  const auto found = t.world.rules->find_role(*name);
  if (!needed || !found || !t.world.rules->is_workspace_role(*found)) return org_roles::unknown_role(*name);
  const auto& givers = t.world.rules->role(*found).assigned_by;
  if (givers && !holders::actor_is_one_of(t, *givers, owner, workspace))
    return forbidden("workspace.manage_members");
  out = *found;
  return {};
}

inline objection check_until(const turn& t, const std::optional<instant>& until, const std::string& path) {
  if (until && *until <= t.now) return malformed(path, "`until` must lie in the future.");
  return {};
}

inline refusal already_member() { return refuse("already_member", "That person is a member already."); }
inline refusal already_invited() {
  return refuse("already_invited", "That person has an open invitation; it can be issued again instead.");
}
inline refusal joining_not_allowed(std::string_view use) {
  return refuse("joining_not_allowed", "People join another way here; use " + std::string(use) + ".")
      .with("use", std::string(use));
}

/// The pending invitation of that person to the workspace, if there is one.
inline std::optional<invitation_id> open_invitation(const realm& world, const somebody& who,
                                                    workspace_id workspace) {
  const auto is_open = [&](invitation_id it) {
    return world.invitations[it].workspace == workspace &&
           world.invitations[it].status == invitation::status::pending;
  };
  if (who.user) {
    for (const auto each : world.users[*who.user].invitations)
      if (is_open(each)) return each;
  } else if (const auto* held = world.held_invitations.find(ascii_lower(who.email))) {
    for (const auto each : *held)
      if (is_open(each)) return each;
  }
  return {};
}

}  // namespace charter::inline v0::people
