// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Organizations, users and organization roles: what may be asked and what happened.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"

namespace charter::inline v0::organization {

struct create {
  std::optional<std::string> key = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.create";
  static constexpr auto fields = std::tuple{field{"key", &create::key}, field{"name", &create::name}};
};

struct rename {
  ref<organization_id> organization = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.rename";
  static constexpr auto fields =
      std::tuple{field{"organization", &rename::organization}, field{"name", &rename::name}};
};

struct created {
  organization_id organization = {};
  std::optional<std::string> key = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.created";
  static constexpr auto fields = std::tuple{field{"organization", &created::organization},
                                            field{"key", &created::key}, field{"name", &created::name}};
};

struct renamed {
  organization_id organization = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.renamed";
  static constexpr auto fields =
      std::tuple{field{"organization", &renamed::organization}, field{"name", &renamed::name}};
};

}  // namespace charter::inline v0::organization

namespace charter::inline v0::user {

struct provision {
  std::optional<std::string> key = {};
  std::string email = {};
  std::optional<std::string> name = {};
  std::optional<ref<organization_id>> organization = {};

  static constexpr std::string_view message_name = "user.provision";
  static constexpr auto fields =
      std::tuple{field{"key", &provision::key}, field{"email", &provision::email},
                 field{"name", &provision::name}, field{"organization", &provision::organization}};
};

/// `until` is the role's end.
struct join {
  ref<user_id> user = {};
  ref<organization_id> organization = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "user.join";
  static constexpr auto fields =
      std::tuple{field{"user", &join::user}, field{"organization", &join::organization},
                 field{"role", &join::role}, field{"until", &join::until}};
};

struct record_sign_in {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user.record_sign_in";
  static constexpr auto fields = std::tuple{field{"user", &record_sign_in::user}};
};

struct deactivate {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user.deactivate";
  static constexpr auto fields = std::tuple{field{"user", &deactivate::user}};
};

struct reactivate {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user.reactivate";
  static constexpr auto fields = std::tuple{field{"user", &reactivate::user}};
};

struct remove {
  ref<user_id> user = {};
  ref<organization_id> organization = {};

  static constexpr std::string_view message_name = "user.remove";
  static constexpr auto fields =
      std::tuple{field{"user", &remove::user}, field{"organization", &remove::organization}};
};

struct provisioned {
  user_id user = {};
  std::optional<std::string> key = {};
  std::string email = {};
  std::optional<std::string> name = {};
  std::optional<organization_id> organization = {};

  static constexpr std::string_view message_name = "user.provisioned";
  static constexpr auto fields = std::tuple{
      field{"user", &provisioned::user}, field{"key", &provisioned::key}, field{"email", &provisioned::email},
      field{"name", &provisioned::name}, field{"organization", &provisioned::organization}};
};

struct joined {
  user_id user = {};
  organization_id organization = {};

  static constexpr std::string_view message_name = "user.joined";
  static constexpr auto fields =
      std::tuple{field{"user", &joined::user}, field{"organization", &joined::organization}};
};

struct signed_in {
  user_id user = {};

  static constexpr std::string_view message_name = "user.signed_in";
  static constexpr auto fields = std::tuple{field{"user", &signed_in::user}};
};

struct deactivated {
  user_id user = {};

  static constexpr std::string_view message_name = "user.deactivated";
  static constexpr auto fields = std::tuple{field{"user", &deactivated::user}};
};

struct reactivated {
  user_id user = {};

  static constexpr std::string_view message_name = "user.reactivated";
  static constexpr auto fields = std::tuple{field{"user", &reactivated::user}};
};

struct removed {
  user_id user = {};
  organization_id organization = {};

  static constexpr std::string_view message_name = "user.removed";
  static constexpr auto fields =
      std::tuple{field{"user", &removed::user}, field{"organization", &removed::organization}};
};

}  // namespace charter::inline v0::user

namespace charter::inline v0::role {

struct assign {
  ref<user_id> user = {};
  std::string role = {};
  std::optional<ref<organization_id>> organization = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "role.assign";
  static constexpr auto fields =
      std::tuple{field{"user", &assign::user}, field{"role", &assign::role},
                 field{"organization", &assign::organization}, field{"until", &assign::until}};
};

struct withdraw {
  ref<user_id> user = {};
  std::string role = {};
  std::optional<ref<organization_id>> organization = {};

  static constexpr std::string_view message_name = "role.withdraw";
  static constexpr auto fields = std::tuple{field{"user", &withdraw::user}, field{"role", &withdraw::role},
                                            field{"organization", &withdraw::organization}};
};

struct assigned {
  user_id user = {};
  organization_id organization = {};
  std::string role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "role.assigned";
  static constexpr auto fields =
      std::tuple{field{"user", &assigned::user}, field{"organization", &assigned::organization},
                 field{"role", &assigned::role}, field{"until", &assigned::until}};
};

struct withdrawn {
  user_id user = {};
  organization_id organization = {};
  std::string role = {};

  static constexpr std::string_view message_name = "role.withdrawn";
  static constexpr auto fields =
      std::tuple{field{"user", &withdrawn::user}, field{"organization", &withdrawn::organization},
                 field{"role", &withdrawn::role}};
};

}  // namespace charter::inline v0::role

namespace charter::inline v0::roles {

/// A consequence: all roles of the user (in the organization), or with no user every role whose end has come.
struct ended {
  std::optional<user_id> user = {};
  std::optional<organization_id> organization = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "roles.ended";
  static constexpr auto fields =
      std::tuple{field{"user", &ended::user}, field{"organization", &ended::organization},
                 field{"cause", &ended::cause}};
};

}  // namespace charter::inline v0::roles

namespace charter::inline v0::directory {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command = std::variant<organization::create, organization::rename, user::provision, user::join,
                             user::record_sign_in, user::deactivate, user::reactivate, user::remove,
                             role::assign, role::withdraw>;
using event = std::variant<organization::created, organization::renamed, user::provisioned, user::joined,
                           user::signed_in, user::deactivated, user::reactivated, user::removed,
                           role::assigned, role::withdrawn, roles::ended>;

}  // namespace charter::inline v0::directory
