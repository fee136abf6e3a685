// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What one record may do to a realm, and what it may not.

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/access/holders.hpp"
#include "charter/realm/creates.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/reviews.hpp"
#include "drive.hpp"

namespace properties {

/// Compares a realm with what one record made of it.
class step_inspection {
 public:
  step_inspection(const charter::realm& before, const charter::realm& after, const charter::record& what)
      : before_(before), after_(after), what_(what) {}

  void run() {
    must(after_.head == before_.head + 1 && after_.head == what_.at_position, "the position is not next");
    must(after_.now >= before_.now && after_.now == what_.at, "time went back");
    check_ids();
    for (std::uint32_t i = 0; i < before_.workspaces.all.size(); ++i) {
      const charter::workspace_id it{i};
      if (before_.workspaces[it].archived()) check_archived(it);
      if (before_.workspaces[it].sealed()) check_sealed(it);
      check_lifecycle(it);
    }
    check_runs();
    if (changes_rules()) return;
    check_limits();
    if (what_.by.is_user()) check_guards();
  }

 private:
  void must(bool holds, const std::string& what) const {
    if (!holds) fail("record " + std::to_string(what_.at_position) + " " + what_.command + ": " + what);
  }
  bool is(std::string_view command) const { return what_.command == command; }
  bool changes_rules() const {
    return std::any_of(what_.events.begin(), what_.events.end(), [](const charter::event& each) {
      return charter::name_of(each).starts_with("realm.");
    });
  }

  /// What begins gets the next ordinal of its kind.
  void check_ids() const {
    for (const auto& each : what_.events)
      charter::visit_event(each, [&](const auto& one) {
        using event = std::remove_cvref_t<decltype(one)>;
        if constexpr (charter::detail::creates<event>::value) {
          const auto made = one.*charter::detail::creates<event>::id;
          must(made.value >= count_of(before_, made) && made.value < count_of(after_, made),
               "made " + charter::to_text(made) + ", which is not next");
        }
      });
  }
  static std::size_t count_of(const charter::realm& world, charter::organization_id) {
    return world.organizations.all.size();
  }
  static std::size_t count_of(const charter::realm& world, charter::user_id) {
    return world.users.all.size();
  }
  static std::size_t count_of(const charter::realm& world, charter::workspace_id) {
    return world.workspaces.all.size();
  }
  static std::size_t count_of(const charter::realm& world, charter::invitation_id) {
    return world.invitations.all.size();
  }
  static std::size_t count_of(const charter::realm& world, charter::asset_id) {
    return world.assets.all.size();
  }
  static std::size_t count_of(const charter::realm& world, charter::data_policy_id) {
    return world.data_policies.all.size();
  }
  static std::size_t count_of(const charter::realm& world, charter::job_id) { return world.jobs.all.size(); }
  static std::size_t count_of(const charter::realm& world, charter::run_id) { return world.runs.all.size(); }
  static std::size_t count_of(const charter::realm& world, charter::attestation_id) {
    return world.attestations.all.size();
  }

  /// D07: an archived workspace takes no change; its people may still go (D40), its runs be attested.
  void check_archived(charter::workspace_id which) const {
    const auto &was = before_.workspaces[which], &is_now = after_.workspaces[which];
    const auto name = charter::to_text(which) + " is archived and ";
    must(is_now.archived(), name + "came back");
    must(*was.details == *is_now.details, name + "its details changed");
    must(was.credential_generation == is_now.credential_generation, name + "got a credential");
    must(was.members.size() == is_now.members.size() && is_now.listed <= was.listed, name + "got a member");
    must(was.jobs.size() == is_now.jobs.size() && was.runs.size() == is_now.runs.size(), name + "got work");
    must(was.invitations.size() == is_now.invitations.size() && is_now.open_invitations == 0,
         name + "got an invitation");
    must(was.assets.size() == is_now.assets.size(), name + "got an asset");
    for (const auto each : was.jobs) {
      const auto &job = before_.jobs[each], &job_now = after_.jobs[each];
      must(*job.content == *job_now.content && *job.decisions == *job_now.decisions &&
               job.status == job_now.status,
           name + charter::to_text(each) + " changed");
    }
    for (const auto each : was.jobs)
      must(charter::shown_status(before_, before_.jobs[each], what_.at) ==
               charter::shown_status(after_, after_.jobs[each], what_.at),
           name + charter::to_text(each) + " shows another status");
    for (const auto each : was.runs)
      must(before_.runs[each].status == after_.runs[each].status, name + charter::to_text(each) + " moved");
  }

