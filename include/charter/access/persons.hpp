// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who knows whom: which people an actor may name, and who has worked together (D30).

#include <optional>
#include <string_view>

#include "charter/base/actor.hpp"
#include "charter/base/text.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Whether the two share or shared a workspace. Cost: O(workspaces of the one).
inline bool have_collaborated(const realm& world, user_id a, user_id b) {
  for (const auto each : world.users[a].workspaces)
    if (world.find_row(each, b)) return true;
  return false;
}

/// What `directory.candidates` covers for that user, whether or not it may list them.
inline bool covers_as_candidate(const realm& world, user_id asker, user_id other) {
  if (world.book().directory.candidates == rules::candidates_from::everyone) return true;
  return world.users[asker].shares_organization(world.users[other]) || have_collaborated(world, asker, other);
}

inline bool is_member_or_invitee(const realm& world, user_id user, workspace_id workspace, instant at) {
  if (listed_row(world, workspace, user, at)) return true;
  for (const auto each : world.users[user].invitations)
    if (world.invitations[each].workspace == workspace) return true;
  return false;
}

/// Whether the actor may speak of that person at all. An e-mail address may be named by whoever knows it;
/// a key or an id only by those who may know the person (vocabulary, section 4, Sight).
inline bool may_name(const realm& world, const acting& by, user_id named, std::string_view as_written,
                     std::optional<workspace_id> concerned, instant at) {
  if (!by.is_user() || by.user == named) return true;
  if (ascii_lower(as_written) == ascii_lower(world.users[named].profile->email)) return true;
  if (concerned && is_member_or_invitee(world, named, *concerned, at)) return true;
  return covers_as_candidate(world, by.user, named);
}

}  // namespace charter::inline v0
