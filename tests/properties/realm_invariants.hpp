// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What holds of every realm that decide and fold have made, whatever happened: counters, lists and indexes
/// agree with what they count and list.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "charter/base/text.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/members.hpp"
#include "charter/realm/reviews.hpp"
#include "drive.hpp"

namespace properties {

class realm_inspection {
 public:
  explicit realm_inspection(const charter::realm& world) : world_(world) {}

  /// Fails with the first thing that is not as it should be.
  void run() {
    for_each(world_.organizations, [&](charter::organization_id it) { check(it); });
    for_each(world_.users, [&](charter::user_id it) { check(it); });
    for_each(world_.workspaces, [&](charter::workspace_id it) { check(it); });
    for_each(world_.invitations, [&](charter::invitation_id it) { check(it); });
    for_each(world_.assets, [&](charter::asset_id it) { check(it); });
    for_each(world_.jobs, [&](charter::job_id it) { check(it); });
    for_each(world_.runs, [&](charter::run_id it) { check(it); });
    check_names();
    check_log();
  }

 private:
  template <class Id, class State, class Visit>
  static void for_each(const charter::registry<Id, State>& all, Visit&& visit) {
    for (std::uint32_t i = 0; i < all.all.size(); ++i) visit(Id{i});
    all.keys.for_each([&](const std::string& key, Id it) {
      if (!all.has(it) || !charter::is_key(key)) fail("a key of nothing: " + key);
    });
  }
  template <class Id>
  static void must(bool holds, Id which, const char* what) {
    if (!holds) fail(charter::to_text(which) + ": " + what);
  }
  template <class List>
  static bool each_once(const List& all) {
    std::set<std::uint32_t> seen;
    for (const auto& each : all)
      if (!seen.insert(each.value).second) return false;
    return true;
  }
  template <class List, class T>
  static bool has(const List& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  }

  void check(charter::organization_id which) {
    const auto& it = world_.organizations[which];
    std::uint32_t users = 0, workspaces = 0;
    for (std::uint32_t i = 0; i < world_.users.all.size(); ++i) {
      if (!world_.users.all[i].belongs_to(which)) continue;
      ++users;
      must(has(it.joined, charter::user_id{i}), which, "somebody belongs who never joined");
    }
    for (std::uint32_t i = 0; i < world_.workspaces.all.size(); ++i) {
      if (world_.workspaces.all[i].owner != which) continue;
      workspaces += !world_.workspaces.all[i].archived();
      must(has(it.owned, charter::workspace_id{i}), which, "a workspace is not in the owner's list");
    }
    must(it.users == users, which, "counts users wrongly");
    must(it.workspaces == workspaces, which, "counts workspaces wrongly");
    must(each_once(it.owned) && each_once(it.assets), which, "lists something twice");
  }

  void check(charter::user_id which) {
    const auto& it = world_.users[which];
    const auto& standing = *it.standing;
    must(each_once(standing.organizations), which, "belongs to an organization twice");
    for (const auto& held : standing.roles) {
      must(it.belongs_to(held.organization), which, "holds a role where it does not belong");
      must(held.counts(world_.now), which, "holds a role that has ended");
      must(!world_.rules->is_workspace_role(held.role), which, "holds a workspace role in an organization");
      must(!world_.rules->role(held.role).default_, which, "was assigned a default role");
    }
    must(it.status == charter::user::status::active || standing.roles.empty(), which,
         "is deactivated and holds roles");
    if (const auto most = world_.book().directory.organizations_per_user)
      must(standing.organizations.size() <= *most, which, "belongs to too many organizations");
    must(charter::find(world_, charter::ref<charter::user_id>(it.profile->email)) == which, which,
         "is not found by its address");
    must(each_once(it.workspaces) && each_once(it.invitations), which, "lists something twice");
    for (const auto each : it.workspaces)
      must(world_.find_row(each, which) != nullptr, which, "lost its row");
    for (const auto each : it.invitations)
      must(world_.invitations[each].user == which, which, "has an invitation of somebody else");
  }

