// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `list_members`: who is listed in a workspace, active or not.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::queries {

/// Whether a listed member counts (D26).
enum class member_status : std::uint8_t { active, inactive };

struct list_members {
  ref<workspace_id> workspace = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_members";
  static constexpr auto fields =
      described_by<&list_members::workspace, &list_members::limit, &list_members::after>("workspace", "limit",
                                                                                         "after");
};

struct listed_member {
  std::string user = {};
  std::string email = {};
  std::vector<std::string> organizations = {};
  std::optional<std::string> role = {};
  member_status status = member_status::active;
  std::optional<instant> until = {};

  static constexpr auto fields =
      described_by<&listed_member::user, &listed_member::email, &listed_member::organizations,
                   &listed_member::role, &listed_member::status, &listed_member::until>(
          "user", "email", "organizations", "role", "status", "until");
};

inline result<page<listed_member>> reply(const inquiry& asked, const list_members& q) {
  workspace_id which;
  if (auto no = asked.enter(q.workspace, permissions::workspace_view_members, which))
    return tl::make_unexpected(*no);
  const realm& world = asked.world;
  // Whoever left and came again has a row for each time; the latest one counts.
  const auto is_latest = [&](const membership::row& row) { return world.find_row(which, row.user) == &row; };
  return cut<listed_member>(
      world.workspaces[which].members, q,
      [&](const membership::row& row) { return is_latest(row) ? label(world, row.user) : std::string(); },
      [&](const membership::row& row) -> std::optional<listed_member> {
        if (!row.listed(asked.at)) return {};
        const auto& user = world.users[row.user];
        return listed_member{label(world, row.user),
                             user.profile->email,
                             labels(world, user.standing->organizations),
                             role_name(world, row.role),
                             is_active(world, row) ? member_status::active : member_status::inactive,
                             row.until};
      });
}

}  // namespace charter::inline v0::queries

namespace charter::inline v0 {

template <>
struct enum_names<queries::member_status> {
  static constexpr std::array<std::string_view, 2> names = {"active", "inactive"};
};

}  // namespace charter::inline v0
