// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_invitations`: what became of a workspace's invitations. `list_my_invitations`: a person's open ones,
/// with what one needs to know of the workspace before answering.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/access/queries/own_box.hpp"

namespace charter::inline v0::queries {

struct list_invitations {
  ref<workspace_id> workspace = {};
  std::optional<std::vector<invitation::status>> status = {};  ///< absent: all
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_invitations";
  static constexpr auto fields =
      std::tuple{field{"workspace", &list_invitations::workspace}, field{"status", &list_invitations::status},
                 field{"limit", &list_invitations::limit}, field{"after", &list_invitations::after}};
};

struct invitation_row {
  std::string invitation = {};
  std::optional<std::string> user = {};  ///< null while the address has no account
  std::string email = {};
  std::optional<std::string> role = {};
  charter::invitation::status status = charter::invitation::status::pending;
  std::optional<std::string> invited_by = {};
  instant sent_at = {};
  std::optional<instant> until = {};

  static constexpr auto fields = std::tuple{
      field{"invitation", &invitation_row::invitation}, field{"user", &invitation_row::user},
      field{"email", &invitation_row::email},           field{"role", &invitation_row::role},
      field{"status", &invitation_row::status},         field{"invited_by", &invitation_row::invited_by},
      field{"sent_at", &invitation_row::sent_at},       field{"until", &invitation_row::until}};
};

/// Exactly one of `user` and `email`; an address may have no account yet.
struct list_my_invitations {
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_my_invitations";
  static constexpr auto fields =
      std::tuple{field{"user", &list_my_invitations::user}, field{"email", &list_my_invitations::email},
                 field{"limit", &list_my_invitations::limit}, field{"after", &list_my_invitations::after}};
};

struct my_invitation {
  std::string invitation = {};
  std::optional<std::string> user = {};
  std::string email = {};
  std::optional<std::string> role = {};
  charter::invitation::status status = charter::invitation::status::pending;
  std::optional<std::string> invited_by = {};
  instant sent_at = {};
  std::optional<instant> until = {};
  std::string workspace = {};
  std::string name = {};
  std::optional<std::string> description = {};
  std::string kind = {};
  std::string organization = {};

  static constexpr auto fields = std::tuple{field{"invitation", &my_invitation::invitation},
                                            field{"user", &my_invitation::user},
                                            field{"email", &my_invitation::email},
                                            field{"role", &my_invitation::role},
                                            field{"status", &my_invitation::status},
                                            field{"invited_by", &my_invitation::invited_by},
                                            field{"sent_at", &my_invitation::sent_at},
                                            field{"until", &my_invitation::until},
                                            field{"workspace", &my_invitation::workspace},
                                            field{"name", &my_invitation::name},
                                            field{"description", &my_invitation::description},
                                            field{"kind", &my_invitation::kind},
                                            field{"organization", &my_invitation::organization}};
};

inline invitation_row show(const inquiry& asked, invitation_id which) {
  const realm& world = asked.world;
  const auto& it = world.invitations[which];
  return {label(world, which),
          label_if(world, it.user),
          it.user ? world.users[*it.user].profile->email : it.to->email,
          role_name(world, it.role),
          it.status_at(asked.at),
          label_if(world, it.invited_by),
          it.sent_at,
          it.until};
}

inline result<page<invitation_row>> reply(const inquiry& asked, const list_invitations& q) {
  workspace_id which;
  if (auto no = asked.enter(q.workspace, permissions::workspace_manage_members, which))
    return tl::make_unexpected(*no);
  const realm& world = asked.world;
  return cut<invitation_row>(
      world.workspaces[which].invitations, q, [&](invitation_id each) { return label(world, each); },
      [&](invitation_id each) -> std::optional<invitation_row> {
        auto row = show(asked, each);
        if (q.status && std::find(q.status->begin(), q.status->end(), row.status) == q.status->end())
          return {};
        return row;
      });
}

inline objection check_shape(const realm&, const list_my_invitations& q) {
  return exactly_one({{"user", q.user.has_value()}, {"email", q.email.has_value()}});
}

inline my_invitation show_mine(const inquiry& asked, invitation_id which) {
  const realm& world = asked.world;
  auto row = show(asked, which);
  const auto place = world.invitations[which].workspace;
  const auto& workspace = world.workspaces[place];
  return {std::move(row.invitation),
          std::move(row.user),
          std::move(row.email),
          std::move(row.role),
          row.status,
          std::move(row.invited_by),
          row.sent_at,
          row.until,
          label(world, place),
          workspace.details->name,
          text_if(workspace.details->description),
          kind_of(world, place).name,
          label(world, workspace.owner)};
}

inline result<page<my_invitation>> reply(const inquiry& asked, const list_my_invitations& q) {
  own_box whose;
  if (auto no = enter_own_box(asked, q.user, q.email, whose)) return tl::make_unexpected(*no);
  const realm& world = asked.world;
  cow_vector<invitation_id> all;
  if (whose.user)
    all = world.users[*whose.user].invitations;
  else if (const auto* held = world.held_invitations.find(whose.address))
    all = *held;
  return cut<my_invitation>(
      all, q, [&](invitation_id each) { return label(world, each); },
      [&](invitation_id each) -> std::optional<my_invitation> {
        if (world.invitations[each].status_at(asked.at) != invitation::status::pending) return {};
        return show_mine(asked, each);
      });
}

}  // namespace charter::inline v0::queries
