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
      described_by<&list_invitations::workspace, &list_invitations::status, &list_invitations::limit,
                   &list_invitations::after>("workspace", "status", "limit", "after");
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

  static constexpr auto fields =
      described_by<&invitation_row::invitation, &invitation_row::user, &invitation_row::email,
                   &invitation_row::role, &invitation_row::status, &invitation_row::invited_by,
                   &invitation_row::sent_at, &invitation_row::until>(
          "invitation", "user", "email", "role", "status", "invited_by", "sent_at", "until");
};

/// Exactly one of `user` and `email`; an address may have no account yet.
struct list_my_invitations {
  std::optional<ref<user_id>> user = {};
  std::optional<std::string> email = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_my_invitations";
  static constexpr auto fields =
      described_by<&list_my_invitations::user, &list_my_invitations::email, &list_my_invitations::limit,
                   &list_my_invitations::after>("user", "email", "limit", "after");
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

  static constexpr auto fields =
      described_by<&my_invitation::invitation, &my_invitation::user, &my_invitation::email,
                   &my_invitation::role, &my_invitation::status, &my_invitation::invited_by,
                   &my_invitation::sent_at, &my_invitation::until, &my_invitation::workspace,
                   &my_invitation::name, &my_invitation::description, &my_invitation::kind,
                   &my_invitation::organization>("invitation", "user", "email", "role", "status",
                                                 "invited_by", "sent_at", "until", "workspace", "name",
                                                 "description", "kind", "organization");
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
