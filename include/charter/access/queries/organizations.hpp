// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_organizations`: those that a user sees. `list_guests`: who works in an organization's workspaces
/// from outside.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/reach.hpp"

namespace charter::inline v0::queries {

struct list_organizations {
  ref<user_id> user = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_organizations";
  static constexpr auto fields =
      described_by<&list_organizations::user, &list_organizations::limit, &list_organizations::after>(
          "user", "limit", "after");
};

struct organization_row {
  std::string organization = {};
  std::string name = {};
  bool belongs = false;
  std::vector<std::string> roles = {};

  static constexpr auto fields =
      described_by<&organization_row::organization, &organization_row::name, &organization_row::belongs,
                   &organization_row::roles>("organization", "name", "belongs", "roles");
};

struct list_guests {
  ref<organization_id> organization = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_guests";
  static constexpr auto fields =
      described_by<&list_guests::organization, &list_guests::limit, &list_guests::after>("organization",
                                                                                         "limit", "after");
};

struct guest {
  std::string user = {};
  std::string email = {};
  std::vector<std::string> workspaces = {};

  static constexpr auto fields =
      described_by<&guest::user, &guest::email, &guest::workspaces>("user", "email", "workspaces");
};

/// Every organization that the user may see, and some more, in order of creation.
inline std::vector<organization_id> organizations_in_reach(const realm& world, user_id user) {
  const auto& it = world.users[user];
  auto out = it.standing->organizations;
  for (const auto each : it.workspaces) out.push_back(world.workspaces[each].owner);
  for (const auto each : it.invitations)
    out.push_back(world.workspaces[world.invitations[each].workspace].owner);
  sort_and_unite(out);
  return out;
}

inline result<page<organization_row>> reply(const inquiry& asked, const list_organizations& q) {
  user_id user;
  if (auto no = asked.enter_self(q.user, user)) return tl::make_unexpected(*no);
  const realm& world = asked.world;
  const auto& it = world.users[user];
  return cut<organization_row>(
      organizations_in_reach(world, user), q, [&](organization_id each) { return label(world, each); },
      [&](organization_id each) -> std::optional<organization_row> {
        if (!sees_organization(world, user, each, asked.at)) return {};
        return organization_row{label(world, each), *world.organizations[each].name, it.belongs_to(each),
                                roles_in(world, it, each, asked.at)};
      });
}

inline result<page<guest>> reply(const inquiry& asked, const list_guests& q) {
  organization_id which;
  if (auto no = asked.enter(q.organization, permissions::organization_view_members, which))
    return tl::make_unexpected(*no);
  const realm& world = asked.world;
  const auto& owned = world.organizations[which].owned;
  std::vector<user_id> people;
  for (const auto each : owned)
    for (const auto& row : world.workspaces[each].members) people.push_back(row.user);
  sort_and_unite(people);
  return cut<guest>(
      people, q, [&](user_id each) { return label(world, each); },
      [&](user_id each) -> std::optional<guest> {
        const auto& it = world.users[each];
        if (it.belongs_to(which)) return {};
        guest row{label(world, each), it.profile->email, {}};
        for (const auto place : it.workspaces)
          if (world.workspaces[place].owner == which && !asked.is_hidden_here(place) &&
              listed_row(world, place, each, asked.at))
            row.workspaces.push_back(label(world, place));
        return row.workspaces.empty() ? std::nullopt : std::optional(std::move(row));
      });
}

}  // namespace charter::inline v0::queries
