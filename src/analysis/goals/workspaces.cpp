// SPDX-License-Identifier: Apache-2.0
// Goals about workspaces: what is sealed, archived or pending, what they are called, who is left to manage.
#include <optional>
#include <string>

#include "charter/base/text.hpp"
#include "goal_lists.hpp"
#include "observed.hpp"

namespace charter::inline v0::analysis {

namespace {

using observed::any;
using observed::has;

/// R114, D07. People may still go (D40): that ends memberships and their places in policies, and begins none.
bool change_after_archive(const accepted_command& it) {
  return observed::any_of(it.before.workspaces, [&](workspace_id which) {
    const auto &was = it.before.workspaces[which], &is = it.after.workspaces[which];
    if (was.status != workspace::status::archived) return false;
    const bool changed_jobs = std::any_of(was.jobs.begin(), was.jobs.end(), [&](job_id each) {
      const auto &job = it.before.jobs[each], &then = it.after.jobs[each];
      return job.status != then.status || job.revision != then.revision ||
             !(*job.decisions == *then.decisions) || job.comments.size() != then.comments.size();
    });
    const bool changed_runs = std::any_of(was.runs.begin(), was.runs.end(), [&](run_id each) {
      return it.before.runs[each].status != it.after.runs[each].status;
    });
    const bool changed_invitations =
        std::any_of(was.invitations.begin(), was.invitations.end(), [&](invitation_id each) {
          return it.before.invitations[each].status != it.after.invitations[each].status;
        });
    const auto is_here = [&](const auto& e) { return e.workspace == which; };
    return changed_jobs || changed_runs || changed_invitations ||
           any<workspace::approval_policy_set>(it, is_here) || any<workspace::run_policy_set>(it, is_here) ||
           is.status != workspace::status::archived || !(*was.details == *is.details) ||
           was.members.size() != is.members.size() || was.jobs.size() != is.jobs.size() ||
           was.runs.size() != is.runs.size() || was.invitations.size() != is.invitations.size() ||
           was.assets.size() != is.assets.size() || was.credential_generation != is.credential_generation;
  });
}

/// R004: nothing is used before everybody is there.
bool use_while_pending(const accepted_command& it) {
  return observed::any_of(it.before.workspaces, [&](workspace_id which) {
    const auto &was = it.before.workspaces[which], &is = it.after.workspaces[which];
    return was.status == workspace::status::pending &&
           (was.jobs.size() != is.jobs.size() || was.runs.size() != is.runs.size() ||
            was.assets.size() != is.assets.size());
  });
}

/// R002: active once every invitee has accepted.
bool active_before_all_accepted(const accepted_command& it) {
  return any<workspace::activated>(it, [&](const workspace::activated& e) {
    const auto& workspace = it.after.workspaces[e.workspace];
    if (workspace.mode != rules::membership_mode::sealed) return false;
    return std::any_of(workspace.invitations.begin(), workspace.invitations.end(), [&](invitation_id each) {
      return it.after.invitations[each].status != invitation::status::accepted;
    });
  });
}

/// D02: who is listed in a sealed workspace is settled when it becomes active.
bool sealed_list_changed(const accepted_command& it) {
  return observed::any_of(it.before.workspaces, [&](workspace_id which) {
    const auto &was = it.before.workspaces[which], &is = it.after.workspaces[which];
    if (was.mode != rules::membership_mode::sealed || was.status == workspace::status::pending) return false;
    if (was.members.size() != is.members.size()) return true;
    for (std::uint32_t i = 0; i < was.members.size(); ++i)
      if (was.members[i].ended != is.members[i].ended || was.members[i].role != is.members[i].role)
        return true;
    return false;
  });
}

/// R027, D27.
bool fixed_policy_changed(const accepted_command& it) {
  return observed::any_of(it.before.workspaces, [&](workspace_id which) {
    const auto &was = it.before.workspaces[which], &is = it.after.workspaces[which];
    return was.policies_fixed && !(*was.policies == *is.policies);
  });
}
/// D27: the name, too.
bool sealed_name_changed(const accepted_command& it) {
  return observed::any_of(it.before.workspaces, [&](workspace_id which) {
    const auto& was = it.before.workspaces[which];
    return was.mode == rules::membership_mode::sealed &&
           was.details->name != it.after.workspaces[which].details->name;
  });
}

/// R013, R016, D29, as far as it does not take a rulebook to see it.
bool blank_or_endless_text(const accepted_command& it) {
  return observed::any_of(it.after.workspaces, [&](workspace_id which) {
    const auto& details = *it.after.workspaces[which].details;
    return is_blank(details.name) || details.name.size() > 4 * it.after.book().text.workspace_name.max ||
           details.description.size() > 4 * it.after.book().text.description.max;
  });
}

/// R193, D42.
bool keeps_a_secret(const accepted_command& it) {
  return any<workspace::property_set>(
      it, [&](const workspace::property_set& e) { return has(it.before.book().secret_keys, e.property); });
}

/// R024.
bool template_out_of_place(const accepted_command& it) {
  return any<workspace::template_added>(it, [&](const workspace::template_added& e) {
    return !observed::kind(it.after, e.workspace).templates;
  });
}

/// R043: a credential where the kind has none.
bool credential_out_of_place(const accepted_command& it) {
  return any<workspace::credential_requested>(it, [&](const workspace::credential_requested& e) {
    return !observed::kind(it.after, e.workspace).credential;
  });
}

bool has_admin(const realm& world, organization_id where) {
  return observed::any_of(world.users, [&](user_id who) {
    return world.users[who].belongs_to(where) &&
           observed::holds_one(world, who, where, world.book().guards.last_organization_admin.roles);
  });
}
bool has_admin(const realm& world, workspace_id where) {
  const auto& roles = world.book().guards.last_workspace_admin.roles;
  for (const auto& row : world.workspaces[where].members) {
    if (!observed::counts(world, row)) continue;
    if (row.role) {
      const auto all = world.rules->with_inherited(*row.role);
      if (std::any_of(all.begin(), all.end(),
                      [&](role_index each) { return has(roles, world.rules->role(each).name); }))
        return true;
    }
    if (observed::holds_one(world, row.user, {}, roles)) return true;
  }
  return false;
}
bool is_excepted(const accepted_command& it, const rules::guard_rule& guard) {
  return !it.by.is_user() || observed::holds_one(it.before, it.by.user, {}, guard.except);
}

/// D12.
bool organization_without_admin(const accepted_command& it) {
  if (is_excepted(it, it.before.book().guards.last_organization_admin)) return false;
  return observed::any_of(it.before.organizations, [&](organization_id which) {
    return has_admin(it.before, which) && !has_admin(it.after, which);
  });
}
bool workspace_without_admin(const accepted_command& it) {
  if (is_excepted(it, it.before.book().guards.last_workspace_admin)) return false;
  return observed::any_of(it.before.workspaces, [&](workspace_id which) {
    return it.after.workspaces[which].status != workspace::status::archived && has_admin(it.before, which) &&
           !has_admin(it.after, which);
  });
}

/// D46: whatever grew is within its limit.
bool beyond_limit(const accepted_command& it) {
  const auto& limits = it.after.book().limits;
  const auto breaks = [](std::optional<std::uint32_t> limit, std::uint32_t was, std::uint32_t is) {
    return limit && is > was && is > *limit;
  };
  return observed::any_of(it.after.workspaces, [&](workspace_id which) {
    const auto& is = it.after.workspaces[which];
    const auto was = it.before.workspaces.has(which) ? it.before.workspaces[which] : workspace::state{};
    const auto listed = observed::listed(it.after, which);
    const auto listed_before = it.before.workspaces.has(which) ? observed::listed(it.before, which) : 0;
    return breaks(limits.members_per_workspace, listed_before, listed) ||
           breaks(limits.open_invitations_per_workspace, was.open_invitations, is.open_invitations);
  });
}

}  // namespace

std::vector<goal> goals_about_workspaces() {
  using enum area;
  return {
      {"active_before_all_accepted",
       "A sealed workspace became active although an invitee had not accepted.",
       {workspaces, invitations},
       active_before_all_accepted},
      {"beyond_limit",
       "A workspace grew beyond a limit of the rulebook.",
       {workspaces, membership, invitations},
       beyond_limit},
      {"blank_or_endless_text",
       "A workspace has a blank name, or a name or description of any length.",
       {workspaces, settings},
       blank_or_endless_text},
      {"change_after_archive",
       "A workspace, or something in it, changed after it was archived.",
       {directory, workspaces, membership, invitations, policies, settings, assets, jobs, runs},
       change_after_archive},
      {"credential_out_of_place",
       "A credential was asked for where the kind of workspace has none.",
       {workspaces, settings},
       credential_out_of_place},
      {"fixed_policy_changed",
       "A policy changed that was fixed when the workspace was created.",
       {membership, invitations, policies},
       fixed_policy_changed},
      {"keeps_a_secret",
       "A property whose name says that it is a secret was kept in the log.",
       {settings},
       keeps_a_secret},
      {"organization_without_admin",
       "Somebody left an organization without an administrator.",
       {directory},
       organization_without_admin},
      {"sealed_list_changed",
       "The list of members of a sealed workspace changed after it had become active.",
       {directory, membership, invitations},
       sealed_list_changed},
      {"sealed_name_changed", "A sealed workspace got another name.", {settings}, sealed_name_changed},
      {"template_out_of_place",
       "A template was added where the kind of workspace has none.",
       {settings},
       template_out_of_place},
      {"use_while_pending",
       "A job, a run or an asset came into a workspace that waits for its members.",
       {workspaces, invitations, assets, jobs, runs},
       use_while_pending},
      {"workspace_without_admin",
       "Somebody left a workspace without an administrator.",
       {directory, membership},
       workspace_without_admin},
  };
}

}  // namespace charter::inline v0::analysis
