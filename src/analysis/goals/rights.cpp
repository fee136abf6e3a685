// SPDX-License-Identifier: Apache-2.0
// Goals about who may do what: commands accepted from people who had no right to them.
#include <optional>
#include <type_traits>

#include "charter/access/effective.hpp"
#include "charter/realm/lookup.hpp"
#include "goal_lists.hpp"
#include "observed.hpp"

namespace charter::inline v0::analysis {

namespace {

using namespace permissions;

/// Which permission a command asks for and where (vocabulary, section 3), as far as the command says it. The
/// tables of decide are not asked.
class asked_right {
 public:
  asked_right(const realm& world, user_id who) : world_(world), who_(who) {}

  std::optional<question> operator()(const workspace::create& c) const {
    return in(workspace_create, c.organization);
  }
  std::optional<question> operator()(const workspace::archive& c) const {
    return in(workspace_archive, c.workspace);
  }
  std::optional<question> operator()(const workspace::rotate_credential& c) const {
    return in(workspace_rotate_credential, c.workspace);
  }
  std::optional<question> operator()(const workspace::add_member& c) const {
    return in(workspace_manage_members, c.workspace);
  }
  std::optional<question> operator()(const workspace::change_role& c) const {
    return in(workspace_manage_members, c.workspace);
  }
  std::optional<question> operator()(const invitation::send& c) const {
    return in(workspace_manage_members, c.workspace);
  }
  std::optional<question> operator()(const invitation::reissue& c) const {
    return c.workspace ? in(workspace_manage_members, *c.workspace) : std::nullopt;
  }
  std::optional<question> operator()(const invitation::revoke& c) const {
    return c.workspace ? in(workspace_manage_members, *c.workspace) : std::nullopt;
  }
  std::optional<question> operator()(const workspace::rename& c) const {
    return in(workspace_edit_details, c.workspace);
  }
  std::optional<question> operator()(const workspace::set_countries& c) const {
    return in(workspace_edit_details, c.workspace);
  }
  std::optional<question> operator()(const workspace::describe& c) const {
    return in(workspace_describe, c.workspace);
  }
  std::optional<question> operator()(const workspace::edit_homepage& c) const {
    return in(workspace_edit_homepage, c.workspace);
  }
  std::optional<question> operator()(const workspace::set_image& c) const {
    return in(workspace_configure, c.workspace);
  }
  std::optional<question> operator()(const workspace::set_property& c) const {
    return in(workspace_configure, c.workspace);
  }
  std::optional<question> operator()(const workspace::unset_property& c) const {
    return in(workspace_configure, c.workspace);
  }
  std::optional<question> operator()(const workspace::set_approval_policy& c) const {
    return in(workspace_manage_policies, c.workspace);
  }
  std::optional<question> operator()(const workspace::set_run_policy& c) const {
    return in(workspace_manage_policies, c.workspace);
  }
  std::optional<question> operator()(const workspace::add_template& c) const {
    return in(workspace_manage_templates, c.workspace);
  }
  std::optional<question> operator()(const workspace::remove_template& c) const {
    return in(workspace_manage_templates, c.workspace);
  }
  std::optional<question> operator()(const job::create& c) const { return in(job_create, c.workspace); }
  std::optional<question> operator()(const job::edit& c) const { return in(job_edit, c.job); }
  std::optional<question> operator()(const job::request_approval& c) const {
    return in(job_request_approval, c.job);
  }
  std::optional<question> operator()(const job::approve& c) const { return in(job_decide, c.job); }
  std::optional<question> operator()(const job::reject& c) const { return in(job_decide, c.job); }
  std::optional<question> operator()(const job::comment& c) const { return in(job_review, c.job); }
  std::optional<question> operator()(const job::return_to_draft& c) const {
    return in(job_return_to_draft, c.job);
  }
  std::optional<question> operator()(const job::discard& c) const { return in(job_discard, c.job); }
  std::optional<question> operator()(const run::start& c) const { return in(run_start, c.job); }
  std::optional<question> operator()(const run::cancel& c) const { return in(run_cancel, c.run); }
  std::optional<question> operator()(const integration::create& c) const {
    return c.workspace ? in(integration_create, *c.workspace) : in(integration_create, *c.organization);
  }
  std::optional<question> operator()(const dataset::connect& c) const {
    return c.workspace ? in(dataset_connect, *c.workspace) : in(dataset_connect, *c.organization);
  }
  std::optional<question> operator()(const integration::update& c) const {
    return in(integration_update, c.integration);
  }
  std::optional<question> operator()(const integration::discard& c) const {
    return in(integration_discard, c.integration);
  }
  std::optional<question> operator()(const dataset::remove& c) const { return in(dataset_remove, c.dataset); }
  std::optional<question> operator()(const integration::share& c) const {
    return in(integration_share, c.integration, c.workspace);
  }
  std::optional<question> operator()(const integration::unshare& c) const {
    return in(integration_unshare, c.integration, c.workspace);
  }
  std::optional<question> operator()(const dataset::share& c) const {
    return in(dataset_share, c.dataset, c.workspace);
  }
  std::optional<question> operator()(const dataset::unshare& c) const {
    return in(dataset_unshare, c.dataset, c.workspace);
  }
  std::optional<question> operator()(const data_policy::set& c) const {
    return in(data_policy_create, c.dataset);
  }
  std::optional<question> operator()(const data_policy::remove& c) const {
    return in(data_policy_remove, c.data_policy);
  }
  std::optional<question> operator()(const user::remove& c) const {
    return in(organization_manage_users, c.organization);
  }
  std::optional<question> operator()(const user::deactivate& c) const { return about_account(c.user); }
  std::optional<question> operator()(const user::reactivate& c) const { return about_account(c.user); }
  /// The others ask for no permission, or for one that depends on whom they name.
  template <class Command>
  std::optional<question> operator()(const Command&) const {
    return {};
  }

