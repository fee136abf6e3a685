// SPDX-License-Identifier: Apache-2.0
#include "charter/record/admit.hpp"

#include <type_traits>

#include "charter/base/each_id.hpp"
#include "charter/base/fields.hpp"
#include "charter/command/touched.hpp"
#include "charter/realm/creates.hpp"
#include "charter/rules/validate.hpp"
#include "fold_until.hpp"

namespace charter::inline v0 {

namespace {

/// Whether the ids of an event can be meant.
struct admission {
  const realm& world;
  bool ok = true;

  void operator()(organization_id it) { ok = ok && world.organizations.has(it); }
  void operator()(user_id it) { ok = ok && world.users.has(it); }
  void operator()(workspace_id it) { ok = ok && world.workspaces.has(it); }
  void operator()(invitation_id it) { ok = ok && world.invitations.has(it); }
  void operator()(asset_id it) { ok = ok && world.assets.has(it); }
  void operator()(data_policy_id it) { ok = ok && world.data_policies.has(it); }
  void operator()(job_id it) { ok = ok && world.jobs.has(it); }
  void operator()(run_id it) { ok = ok && world.runs.has(it); }
  void operator()(attestation_id it) { ok = ok && world.attestations.has(it); }

  template <class Id, class State>
  void is_next(Id it, const registry<Id, State>& things) {
    ok = ok && it == things.next();
  }
  void created(organization_id it) { is_next(it, world.organizations); }
  void created(user_id it) { is_next(it, world.users); }
  void created(workspace_id it) { is_next(it, world.workspaces); }
  void created(invitation_id it) { is_next(it, world.invitations); }
  void created(asset_id it) { is_next(it, world.assets); }
  void created(data_policy_id it) { is_next(it, world.data_policies); }
  void created(job_id it) { is_next(it, world.jobs); }
  void created(run_id it) { is_next(it, world.runs); }
  void created(attestation_id it) { is_next(it, world.attestations); }
};

/// What an event takes for granted beyond the ids it names.
template <class Event>
bool is_meant(const realm&, const Event&) {
  return true;
}
bool is_role(const realm& world, const std::optional<std::string>& name, bool of_workspace) {
  if (!name) return true;
  const auto role = world.rules->find_role(*name);
  return role && world.rules->is_workspace_role(*role) == of_workspace;
}
bool is_meant(const realm& world, const role::assigned& it) { return is_role(world, it.role, false); }
bool is_meant(const realm& world, const role::withdrawn& it) { return is_role(world, it.role, false); }
bool is_meant(const realm& world, const workspace::created& it) {
  return world.rules->find_kind(it.kind).has_value();
}
bool is_meant(const realm& world, const workspace::member_added& it) { return is_role(world, it.role, true); }
bool is_meant(const realm& world, const invitation::sent& it) { return is_role(world, it.role, true); }
bool has_row(const realm& world, workspace_id where, user_id user) {
  const auto* row = world.find_row(where, user);
  return row && !row->ended;
}
bool is_meant(const realm& world, const workspace::member_removed& it) {
  return has_row(world, it.workspace, it.user);
}
bool is_meant(const realm& world, const workspace::member_left& it) {
  return has_row(world, it.workspace, it.user);
}
bool is_meant(const realm& world, const workspace::role_changed& it) {
  return has_row(world, it.workspace, it.user) && is_role(world, it.role, true);
}
bool is_meant(const realm& world, const user::removed& it) {
  return world.users[it.user].belongs_to(it.organization);
}
bool is_meant(const realm& world, const realms::created& it) {
  return !world.rules && it.rulebook.book && rules::validate(*it.rulebook.book).empty();
}
/// Every name that the realm holds an ordinal for must still be there.
bool is_meant(const realm& world, const realms::rulebook_amended& it) {
  if (!it.rulebook.book || !rules::validate(*it.rulebook.book).empty()) return false;
  const rule_set next(*it.rulebook.book);
  for (const auto& user : world.users.all)
    for (const auto& held : user.standing->roles)
      if (!next.find_role(world.rules->role(held.role).name)) return false;
  for (const auto& workspace : world.workspaces.all) {
    if (!next.find_kind(world.rules->kind(workspace.kind).name)) return false;
    for (const auto& row : workspace.members)
      if (row.role && !row.ended && !next.find_role(world.rules->role(*row.role).name)) return false;
  }
  return true;
}

bool admits(const realm& world, const event& what) {
  return visit_event(what, [&](const auto& one) {
    using type = std::remove_cvref_t<decltype(one)>;
    if constexpr (!std::same_as<type, realms::created>)
      if (!world.rules) return false;
    admission look{world};
    for_each_field(one, [&](const auto& field, const auto& value) {
      if constexpr (detail::creates<type>::value) {
        if constexpr (std::same_as<std::remove_const_t<decltype(field.member)>,
                                   std::remove_cvref_t<decltype(detail::creates<type>::id)>>) {
          if (field.member == detail::creates<type>::id) return look.created(value);
        }
      }
      for_each_id(value, look);
    });
    return look.ok && is_meant(world, one);
  });
}

}  // namespace

std::optional<std::string> replay(realm& world, const record& what) {
  if (what.at_position != world.head + 1)
    return "the record says it is number " + std::to_string(what.at_position) + ", not " +
           std::to_string(world.head + 1);
  if (what.by.is_user() && !world.users.has(what.by.user))
    return "its actor " + to_text(what.by) + " is unknown";
  if (detail::static_name(what.command).empty()) return "its command \"" + what.command + "\" is unknown";
  if (what.events.empty()) return "it holds no event";
  if (const auto* refused = fold_until(world, what, &admits))
    return "its event " + std::string(name_of(*refused)) + " names what is not there";
  return {};
}

}  // namespace charter::inline v0