  /// The names of unarchived workspaces are counted, each where it is and nothing else.
  void check_names() {
    std::map<std::pair<charter::organization_id, std::string>, std::uint32_t> counted;
    for (const auto& each : world_.workspaces.all)
      if (!each.archived()) ++counted[{each.owner, each.details->name}];
    if (counted.size() != world_.workspace_names.size())
      fail("names of workspaces are kept that nobody bears");
    for (const auto& [name, count] : counted) {
      const auto* kept = world_.workspace_names.find(name);
      if (!kept || *kept != count) fail("the name is counted wrongly: " + name.second);
    }
  }

  void check(charter::workspace_id which) {
    const auto& it = world_.workspaces[which];
    check_members(which, it);
    std::uint32_t open = 0, awaited = 0;
    for (const auto each : it.invitations) {
      const auto status = world_.invitations[each].status;
      open += status == charter::invitation::status::pending;
      awaited += status != charter::invitation::status::accepted;
      must(world_.invitations[each].workspace == which, which, "lists a foreign invitation");
    }
    must(it.open_invitations == open, which, "counts open invitations wrongly");
    must(!it.archived() || open == 0, which, "is archived with open invitations");
    if (it.sealed()) {
      must(it.awaited == awaited, which, "counts awaited invitations wrongly");
      if (!it.archived())
        must((it.status == charter::workspace::status::active) == (awaited == 0), which,
             "is pending without anybody awaited, or active with somebody");
    } else {
      must(it.status != charter::workspace::status::pending, which, "is open and pending");
    }
    check_policies(which, it);
    must(each_once(it.jobs) && each_once(it.runs) && each_once(it.assets), which, "lists something twice");
    must(it.archived() || charter::kind_of(world_, which).credential == (it.credential_generation > 0), which,
         "has no credential, or one that its kind has not");
  }

  void check_members(charter::workspace_id which, const charter::workspace::state& it) {
    std::uint32_t listed = 0;
    std::set<charter::user_id> people;
    for (std::uint32_t i = 0; i < it.members.size(); ++i) {
      const auto& row = it.members[i];
      must(has(world_.users[row.user].workspaces, which), which, "has a row that its user does not know");
      if (row.ended) continue;
      ++listed;
      must(people.insert(row.user).second, which, "lists somebody twice");
      must(world_.find_row(which, row.user) == &row, which, "finds an ended row before the listed one");
      must(row.listed(world_.now), which, "lists a membership that has ended");
      must(row.role.has_value() == world_.book().creation.creator_role.has_value(), which,
           "lists a member without the role that memberships carry");
      if (it.sealed()) must(!row.until, which, "is sealed and has a membership with an end");
      if (it.sealed()) continue;
      must(!row.suspended_by, which, "is open and has a suspended member");
      must(world_.users[row.user].status == charter::user::status::active, which,
           "is open and lists the deactivated");
    }
    must(it.listed == listed, which, "counts members wrongly");
  }

  void check_policies(charter::workspace_id which, const charter::workspace::state& it) {
    const auto is_party = [&](charter::user_id user) {
      if (charter::listed_row(world_, which, user, world_.now)) return true;
      return it.sealed() && std::any_of(it.invitations.begin(), it.invitations.end(),
                                        [&](auto each) { return world_.invitations[each].user == user; });
    };
    const auto& policies = *it.policies;
    if (policies.approval && policies.approval->groups)
      for (const auto& group : *policies.approval->groups) {
        must(each_once(group.members), which, "has somebody twice in a group");
        for (const auto user : group.members) must(is_party(user), which, "has a stranger in a group");
      }
    if (policies.run && policies.run->users)
      for (const auto user : *policies.run->users) must(is_party(user), which, "lets a stranger run");
  }

