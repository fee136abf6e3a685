// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/electorate.hpp"

#include <algorithm>

#include "charter/access/effective.hpp"
#include "charter/access/refusals.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/reviews.hpp"

namespace charter::inline v0::analysis {

namespace {

bool is_listed(const electorate& it, user_id user) {
  return std::any_of(it.members.begin(), it.members.end(),
                     [&](const elector& each) { return each.user == user; });
}

/// A membership that has come to its end takes the places in groups with it; the next command writes that
/// down (D45).
void drop_ended(const realm& world, workspace_id workspace, instant at, approval::policy& from) {
  if (!from.groups) return;
  for (auto& group : *from.groups)
    std::erase_if(group.members, [&](user_id user) {
      const auto* row = world.find_row(workspace, user);
      return row && !row->listed(at);
    });
}

/// Those whose answer a pending workspace waits for.
void add_invitees(const realm& world, workspace_id workspace, instant at, electorate& out) {
  for (const auto each : world.workspaces[workspace].invitations) {
    const auto& invitation = world.invitations[each];
    const auto status = invitation.status_at(at);
    const bool is_open = status == invitation::status::pending || status == invitation::status::expired;
    if (is_open && invitation.user && !is_listed(out, *invitation.user))
      out.members.push_back({*invitation.user, world.users[*invitation.user].status == user::status::active});
  }
}

void add_names(const realm& world, electorate& out) {
  const auto add = [&](user_id user) {
    if (world.users.has(user)) out.names.try_emplace(user, label(world, user));
  };
  for (const auto& each : out.members) add(each.user);
  if (!out.in_force.groups) return;
  for (const auto& group : *out.in_force.groups)
    for (const auto user : group.members) add(user);
}

refusal nothing_to_approve(std::string message) { return refuse("nothing_to_approve", std::move(message)); }

result<electorate> read(const realm& world, workspace_id workspace, instant at) {
  if (!world.workspaces.has(workspace)) return tl::make_unexpected(not_found("workspace"));
  const auto& there = world.workspaces[workspace];
  if (there.archived())
    return tl::make_unexpected(
        nothing_to_approve("The workspace is archived, and nothing in it is approved any more."));
  if (!kind_of(world, workspace).approval)
    return tl::make_unexpected(
        nothing_to_approve("Work of this kind needs no approval; there is no quorum to look at."));
  electorate out;
  out.about = label(world, workspace);
  out.in_force = approval_in_force(world, workspace);
  out.rules = world.book().approval;
  out.on_leaving = there.sealed() ? departure::inactive : departure::unlisted;
  out.policy_is_fixed = there.policies_fixed;
  drop_ended(world, workspace, at, out.in_force);
  for (const auto& each : voters(world, workspace, at)) out.members.push_back({each.user, each.active});
  if (there.status == workspace::status::pending) add_invitees(world, workspace, at, out);
  add_names(world, out);
  return out;
}

}  // namespace

std::string electorate::name_of(user_id user) const {
  const auto found = names.find(user);
  return found == names.end() ? to_text(user) : found->second;
}

result<electorate> electorate_of(const realm& world, workspace_id workspace, instant at) {
  return read(world, workspace, std::max(at, world.now));
}

result<electorate> electorate_of(const realm& world, job_id job, instant at) {
  at = std::max(at, world.now);
  if (!world.jobs.has(job) || world.jobs[job].status == job::status::discarded)
    return tl::make_unexpected(not_found("job"));
  const auto& it = world.jobs[job];
  auto out = read(world, it.workspace, at);
  if (!out) return out;
  if (it.status != job::status::in_review)
    return tl::make_unexpected(
        refuse("not_in_review", "The job is not in review; ask for its approval first."));
  out->about = label(world, job);
  out->creator = it.creator;
  out->held = it.held;
  for (const auto& each : *it.decisions)
    if (each.revision == it.revision) out->ballots.push_back({each.user, each.decision, each.automatic});
  for (auto& each : out->members)
    each.may_decide = effective(world, {each.user, permissions::job_decide, job, at}).allowed();
  return out;
}

}  // namespace charter::inline v0::analysis
