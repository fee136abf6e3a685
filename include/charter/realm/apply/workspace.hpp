// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the workspace and settings rooms, applied.

#include "charter/machines/job/rules.hpp"
#include "charter/machines/settings/rules.hpp"
#include "charter/machines/workspace/rules.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"
#include "charter/realm/reviews.hpp"

namespace charter::inline v0 {

struct workspace_events {
  static void on(realm& world, const workspace::created& what, const stamp&) {
    workspace::state made;
    made.owner = what.organization;
    made.creator = what.creator;
    made.kind = *world.rules->find_kind(what.kind);
    made.mode = what.mode;
    made.policies_fixed = what.policies_fixed;
    workspace::details details;
    details.key = what.key.value_or("");
    details.name = what.name;
    details.description = what.description.value_or("");
    details.templates = what.templates;
    made.details = std::move(details);
    made.policies = workspace::policies{what.approval_policy, what.run_policy};
    world.workspaces.add(std::move(made), what.key.value_or(""));
    gain_name(world, what.organization, what.name);
    auto& owner = world.organizations.edit(what.organization);
    owner.owned.push_back(what.workspace);
    ++owner.workspaces;
  }
  /// What was approved when the workspace was archived stays so, whoever goes afterwards (D07).
  static void on(realm& world, const workspace::archived& what, const stamp& when) {
    const auto all = world.workspaces[what.workspace].jobs;
    for (const auto each : all)
      if (shown_status(world, world.jobs[each], when.at) == job::status::approved)
        job::machine::settle(world.jobs.edit(each));
    auto& it = world.workspaces.edit(what.workspace);
    workspace::machine::apply(it, what);
    lose_name(world, it.owner, it.details->name);
    --world.organizations.edit(it.owner).workspaces;
  }
  static void on(realm& world, const workspace::activated& what, const stamp&) {
    workspace::machine::apply(world.workspaces.edit(what.workspace), what);
  }
  static void on(realm& world, const workspace::credential_requested& what, const stamp&) {
    workspace::machine::apply(world.workspaces.edit(what.workspace), what);
  }
  static void on(realm& world, const workspace::credential_revoked& what, const stamp&) {
    workspace::machine::apply(world.workspaces.edit(what.workspace), what);
  }

  static void on(realm& world, const workspace::renamed& what, const stamp&) {
    auto& it = world.workspaces.edit(what.workspace);
    lose_name(world, it.owner, it.details->name);
    gain_name(world, it.owner, what.name);
    it.details.change([&](workspace::details& d) { settings::machine::apply(d, what); });
  }
  /// The rest of the settings room changes one workspace and no index; what changes the policies moves its
  /// reviews.
  template <class Event>
  requires(detail::is_alternative<Event, settings::event>::value) static void on(realm& world,
                                                                                 const Event& what,
                                                                                 const stamp&) {
    auto& it = world.workspaces.edit(what.workspace);
    if constexpr (requires(workspace::details & d) { settings::machine::apply(d, what); }) {
      it.details.change([&](workspace::details& d) { settings::machine::apply(d, what); });
    } else {
      it.policies.change([&](workspace::policies& p) { settings::machine::apply(p, what); });
      ++it.review_revision;
    }
  }

 private:
  static void gain_name(realm& world, organization_id owner, const std::string& name) {
    ++world.workspace_names.edit({owner, name});
  }
  static void lose_name(realm& world, organization_id owner, const std::string& name) {
    if (--world.workspace_names.edit({owner, name}) == 0) world.workspace_names.erase({owner, name});
  }
};

}  // namespace charter::inline v0
