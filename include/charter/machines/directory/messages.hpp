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
  static constexpr auto fields = described_by<&create::key, &create::name>("key", "name");
};

struct rename {
  ref<organization_id> organization = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.rename";
  static constexpr auto fields = described_by<&rename::organization, &rename::name>("organization", "name");
};

struct created {
  organization_id organization = {};
  std::optional<std::string> key = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.created";
  static constexpr auto fields =
      described_by<&created::organization, &created::key, &created::name>("organization", "key", "name");
};

struct renamed {
  organization_id organization = {};
  std::string name = {};

  static constexpr std::string_view message_name = "organization.renamed";
  static constexpr auto fields = described_by<&renamed::organization, &renamed::name>("organization", "name");
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
      described_by<&provision::key, &provision::email, &provision::name, &provision::organization>(
          "key", "email", "name", "organization");
};

/// `until` is the role's end.
struct join {
  ref<user_id> user = {};
  ref<organization_id> organization = {};
  std::optional<std::string> role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "user.join";
  static constexpr auto fields = described_by<&join::user, &join::organization, &join::role, &join::until>(
      "user", "organization", "role", "until");
};

struct record_sign_in {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user.record_sign_in";
  static constexpr auto fields = described_by<&record_sign_in::user>("user");
};

struct deactivate {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user.deactivate";
  static constexpr auto fields = described_by<&deactivate::user>("user");
};

struct reactivate {
  ref<user_id> user = {};

  static constexpr std::string_view message_name = "user.reactivate";
  static constexpr auto fields = described_by<&reactivate::user>("user");
};

struct remove {
  ref<user_id> user = {};
  ref<organization_id> organization = {};

  static constexpr std::string_view message_name = "user.remove";
  static constexpr auto fields = described_by<&remove::user, &remove::organization>("user", "organization");
};

struct provisioned {
  user_id user = {};
  std::optional<std::string> key = {};
  std::string email = {};
  std::optional<std::string> name = {};
  std::optional<organization_id> organization = {};

  static constexpr std::string_view message_name = "user.provisioned";
  static constexpr auto fields =
      described_by<&provisioned::user, &provisioned::key, &provisioned::email, &provisioned::name,
                   &provisioned::organization>("user", "key", "email", "name", "organization");
};

struct joined {
  user_id user = {};
  organization_id organization = {};

  static constexpr std::string_view message_name = "user.joined";
  static constexpr auto fields = described_by<&joined::user, &joined::organization>("user", "organization");
};

struct signed_in {
  user_id user = {};

  static constexpr std::string_view message_name = "user.signed_in";
  static constexpr auto fields = described_by<&signed_in::user>("user");
};

struct deactivated {
  user_id user = {};

  static constexpr std::string_view message_name = "user.deactivated";
  static constexpr auto fields = described_by<&deactivated::user>("user");
};

struct reactivated {
  user_id user = {};

  static constexpr std::string_view message_name = "user.reactivated";
  static constexpr auto fields = described_by<&reactivated::user>("user");
};

struct removed {
  user_id user = {};
  organization_id organization = {};

  static constexpr std::string_view message_name = "user.removed";
  static constexpr auto fields = described_by<&removed::user, &removed::organization>("user", "organization");
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
      described_by<&assign::user, &assign::role, &assign::organization, &assign::until>(
          "user", "role", "organization", "until");
};

struct withdraw {
  ref<user_id> user = {};
  std::string role = {};
  std::optional<ref<organization_id>> organization = {};

  static constexpr std::string_view message_name = "role.withdraw";
  static constexpr auto fields =
      described_by<&withdraw::user, &withdraw::role, &withdraw::organization>("user", "role", "organization");
};

struct assigned {
  user_id user = {};
  organization_id organization = {};
  std::string role = {};
  std::optional<instant> until = {};

  static constexpr std::string_view message_name = "role.assigned";
  static constexpr auto fields =
      described_by<&assigned::user, &assigned::organization, &assigned::role, &assigned::until>(
          "user", "organization", "role", "until");
};

struct withdrawn {
  user_id user = {};
  organization_id organization = {};
  std::string role = {};

  static constexpr std::string_view message_name = "role.withdrawn";
  static constexpr auto fields = described_by<&withdrawn::user, &withdrawn::organization, &withdrawn::role>(
      "user", "organization", "role");
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
      described_by<&ended::user, &ended::organization, &ended::cause>("user", "organization", "cause");
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
