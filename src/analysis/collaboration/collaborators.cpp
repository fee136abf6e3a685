// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <utility>

#include "charter/access/refusals.hpp"
#include "charter/analysis/collaboration.hpp"
#include "charter/realm/members.hpp"

namespace charter::inline v0::analysis {

result<std::vector<collaborator>> collaborators_of(const realm& world, user_id user) {
  if (!world.users.has(user)) return tl::make_unexpected(not_found("user"));
  const auto at_work = [&](workspace_id where, user_id who) {
    return !world.workspaces[where].archived() && member_row(world, where, who, world.now);
  };
  std::map<user_id, collaborator> found;
  for (const auto where : world.users[user].workspaces) {
    const bool is_here = at_work(where, user);
    for (const auto& row : world.workspaces[where].members) {
      if (row.user == user || world.find_row(where, row.user) != &row) continue;
      auto& it = found.try_emplace(row.user, collaborator{row.user, {}, {}}).first->second;
      (is_here && at_work(where, row.user) ? it.now : it.before).push_back(where);
    }
  }
  std::vector<collaborator> out;
  for (auto& [id, each] : found) out.push_back(std::move(each));
  return out;
}

}  // namespace charter::inline v0::analysis
