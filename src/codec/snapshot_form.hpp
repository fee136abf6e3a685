// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a snapshot holds and in which order: one list for writing, reading and describing it.

#include "charter/audit/frontier.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::codec {

/// Calls `through(name, member)` for every part. Not there is what follows from the rest, which
/// `snapshot_index.cpp` makes again: keys, addresses, the latest rows of members, names of workspaces and the
/// places of command ids.
/// INVARIANT: every member of the realm is bound here, so that a new one does not compile until it has a
/// place.
template <class Archive, class Realm, class Tree>
void pass(Archive& through, Realm& world, Tree& tree) {
  auto& [rules, now, head, organizations, users, workspaces, invitations, assets, data_policies, jobs, runs,
         attestations, emails, held_invitations, member_rows, workspace_names, due_memberships, due_roles,
         due_invitations, entries, command_ids, command_id_at, forgotten_to, mail, held_mail, platform_mail] =
      world;
  through("head", head);
  through("tree", tree);
  through("rules", rules);
  through("now", now);
  // How many there are comes first: every id that follows is held against it.
  through.count(organizations, users, workspaces, invitations, assets, data_policies, jobs, runs,
                attestations);
  through("organizations", organizations);
  through("users", users);
  through("workspaces", workspaces);
  through("invitations", invitations);
  through("assets", assets);
  through("data_policies", data_policies);
  through("jobs", jobs);
  through("runs", runs);
  through("attestations", attestations);
  through("held_invitations", held_invitations);
  through("due_memberships", due_memberships);
  through("due_roles", due_roles);
  through("due_invitations", due_invitations);
  through("entries", entries);
  through("command_ids", command_ids);
  through("forgotten_to", forgotten_to);
  through("mail", mail);
  through("held_mail", held_mail);
  through("platform_mail", platform_mail);
}

}  // namespace charter::inline v0::codec
