// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_users`: the people of an organization (R173). `user`: one account.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/reach.hpp"

namespace charter::inline v0::queries {

struct list_users {
  ref<organization_id> organization = {};
  bool include_unsigned = false;  ///< also who never signed in
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_users";
  static constexpr auto fields =
      described_by<&list_users::organization, &list_users::include_unsigned, &list_users::limit,
                   &list_users::after>("organization", "include_unsigned?", "limit", "after");
};

struct user_row {
  std::string user = {};
  std::string email = {};
  std::optional<std::string> name = {};
  std::vector<std::string> roles = {};  ///< assigned in that organization
  charter::user::status status = charter::user::status::active;
  bool signed_in = false;
  std::int64_t workspaces = 0;  ///< unarchived ones in which the user is listed

  static constexpr auto fields =
      described_by<&user_row::user, &user_row::email, &user_row::name, &user_row::roles, &user_row::status,
                   &user_row::signed_in, &user_row::workspaces>("user", "email", "name", "roles", "status",
                                                                "signed_in", "workspaces");
};

struct get_user {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user";
  static constexpr auto fields = described_by<&get_user::user>("user");
};

struct belonging {
  std::string organization = {};
  std::vector<std::string> roles = {};

  static constexpr auto fields =
      described_by<&belonging::organization, &belonging::roles>("organization", "roles");
};

struct user_details {
  std::optional<std::string> key = {};
  std::string email = {};
  std::optional<std::string> name = {};
  charter::user::status status = charter::user::status::active;
  bool signed_in = false;
  std::vector<belonging> organizations = {};

  static constexpr auto fields =
      described_by<&user_details::key, &user_details::email, &user_details::name, &user_details::status,
                   &user_details::signed_in, &user_details::organizations>("key", "email", "name", "status",
                                                                           "signed_in", "organizations");
};

inline std::int64_t count_workspaces(const realm& world, user_id user, instant at) {
  std::int64_t count = 0;
  for (const auto each : world.users[user].workspaces)
    if (!world.workspaces[each].archived() && listed_row(world, each, user, at)) ++count;
  return count;
}

inline result<page<user_row>> reply(const inquiry& asked, const list_users& q) {
  organization_id which;
  if (auto no = asked.enter(q.organization, permissions::organization_view_members, which))
    return tl::make_unexpected(*no);
  const realm& world = asked.world;
  const auto& joined = world.organizations[which].joined;
  std::vector<user_id> people(joined.begin(), joined.end());
  sort_and_unite(people);
  return cut<user_row>(
      people, q, [&](user_id each) { return label(world, each); },
      [&](user_id each) -> std::optional<user_row> {
        const auto& it = world.users[each];
        if (!it.belongs_to(which) || (!it.signed_in && !q.include_unsigned)) return {};
        return user_row{label(world, each),
                        it.profile->email,
                        text_if(it.profile->name),
                        roles_in(world, it, which, asked.at),
                        it.status,
                        it.signed_in,
                        count_workspaces(world, each, asked.at)};
      });
}

inline result<user_details> reply(const inquiry& asked, const get_user& q) {
  user_id which;
  if (auto no = asked.find_person(q.user, which)) return tl::make_unexpected(*no);
  if (!asked.by.is(which) && !asked.may_in_an_organization_of(which, permissions::organization_view_members))
    return tl::make_unexpected(forbidden("organization.view_members"));
  const auto& it = asked.world.users[which];
  user_details out{
      text_if(it.profile->key), it.profile->email, text_if(it.profile->name), it.status, it.signed_in, {}};
  for (const auto each : it.standing->organizations)
    out.organizations.push_back({label(asked.world, each), roles_in(asked.world, it, each, asked.at)});
  return out;
}

}  // namespace charter::inline v0::queries