  void check(charter::invitation_id which) {
    const auto& it = world_.invitations[which];
    must(it.status == it.status_at(world_.now), which, "has expired and does not say so");
    if (it.user) {
      must(has(world_.users[*it.user].invitations, which), which, "is unknown to the invitee");
      return;
    }
    const auto* held = world_.held_invitations.find(charter::ascii_lower(it.to->email));
    must(held && has(*held, which), which, "is not held for its address");
    must(!charter::find_by_email(world_, it.to->email), which, "is held for an address that has an account");
  }

  void check(charter::asset_id which) {
    const auto& it = world_.assets[which];
    must(!it.removed || it.shared_to->empty(), which, "is removed and shared");
    must(each_once(*it.shared_to) && each_once(it.used_by), which, "lists something twice");
    for (const auto each : *it.shared_to)
      must(has(world_.workspaces[each].assets, which), which, "is shared where nobody knows it");
  }

  void check(charter::job_id which) {
    const auto& it = world_.jobs[which];
    std::set<charter::user_id> deciders;
    for (const auto& row : *it.decisions) {
      must(deciders.insert(row.user).second, which, "was decided twice by one person");
      must(row.revision == it.revision, which, "keeps a decision on another revision");
      must(!row.automatic || row.user == it.creator, which, "was approved automatically by somebody else");
    }
    must(it.status != charter::job::status::draft || deciders.empty(), which, "is a draft with decisions");
    must(it.status != charter::job::status::discarded || it.runs.empty(), which, "is discarded with runs");
    must(has(world_.workspaces[it.workspace].jobs, which), which, "is not in its workspace's list");
    for (const auto& use : it.content->uses)
      must(has(world_.assets[use.asset].used_by, which), which, "uses what does not know it");
    // Once archived, what was approved stays so, whoever goes.
    const bool settled = world_.workspaces[it.workspace].archived();
    if (!settled && charter::shown_status(world_, it, world_.now) == charter::job::status::approved)
      check_approved(which, it);
  }
  /// Counted without approval.hpp: every listed member, or enough of each group.
  void check_approved(charter::job_id which, const charter::job::state& it) {
    must(!it.held, which, "is held and approved");
    const auto approves = [&](charter::user_id user) {
      const auto* row = charter::member_row(world_, it.workspace, user, world_.now);
      return row && std::any_of(it.decisions->begin(), it.decisions->end(), [&](const auto& decision) {
               return decision.user == user && decision.decision == charter::approval::verdict::approve;
             });
    };
    if (world_.workspaces[it.workspace].listed == 1 && world_.book().approval.single_party_exempt) return;
    const auto policy = charter::approval_in_force(world_, it.workspace);
    const bool creator_counts = world_.book().approval.creator_approves;
    if (policy.mode == charter::approval::approval_mode::all)
      charter::for_each_listed(world_, it.workspace, world_.now, [&](const auto& row) {
        must(approves(row.user) || (row.user == it.creator && !creator_counts), which,
             "lacks an approval of all");
      });
    else
      for (const auto& group : policy.groups.value_or(std::vector<charter::approval::group>{}))
        must(std::count_if(group.members.begin(), group.members.end(),
                           [&](auto user) {
                             return approves(user) && (creator_counts || user != it.creator);
                           }) >= group.minimum,
             which, "lacks approvals of a group");
  }

  void check(charter::run_id which) {
    const auto& it = world_.runs[which];
    must(it.workspace == world_.jobs[it.job].workspace, which, "is in another workspace than its job");
    must(has(world_.jobs[it.job].runs, which), which, "is unknown to its job");
  }

  void check_log() {
    if (world_.entries.size() != world_.head) fail("the log entries are not one a record");
    if (world_.mail.size() != world_.users.all.size()) fail("the mailboxes are not one a user");
    for (const auto& box : world_.mail)
      if (box.read_up_to > box.rows.size()) fail("a notice was read before it came");
    if (world_.command_ids.size() != world_.command_id_at.size())
      fail("command ids are remembered in one way only");
    if (world_.command_ids.size() > world_.book().idempotency.window)
      fail("more command ids than the window holds");
    if (world_.emails.size() != world_.users.all.size()) fail("the addresses are not one a user");
  }

  const charter::realm& world_;
};

}  // namespace properties
