// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which grant of which role the user holds answers a question best. Rights alone: sight and the state of the
/// workspace are judged in effective.hpp.

#include <compare>
#include <cstdint>
#include <optional>

#include "charter/access/facts.hpp"

namespace charter::inline v0 {

/// Looks through every role that the user holds and keeps the alternative that came nearest: allowed before
/// depending on a resource before fewest unmet conditions; a tie goes to the first in the rulebook's order.
class grant_search {
 public:
  explicit grant_search(const scene& s) : scene_(s), rules_(*s.world.rules) {}

  judgement run() {
    if (scene_.asset && !scene_.workspace) {
      // An asset counts in each workspace it is shared to; a role or condition met in one of them suffices.
      look();
      for (const auto each : *scene_.world.assets[*scene_.asset].shared_to)
        if (!is_hidden(each)) scene_.workspace = each, look();
      scene_.workspace.reset();
    } else {
      look();
    }
    return conclude();
  }

 private:
  using way = rule_set::way;

  bool is_hidden(workspace_id it) const {
    return scene_.world.book().archive.visibility == rules::archive_visibility::hidden &&
           scene_.world.workspaces[it].archived();
  }

  /// Goes through the roles in the rulebook's order; the first that allows ends it.
  void look() {
    settled_ = false;
    for (std::uint16_t i = 0; i < rules_.role_count() && !settled_; ++i) {
      const role_index held{i};
      if (rules_.is_workspace_role(held))
        look_in_workspaces(held);
      else
        look_in_organizations(held);
    }
  }

  void look_in_organizations(role_index held) {
    for (const auto organization : scene_.asker().standing->organizations) {
      if (!holds(held, organization)) continue;
      std::uint16_t inherited = 0;
      for (const auto role : rules_.with_inherited(held)) {
        if (counts(role, organization)) consider(held, inherited, role, organization);
        ++inherited;
      }
    }
  }
  bool holds(role_index role, organization_id organization) const {
    if (rules_.role(role).default_) return true;
    const auto* held = scene_.asker().find_role(organization, role);
    return held && held->counts(scene_.at);
  }
  /// Whether a role reached through an organization role has a say here.
  bool counts(role_index role, organization_id organization) const {
    if (rules_.is_workspace_role(role))
      return scene_.workspace && scene_.about() != subject::organization &&
             scene_.world.workspaces[*scene_.workspace].owner == organization;
    return !scene_.organization || *scene_.organization == organization;
  }

  void look_in_workspaces(role_index held) {
    if (scene_.organization) {
      // A workspace role may grant something in the organization that owns the workspace.
      if (scene_.about() != subject::organization) return;
      for (const auto each : scene_.asker().workspaces) {
        const auto& it = scene_.world.workspaces[each];
        if (it.owner == *scene_.organization && !it.archived()) look_in_workspace(held, each);
      }
    } else if (scene_.workspace) {
      look_in_workspace(held, *scene_.workspace);
    }
  }
  void look_in_workspace(role_index held, workspace_id workspace) {
    const auto* row = member_row(scene_.world, workspace, scene_.user, scene_.at);
    if (!row || row->role != held) return;
    std::uint16_t inherited = 0;
    for (const auto role : rules_.with_inherited(held)) consider(held, inherited++, role, {});
  }

  void consider(role_index held, std::uint16_t inherited, role_index role,
                std::optional<organization_id> held_in) {
    for (const auto& each : rules_.ways(role, scene_.what)) {
      if (settled_ || !is_for_this_kind(each)) continue;
      condition_set unmet, depends;
      each.conditions.for_each([&](condition asked) {
        const auto answer = facts::answer(scene_, asked, held_in);
        if (answer == fact::unmet) unmet.add(asked);
        if (answer == fact::depends) depends.add(asked);
      });
      settled_ = unmet.empty() && depends.empty();
      const place here{settled_ ? -1 : unmet.size(), held.value, inherited, each.position};
      if (best_at_ <= here) continue;
      best_at_ = here;
      best_ = judgement{settled_        ? denial::none
                        : unmet.empty() ? denial::depends_on_resource
                                        : denial::forbidden,
                        held, role, each.position, unmet.empty() ? depends : unmet};
    }
  }
  bool is_for_this_kind(const way& it) const {
    if (it.kinds == ~std::uint64_t{0}) return true;
    return scene_.workspace && ((it.kinds >> scene_.world.workspaces[*scene_.workspace].kind.value) & 1U);
  }

  judgement conclude() const {
    if (best_at_.distance == nowhere) return {has_tie() ? denial::forbidden : denial::not_a_member};
    judgement out = best_;
    if (out.allowed()) return out;
    out.role.reset();
    out.granted.reset();
    if (out.why == denial::forbidden) out.why = name_of(out.missing);
    return out;
  }
  /// The first unmet condition names the denial. Where an organization is named, no membership is meant.
  denial name_of(condition_set missing) const {
    if (missing.has(condition::member)) return scene_.organization ? denial::forbidden : denial::not_a_member;
    if (missing.has(condition::approved)) return denial::not_approved;
    if (missing.has(condition::run_policy)) return denial::not_in_run_policy;
    if (missing.has(condition::approver)) return denial::not_an_approver;
    return denial::forbidden;
  }
  /// Whether the user has to do with the workspace at all: listed there, or in a position to view it.
  bool has_tie() const {
    if (!scene_.workspace || listed_row(scene_.world, *scene_.workspace, scene_.user, scene_.at)) return true;
    if (scene_.what == permissions::workspace_view) return false;
    return grant_search(
               {scene_.world, scene_.user, permissions::workspace_view, scene_.at, {}, scene_.workspace})
        .run()
        .allowed();
  }

  /// How near an alternative comes, and where it stands in the rulebook: less is better.
  struct place {
    int distance;  ///< unmet conditions; -1: none, and nothing depends on a resource
    std::uint16_t held, inherited, alternative;
    friend constexpr auto operator<=>(const place&, const place&) = default;
  };
  static constexpr int nowhere = 99;

  scene scene_;
  const rule_set& rules_;
  judgement best_;
  place best_at_{nowhere, 0, 0, 0};
  bool settled_ = false;
};

/// Rights alone, whatever the user sees and whatever state the workspace is in.
inline judgement judge_grants(const scene& s) { return grant_search(s).run(); }

}  // namespace charter::inline v0
