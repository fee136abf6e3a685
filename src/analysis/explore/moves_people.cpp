// SPDX-License-Identifier: Apache-2.0
// Moves about people: standings, memberships, invitations.
#include <optional>
#include <string>

#include "alphabet_builder.hpp"

namespace charter::inline v0::analysis {

namespace {

template <class Visit>
void each_role(const realm& world, rules::role_scope scope, Visit&& visit) {
  for (const auto& each : world.book().roles)
    if (each.scope == scope && !each.default_) visit(each.name);
}

/// What a membership may begin with: nothing where the rulebook has no workspace roles.
template <class Visit>
void each_membership_role(const realm& world, Visit&& visit) {
  if (!world.book().creation.creator_role) return visit(std::optional<std::string>());
  each_role(world, rules::role_scope::workspace,
            [&](const std::string& role) { visit(std::optional(role)); });
}

}  // namespace

void add_directory_moves(alphabet_builder& to) {
  to.each_user([&](user_id whom) {
    each_role(to.start, rules::role_scope::organization, [&](const std::string& role) {
      to.everybody({}, [=](const naming& name) { return role::assign{name(whom), role, {}, {}}; });
      to.everybody({}, [=](const naming& name) { return role::withdraw{name(whom), role, {}}; });
    });
    to.everybody({}, [=](const naming& name) { return user::deactivate{name(whom)}; });
    to.everybody({}, [=](const naming& name) { return user::reactivate{name(whom)}; });
    for (const auto from : to.start.users[whom].standing->organizations)
      to.everybody({}, [=](const naming& name) { return user::remove{name(whom), name(from)}; });
    to.everybody({}, [=](const naming& name) { return user::record_sign_in{name(whom)}; });
    to.host({}, [=](const naming& name) { return user::record_sign_in{name(whom)}; });
  });
}

void add_membership_moves(alphabet_builder& to) {
  to.each_workspace([&](workspace_id where) {
    to.everybody({there(where)}, [=](const naming& name) { return workspace::leave{name(where)}; });
    to.each_user([&](user_id whom) {
      each_membership_role(to.start, [&](const std::optional<std::string>& role) {
        to.everybody({there(where)}, [=](const naming& name) {
          return workspace::add_member{name(where), {}, name.address(whom), role, {}};
        });
      });
      to.everybody({there(where)}, [=](const naming& name) {
        return workspace::remove_member{name(where), name(whom)};
      });
      each_role(to.start, rules::role_scope::workspace, [&](const std::string& role) {
        to.everybody({there(where)}, [=](const naming& name) {
          return workspace::change_role{name(where), name(whom), role, {}};
        });
      });
    });
  });
}

void add_invitation_moves(alphabet_builder& to) {
  to.each_workspace([&](workspace_id where) {
    to.everybody({there(where)}, [=](const naming& name) { return invitation::accept{name(where), {}}; });
    to.everybody({there(where)}, [=](const naming& name) { return invitation::decline{name(where), {}}; });
    to.each_user([&](user_id whom) {
      each_membership_role(to.start, [&](const std::optional<std::string>& role) {
        to.everybody({there(where)}, [=](const naming& name, const realm& world) {
          const auto key = naming::key_of_new(world.invitations.next());
          return invitation::send{key, name(where), {}, name.address(whom), role, {}};
        });
      });
      to.everybody({there(where)}, [=](const naming& name) {
        return invitation::reissue{{}, name(where), name(whom), {}, {}};
      });
      to.everybody({there(where)}, [=](const naming& name) {
        return invitation::revoke{{}, name(where), name(whom), {}};
      });
    });
  });
  // By its own name, too: then it can be somebody else's.
  const auto invitations = static_cast<std::uint32_t>(to.start.invitations.all.size()) + 1;
  for (std::uint32_t i = 0; i < invitations; ++i) {
    const invitation_id it{i};
    to.everybody({there(it)}, [=](const naming& name) { return invitation::accept{{}, name(it)}; });
    to.everybody({there(it)}, [=](const naming& name) { return invitation::decline{{}, name(it)}; });
  }
}

}  // namespace charter::inline v0::analysis