 private:
  template <class Id>
  std::optional<question> in(permission what, const ref<Id>& where) const {
    const auto it = find(world_, where);
    return it ? std::optional(question{who_, what, *it, world_.now}) : std::nullopt;
  }
  /// Managed where the person belongs, if that is one organization.
  std::optional<question> about_account(const ref<user_id>& name) const {
    const auto it = find(world_, name);
    if (!it) return {};
    const auto& all = world_.users[*it].standing->organizations;
    return all.size() == 1 ? std::optional(question{who_, organization_manage_users, all.front(), world_.now})
                           : std::nullopt;
  }
  std::optional<question> in(permission what, const ref<asset_id>& asset,
                             const ref<workspace_id>& where) const {
    const auto it = find(world_, asset);
    const auto there = find(world_, where);
    if (!it || !there) return {};
    return question{who_, what, {*it, *there}, world_.now};
  }

  const realm& world_;
  user_id who_;
};

/// D09: who manages members, or may withdraw that very user.
bool removes_without_permission(const accepted_command& it, const workspace::remove_member& c) {
  const auto where = find(it.before, c.workspace);
  const auto whom = find(it.before, c.user);
  if (!where || !whom) return false;
  const auto may = [&](permission what, const target& on) {
    return effective(it.before, {it.by.user, what, on, it.before.now}).allowed();
  };
  return !may(workspace_manage_members, *where) && !may(workspace_withdraw_user, {*where, *whom});
}

bool acts_without_permission(const accepted_command& it) {
  if (!it.by.is_user()) return false;
  if (const auto* removal = it.what.get_if<workspace::remove_member>())
    return removes_without_permission(it, *removal);
  const auto asked = it.what.visit(asked_right(it.before, it.by.user));
  return asked && !effective(it.before, *asked).allowed();
}

/// Sight of a workspace by somebody who never belonged to it nor to its owner, and was not invited.
bool stranger_sees_workspace(const accepted_command& it) {
  const auto& world = it.after;
  return observed::any_of(world.workspaces, [&](workspace_id where) {
    return observed::any_of(world.users, [&](user_id who) {
      const auto& workspace = world.workspaces[where];
      const bool has_tie =
          world.users[who].belongs_to(workspace.owner) || world.find_row(where, who) ||
          std::any_of(workspace.invitations.begin(), workspace.invitations.end(),
                      [&](invitation_id each) { return world.invitations[each].user == who; });
      return !has_tie && effective(world, {who, workspace_view, where, world.now}).allowed();
    });
  });
}

/// D33: results of an analytics job stay with the organization of whoever made it.
bool results_across_organizations(const accepted_command& it) {
  const auto& world = it.after;
  return observed::any_of(world.jobs, [&](job_id which) {
    const auto& job = world.jobs[which];
    if (observed::kind(world, job.workspace).work != rules::work::job) return false;
    return observed::any_of(world.users, [&](user_id who) {
      return !observed::share_an_organization(world, who, job.creator) &&
             (effective(world, {who, result_view, which, world.now}).allowed() ||
              effective(world, {who, result_export, which, world.now}).allowed());
    });
  });
}

bool deactivated_acts(const accepted_command& it) {
  return it.by.is_user() && !observed::is_active(it.before, it.by.user);
}

}  // namespace

std::vector<goal> goals_about_rights() {
  using enum area;
  return {
      {"acts_without_permission",
       "Somebody did what asks for a permission that check denied at that moment.",
       {directory, workspaces, membership, invitations, policies, settings, assets, jobs, runs},
       acts_without_permission},
      {"deactivated_acts",
       "A command of somebody whose account is deactivated was accepted.",
       {directory, membership, invitations, jobs},
       deactivated_acts},
      {"results_across_organizations",
       "Somebody of another organization than the creator's may read results of an analytics job.",
       {directory, membership, jobs, runs},
       results_across_organizations},
      {"stranger_sees_workspace",
       "Somebody sees a workspace who never belonged to it nor to its owner, and was not invited.",
       {directory, membership, invitations},
       stranger_sees_workspace},
  };
}

}  // namespace charter::inline v0::analysis