  /// D02: members and roles are fixed once it is active; while it is pending invitees only come.
  void check_sealed(charter::workspace_id which) const {
    const auto &was = before_.workspaces[which], &is_now = after_.workspaces[which];
    const auto name = charter::to_text(which) + " is sealed and ";
    must(is_now.sealed(), name + "was opened");
    if (was.status != charter::workspace::status::pending)
      must(was.members.size() == is_now.members.size(), name + "its list grew");
    for (std::uint32_t i = 0; i < was.members.size(); ++i) {
      const auto &row = was.members[i], &row_now = is_now.members[i];
      must(
          !row_now.ended && row.user == row_now.user && role_name(before_, row) == role_name(after_, row_now),
          name + "its list changed");
    }
    if (was.policies_fixed) must(*was.policies == *is_now.policies, name + "its policies changed");
  }
  static std::string role_name(const charter::realm& world, const charter::membership::row& row) {
    return row.role ? world.rules->role(*row.role).name : "";
  }

  void check_lifecycle(charter::workspace_id which) const {
    const auto was = before_.workspaces[which].status, is_now = after_.workspaces[which].status;
    must(was == is_now || is_now != charter::workspace::status::pending,
         charter::to_text(which) + " waits again");
    must(before_.workspaces[which].owner == after_.workspaces[which].owner,
         charter::to_text(which) + " changed hands");
    const auto &rows = before_.workspaces[which].members, &rows_now = after_.workspaces[which].members;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      must(!rows[i].ended || rows[i].user == rows_now[i].user,
           charter::to_text(which) + " forgot who was there");
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      must(!rows[i].ended || rows_now[i].ended, charter::to_text(which) + " took an ended row up again");
  }

  /// R030: what starts is approved when it starts; what has ended stays as it is.
  void check_runs() const {
    for (std::uint32_t i = 0; i < after_.runs.all.size(); ++i) {
      const auto& it = after_.runs.all[i];
      if (i < before_.runs.all.size()) {
        const auto& was = before_.runs.all[i];
        must(!was.finished() || was.status == it.status, "a run that had ended moved");
      } else if (is("run.start")) {
        must(charter::is_approved(before_, before_.jobs[it.job], what_.at),
             "a run of a job that is not approved");
        must(before_.workspaces[it.workspace].status == charter::workspace::status::active,
             "a run in no active workspace");
      }
    }
  }

  /// D46: whatever grew is within its limit.
  void check_limits() const {
    const auto& limits = after_.book().limits;
    const auto within = [&](std::optional<std::uint32_t> limit, std::uint32_t was, std::uint32_t is_now,
                            const char* name) {
      must(!limit || is_now <= was || is_now <= *limit, std::string("beyond the limit ") + name);
    };
    for (std::uint32_t i = 0; i < after_.workspaces.all.size(); ++i) {
      const auto& it = after_.workspaces.all[i];
      const auto was =
          i < before_.workspaces.all.size() ? before_.workspaces.all[i] : charter::workspace::state{};
      within(limits.members_per_workspace, was.listed, it.listed, "members_per_workspace");
      within(limits.open_invitations_per_workspace, was.open_invitations, it.open_invitations,
             "open_invitations");
    }
    for (std::uint32_t i = 0; i < after_.organizations.all.size(); ++i) {
      const auto& it = after_.organizations.all[i];
      const auto was = i < before_.organizations.all.size() ? before_.organizations.all[i]
                                                            : charter::organization::state{};
      within(limits.users_per_organization, was.users, it.users, "users_per_organization");
      within(limits.workspaces_per_organization, was.workspaces, it.workspaces,
             "workspaces_per_organization");
    }
  }

  /// D12: no user leaves an organization or a workspace without an administrator, save who may.
  void check_guards() const {
    const auto& guards = after_.book().guards;
    const auto excepted = [&](const charter::rules::guard_rule& guard) {
      return charter::holders::in_any_organization(before_, what_.by.user, guard.except, what_.at) ||
             charter::holders::in_any_organization(after_, what_.by.user, guard.except, what_.at);
    };
    const auto& of_organizations = guards.last_organization_admin;
    for (std::uint32_t i = 0; i < before_.organizations.all.size() && !excepted(of_organizations); ++i)
      must(!charter::holders::organization_has_one(before_, {i}, of_organizations.roles, what_.at) ||
               charter::holders::organization_has_one(after_, {i}, of_organizations.roles, what_.at),
           "left org_" + std::to_string(i) + " without an administrator");
    const auto& of_workspaces = guards.last_workspace_admin;
    for (std::uint32_t i = 0; i < before_.workspaces.all.size() && !excepted(of_workspaces); ++i)
      must(before_.workspaces.all[i].archived() || after_.workspaces.all[i].archived() ||
               !charter::holders::workspace_has_one(before_, {i}, of_workspaces.roles, what_.at) ||
               charter::holders::workspace_has_one(after_, {i}, of_workspaces.roles, what_.at),
           "left wsp_" + std::to_string(i) + " without an administrator");
  }

  const charter::realm& before_;
  const charter::realm& after_;
  const charter::record& what_;
};

}  // namespace properties
