// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about jobs and their review.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "asset.hpp"

namespace charter::inline v0::testing::moves {

namespace detail {

inline job::status shown(const chooser& c, job_id it) {
  return shown_status(c.world, c.world.jobs[it], c.now);
}

/// A job in one of these states, in an active workspace, to which somebody may do that.
inline std::optional<opening<job_id>> open_job(chooser& c, permission what,
                                               const std::vector<job::status>& states) {
  return c.open_to(what, c.world.jobs, [&](job_id it) {
    return c.active(c.world.jobs[it].workspace) &&
           std::find(states.begin(), states.end(), shown(c, it)) != states.end();
  });
}

/// What a job there may use: shared to the workspace, and for datasets covered by a policy.
inline std::vector<job::use_proposal> some_uses(chooser& c, workspace_id where) {
  std::vector<job::use_proposal> out;
  const auto& kind = kind_of(c.world, where);
  std::vector<asset_id> there;
  for (const auto each : c.world.workspaces[where].assets)
    if (c.slips() || (c.world.assets[each].is_shared_to(where) && takes(c, where, c.world.assets[each].type)))
      there.push_back(each);
  for (const auto each : c.some_of(there, 3)) {
    const auto& asset = c.world.assets[each];
    job::use_proposal use{c.name(each), {}};
    const bool needs_policy = asset.type == rules::asset_type::dataset && kind.data_policies;
    bool covered = !needs_policy || c.slips();
    for (const auto policy : asset.policies)
      if (const auto& it = c.world.data_policies[policy];
          !covered && it.covers(where, kind.work, {{{"age"}}})) {
        use.columns = c.chance(50) ? it.terms->columns : column_set{{{"age"}}};
        covered = true;
      }
    if (covered) out.push_back(std::move(use));
  }
  if (c.slips(10)) out.push_back({"none_such", {}});
  return out;
}

}  // namespace detail

inline std::optional<asked> create_job(chooser& c) {
  const auto free =
      c.open_to(permissions::job_create, c.world.workspaces, [&](workspace_id it) { return c.active(it); });
  if (!free || !c.room(c.world.jobs.all.size(), 60)) return {};
  job::create out;
  out.key = maybe_key(c, c.world.jobs);
  out.workspace = c.name(free->it);
  out.name = a_line(c, "Job");
  out.content_digest = a_digest(c);
  out.uses = detail::some_uses(c, free->it);
  return asked{free->as, out};
}

inline std::optional<asked> edit_job(chooser& c) {
  const auto free = detail::open_job(c, permissions::job_edit, {job::status::draft});
  if (!free) return {};
  job::edit out;
  out.job = c.name(free->it);
  out.name = maybe_line(c, "Job");
  out.content_digest = maybe_line(c, "sha256");
  if (c.chance(30)) out.uses = detail::some_uses(c, c.world.jobs[free->it].workspace);
  return asked{free->as, out};
}

inline std::optional<asked> request_approval(chooser& c) {
  const auto free = c.open_to(permissions::job_request_approval, c.world.jobs, [&](job_id it) {
    const auto where = c.world.jobs[it].workspace;
    return c.active(where) && (kind_of(c.world, where).approval || c.chance(5)) &&
           detail::shown(c, it) == job::status::draft;
  });
  return free ? std::optional(asked{free->as, job::request_approval{c.name(free->it)}}) : std::nullopt;
}

namespace detail {

/// Somebody who may decide on a job in review and has not yet.
template <class Verdict>
std::optional<asked> decide_on_job(chooser& c) {
  const auto which = c.any(c.world.jobs, [&](job_id it) {
    return c.active(c.world.jobs[it].workspace) && shown(c, it) == job::status::in_review;
  });
  if (!which) return {};
  const auto& job = c.world.jobs[*which];
  const auto has_decided = [&](user_id user) {
    return std::any_of(job.decisions->begin(), job.decisions->end(),
                       [&](const job::decision_row& row) { return row.user == user; });
  };
  auto as = c.slips() ? std::optional(c.anybody()) : c.some_user([&](user_id user) {
    return !has_decided(user) && effective(c.world, {user, permissions::job_decide, *which, c.now}).allowed();
  });
  if (!as) return {};
  const auto revision = c.slips(20) ? job.revision + 1 : job.revision;
  const bool silent = c.slips(30) || (Verdict::message_name == job::approve::message_name && c.chance(60));
  return asked{
      *as, Verdict{c.name(*which), revision, silent ? std::nullopt : std::optional(a_line(c, "Comment"))}};
}

}  // namespace detail

inline std::optional<asked> approve_job(chooser& c) { return detail::decide_on_job<job::approve>(c); }
inline std::optional<asked> reject_job(chooser& c) { return detail::decide_on_job<job::reject>(c); }

inline std::optional<asked> comment_on_job(chooser& c) {
  using enum job::status;
  const auto free = detail::open_job(c, permissions::job_review, {draft, in_review, approved, rejected});
  if (!free) return {};
  return asked{free->as, job::comment{c.name(free->it), a_line(c, "Comment")}};
}

inline std::optional<asked> return_job_to_draft(chooser& c) {
  using enum job::status;
  const auto free = detail::open_job(c, permissions::job_return_to_draft, {in_review, approved, rejected});
  return free ? std::optional(asked{free->as, job::return_to_draft{c.name(free->it)}}) : std::nullopt;
}

inline std::optional<asked> discard_job(chooser& c) {
  const auto free = c.open_to(permissions::job_discard, c.world.jobs, [&](job_id it) {
    const auto& job = c.world.jobs[it];
    return c.active(job.workspace) && job.status != job::status::discarded &&
           (job.runs.empty() || c.chance(10));
  });
  return free ? std::optional(asked{free->as, job::discard{c.name(free->it)}}) : std::nullopt;
}

}  // namespace charter::inline v0::testing::moves
