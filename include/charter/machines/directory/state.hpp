// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm knows of organizations and users.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "charter/base/boxed.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"
#include "charter/machines/lifecycle.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0 {

namespace organization {

struct state {
  boxed<std::string> key;
  boxed<std::string> name;
  std::uint32_t users = 0;       ///< who belongs now
  std::uint32_t workspaces = 0;  ///< unarchived ones
  cow_vector<user_id> joined;    ///< everyone who ever belonged, in order; may name one twice
  cow_vector<workspace_id> owned;
  cow_vector<asset_id> assets;
  cow_vector<attestation_id> attestations;
  cow_vector<position> entries;  ///< log entries that its auditors may read
};

}  // namespace organization

namespace user {

enum class status : std::uint8_t { active, deactivated };

inline constexpr transition<status> lifecycle[] = {
    {status::active, "user.deactivate", status::deactivated},
    {status::deactivated, "user.reactivate", status::active},
};

struct profile {
  std::string key;
  std::string email;  ///< as typed; compared without ASCII case (D36)
  std::string name;
  friend bool operator==(const profile&, const profile&) = default;
};

/// An organization role that was assigned; the default role is held by belonging alone.
struct held_role {
  organization_id organization;
  role_index role;
  std::optional<instant> until;

  bool counts(instant at) const { return !until || at < *until; }
  friend bool operator==(const held_role&, const held_role&) = default;
};

struct standing {
  std::vector<organization_id> organizations;
  std::vector<held_role> roles;
  friend bool operator==(const standing&, const standing&) = default;
};

struct state {
  user::status status = user::status::active;
  bool signed_in = false;
  boxed<user::profile> profile;
  boxed<user::standing> standing;
  cow_vector<workspace_id> workspaces;    ///< every one it ever was a member of, each once
  cow_vector<invitation_id> invitations;  ///< every one it ever got

  bool belongs_to(organization_id organization) const {
    const auto& all = standing->organizations;
    return std::find(all.begin(), all.end(), organization) != all.end();
  }
  bool shares_organization(const state& other) const {
    return std::any_of(standing->organizations.begin(), standing->organizations.end(),
                       [&](organization_id each) { return other.belongs_to(each); });
  }
  const held_role* find_role(organization_id organization, role_index role) const {
    for (const auto& each : standing->roles)
      if (each.organization == organization && each.role == role) return &each;
    return nullptr;
  }
};

}  // namespace user

template <>
struct enum_names<user::status> {
  static constexpr std::array<std::string_view, 2> names = {"active", "deactivated"};
};

}  // namespace charter::inline v0
