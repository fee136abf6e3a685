// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From the realm to the words of the check index. What `effective` asks about a thing and no word has would
/// be a wrong answer; a property test compares the two.

#include <cstddef>
#include <optional>

#include "charter/access/index/standings.hpp"
#include "charter/access/index/words.hpp"
#include "charter/access/sight.hpp"
#include "charter/realm/realm.hpp"
#include "charter/realm/reviews.hpp"

namespace charter::inline v0::index {

/// When a word stops being true by itself, if ever.
using expiry = std::optional<instant>;

inline void end_sooner(expiry& so_far, expiry next) {
  if (next && (!so_far || *next < *so_far)) so_far = next;
}

inline word user_word_of(const realm& world, user_id which, standings& numbers, expiry& ends) {
  const auto& it = world.users[which];
  word out = user_word::known::put(1) | user_word::active::put(it.status == user::status::active);
  bool plain = which.value < most_ids && it.standing->organizations.size() <= 1;
  for (const auto& each : it.standing->roles) {
    if (!each.until || *each.until <= world.now) continue;
    plain = false;
    end_sooner(ends, each.until);
  }
  if (!plain) return out;
  const auto number = numbers.number_of(*it.standing, world.now);
  if (!number) return out;
  out |= user_word::plain::put(1);
  if (it.status == user::status::active) out |= user_word::standing::put(*number);
  if (!it.standing->organizations.empty())
    out |= user_word::organization::put(word{it.standing->organizations.front().value} + 1);
  return out;
}

inline word people_word_of(const workspace::state& it) {
  return people_word::owner::put(it.owner.value) | people_word::creator::put(it.creator.value);
}
inline word workspace_word_of(const realm& world, workspace_id which) {
  const auto& it = world.workspaces[which];
  const auto& creator = world.users[it.creator];
  const std::size_t at_owner = creator.belongs_to(it.owner);
  return workspace_word::creator_at_owner::put(at_owner) |
         workspace_word::creator_elsewhere::put(creator.standing->organizations.size() > at_owner) |
         workspace_word::known::put(1) | workspace_word::plain::put(which.value < most_ids) |
         workspace_word::status::put(static_cast<word>(it.status)) |
         workspace_word::run_mode::put(static_cast<word>(run_policy_in_force(world, which).mode)) |
         workspace_word::kind::put(it.kind.value);
}

/// What is the same for all rows of a workspace.
struct workspace_facts {
  workspace_id which;
  organization_id owner;
  user_id creator;
  approval::policy approval;
  runs::policy run;
  bool pending;

  workspace_facts(const realm& world, workspace_id it)
      : which(it),
        owner(world.workspaces[it].owner),
        creator(world.workspaces[it].creator),
        approval(approval_in_force(world, it)),
        run(run_policy_in_force(world, it)),
        pending(world.workspaces[it].status == workspace::status::pending) {}
};

/// `row`: the user's in that workspace, if it is listed.
inline word row_class_of(const realm& world, const workspace_facts& where, user_id who,
                         const membership::row* row, expiry& ends) {
  word out = 0;
  if (row) {
    const auto role = row->role ? row->role->value + word{1} : row_class::without_role;
    const auto lasting = row->suspended_by ? row_class::suspended : role;
    out |= row_class::membership::put(row->until ? row_class::timed : lasting);
    end_sooner(ends, row->until);
    out |= row_class::is_approver::put(approval::names(where.approval, who));
    out |= row_class::owner_is_own::put(world.users[who].belongs_to(where.owner));
    out |= row_class::is_creator::put(who == where.creator);
  }
  if (where.run.mode == rules::run_mode::specific)
    out |= row_class::in_run_policy::put(runs::names(where.run, who));
  if (!where.pending) return out;
  if (const auto invitation = latest_invitation(world, who, where.which)) {
    const auto status = world.invitations[*invitation].status;
    out |=
        row_class::invited::put(status != invitation::status::revoked && status != invitation::status::void_);
  }
  return out;
}

inline word people_word_of(const job::state& it) {
  return people_word::owner::put(it.workspace.value) | people_word::creator::put(it.creator.value);
}
/// Without the judgement of a review that is going on: that is made when somebody asks.
inline word job_word_of(const realm& world, job_id which) {
  const auto& it = world.jobs[which];
  const auto out = job_word::known::put(1) | job_word::discarded::put(it.status == job::status::discarded);
  const bool is_reviewed =
      kind_of(world, it.workspace).approval && it.status == job::status::in_review && !it.held;
  if (is_reviewed) return out;
  return out | job_word::settled::put(1) | job_word::approved::put(is_approved(world, it, world.now));
}
/// With it. It is true until the workspace moves on, unless somebody's membership has an end. Cost:
/// O(members).
inline word judged_job_word_of(const realm& world, job_id which) {
  const auto& it = world.jobs[which];
  const auto& workspace = world.workspaces[it.workspace];
  auto out = job_word_of(world, which);
  if (job_word::settled::get(out)) return out;
  out |= job_word::review_revision::put(workspace.review_revision);
  for (const auto& row : workspace.members)
    if (row.listed(world.now) && row.until) return out | job_word::timed::put(1);
  return out | job_word::judged::put(1) | job_word::approved::put(is_approved(world, it, world.now));
}

inline word run_word_of(const run::state& it) {
  return run_word::job::put(word{it.job.value} + 1) | run_word::started_by::put(it.started_by.value);
}

}  // namespace charter::inline v0::index
