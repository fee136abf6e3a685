// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the conditions ask about, answered from the realm: met, unmet, or a matter of a resource not named
/// (D50).

#include <optional>

#include "charter/access/question.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/realm.hpp"
#include "charter/realm/reviews.hpp"

namespace charter::inline v0 {

/// A question with its target spelled out: the things it is about, from the narrowest named outwards.
struct scene {
  const realm& world;
  user_id user;
  permission what;
  instant at;
  std::optional<organization_id> organization = {};  ///< only where the target is an organization
  std::optional<workspace_id> workspace = {};
  std::optional<asset_id> asset = {};
  std::optional<data_policy_id> data_policy = {};
  std::optional<job_id> job = {};
  std::optional<run_id> run = {};
  std::optional<user_id> member = {};

  const user::state& asker() const { return world.users[user]; }
  subject about() const { return world.rules->row(what).about; }
  const rules::kind_definition& kind() const { return kind_of(world, *workspace); }

  /// Permissions to make something: what is made does not exist yet, and who asks would be its creator.
  bool is_creation() const {
    using namespace permissions;
    return what == job_create || what == integration_create || what == dataset_connect;
  }
};

/// REQUIRES: the ids in `q` exist.
inline scene set_scene(const realm& world, const question& q) {
  scene out{world, q.user, q.what, q.at && *q.at > world.now ? *q.at : world.now};
  out.workspace = q.on.in;
  out.member = q.on.member;
  switch (q.on.what) {
    case target::kind::organization:
      out.organization = organization_id{q.on.value};
      break;
    case target::kind::workspace:
      out.workspace = workspace_id{q.on.value};
      break;
    case target::kind::asset:
      out.asset = asset_id{q.on.value};
      break;
    case target::kind::data_policy:
      out.data_policy = data_policy_id{q.on.value};
      out.asset = world.data_policies[*out.data_policy].dataset;
      break;
    case target::kind::run:
      out.run = run_id{q.on.value};
      out.job = world.runs[*out.run].job;
      break;
    case target::kind::job:
      out.job = job_id{q.on.value};
      break;
  }
  if (out.job) out.workspace = world.jobs[*out.job].workspace;
  return out;
}

enum class fact { met, unmet, depends };

namespace facts {

constexpr fact when(bool holds) { return holds ? fact::met : fact::unmet; }

inline fact is_member(const scene& s) {
  return when(s.workspace && member_row(s.world, *s.workspace, s.user, s.at));
}

inline fact is_approved(const scene& s) {
  if (!s.workspace) return fact::unmet;
  if (!s.kind().approval) return fact::met;
  return s.job ? when(charter::is_approved(s.world, s.world.jobs[*s.job], s.at)) : fact::depends;
}

inline fact meets_run_policy(const scene& s) {
  if (!s.workspace) return fact::unmet;
  if (!s.kind().run_policy) return fact::met;
  const auto policy = run_policy_in_force(s.world, *s.workspace);
  switch (policy.mode) {
    case rules::run_mode::all:
      return fact::met;
    case rules::run_mode::specific:
      return when(runs::names(policy, s.user));
    case rules::run_mode::creator:
      break;
  }
  return s.job ? when(s.world.jobs[*s.job].creator == s.user) : fact::depends;
}

/// May decide under the policy in force; whose job it is matters only where creators are barred (D48).
inline fact is_approver(const scene& s) {
  if (!s.workspace || !member_row(s.world, *s.workspace, s.user, s.at)) return fact::unmet;
  if (!approval::names(approval_in_force(s.world, *s.workspace), s.user)) return fact::unmet;
  if (s.world.book().approval.creator_approves) return fact::met;
  return s.job ? when(s.world.jobs[*s.job].creator != s.user) : fact::depends;
}

inline fact created_run(const scene& s) {
  if (s.job && s.world.jobs[*s.job].creator == s.user) return fact::met;
  if (s.run) return when(s.world.runs[*s.run].started_by == s.user);
  return s.job && s.what == permissions::run_start ? fact::unmet : fact::depends;
}

inline fact created_asset(const scene& s) {
  if (!s.asset) return s.organization ? fact::unmet : fact::depends;
  if (s.world.assets[*s.asset].creator == s.user) return fact::met;
  if (s.data_policy) return when(s.world.data_policies[*s.data_policy].author == s.user);
  const bool about_policy =
      s.what == permissions::data_policy_view || s.what == permissions::data_policy_remove;
  return about_policy ? fact::depends : fact::unmet;
}

inline fact is_creator(const scene& s) {
  if (s.is_creation()) return fact::met;
  switch (s.about()) {
    case subject::organization:
      return fact::unmet;
    case subject::workspace:
      return when(s.workspace && s.world.workspaces[*s.workspace].creator == s.user);
    case subject::asset:
      return created_asset(s);
    case subject::job:
      return s.job ? when(s.world.jobs[*s.job].creator == s.user) : fact::depends;
    case subject::run:
      return created_run(s);
  }
  return fact::unmet;
}

/// `held_in`: the organization in which the role is held; none for a workspace role, where any of the user's
/// counts.
inline fact shares_with(const scene& s, std::optional<organization_id> held_in, user_id other) {
  const auto& it = s.world.users[other];
  return when(held_in ? it.belongs_to(*held_in) : s.asker().shares_organization(it));
}

inline fact is_of_same_organization(const scene& s, std::optional<organization_id> held_in) {
  if (s.is_creation()) return fact::met;
  if (s.what == permissions::workspace_withdraw_user)
    return s.member ? shares_with(s, held_in, *s.member) : fact::depends;
  switch (s.about()) {
    case subject::organization:
      return when(s.organization && (!held_in || *held_in == *s.organization));
    case subject::workspace:
      return s.workspace ? shares_with(s, held_in, s.world.workspaces[*s.workspace].creator) : fact::unmet;
    case subject::asset:
      if (!s.asset) return s.organization ? fact::unmet : fact::depends;
      if (s.data_policy && shares_with(s, held_in, s.world.data_policies[*s.data_policy].author) == fact::met)
        return fact::met;
      return shares_with(s, held_in, s.world.assets[*s.asset].creator);
    case subject::job:
    case subject::run:
      return s.job ? shares_with(s, held_in, s.world.jobs[*s.job].creator) : fact::depends;
  }
  return fact::unmet;
}

inline fact is_of_owning_organization(const scene& s, std::optional<organization_id> held_in) {
  std::optional<organization_id> owner = s.organization;
  if (s.about() == subject::asset && s.asset)
    owner = s.world.assets[*s.asset].organization;
  else if (s.about() == subject::asset && s.workspace && !s.is_creation())
    return fact::depends;
  else if (s.workspace)
    owner = s.world.workspaces[*s.workspace].owner;
  if (!owner) return fact::unmet;
  return when(held_in ? *held_in == *owner : s.asker().belongs_to(*owner));
}

/// One condition of one alternative, for a role held in `held_in`.
inline fact answer(const scene& s, condition asked, std::optional<organization_id> held_in) {
  switch (asked) {
    case condition::member:
      return is_member(s);
    case condition::approved:
      return is_approved(s);
    case condition::run_policy:
      return meets_run_policy(s);
    case condition::approver:
      return is_approver(s);
    case condition::creator:
      return is_creator(s);
    case condition::same_organization:
      return is_of_same_organization(s, held_in);
    case condition::owning_organization:
      return is_of_owning_organization(s, held_in);
  }
  return fact::unmet;
}

}  // namespace facts

}  // namespace charter::inline v0
