// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Events of the job and run rooms, applied.

#include <algorithm>
#include <utility>

#include "charter/machines/job/rules.hpp"
#include "charter/machines/run/rules.hpp"
#include "charter/realm/apply/stamp.hpp"
#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"
#include "charter/realm/reviews.hpp"

namespace charter::inline v0 {

struct job_events {
  static void on(realm& world, const job::created& what, const stamp&) {
    job::state made;
    made.workspace = what.workspace;
    made.creator = what.creator;
    made.content = job::content{what.key.value_or(""), what.name, what.content_digest, what.uses};
    world.jobs.add(std::move(made), what.key.value_or(""));
    world.workspaces.edit(what.workspace).jobs.push_back(what.job);
    remember_uses(world, what.job, what.uses);
  }
  static void on(realm& world, const job::edited& what, const stamp&) {
    job::machine::apply(world.jobs.edit(what.job), what);
    if (what.uses) remember_uses(world, what.job, *what.uses);
  }
  /// What was approved stays so; only what was still under review is closed (D07).
  static void on(realm& world, const jobs::closed& what, const stamp& when) {
    const auto all = world.workspaces[what.workspace].jobs;
    for (const auto each : all)
      if (shown_status(world, world.jobs[each], when.at) == job::status::in_review)
        job::machine::close(world.jobs.edit(each));
  }
  static void on(realm& world, const reviews::reevaluated& what, const stamp&) {
    for (const auto each : what.restarted)
      job::machine::restart(world.jobs.edit(each), world.book().approval.creator_approves);
    for (const auto each : what.held) job::machine::hold(world.jobs.edit(each));
  }
  /// All the rest changes one job and no index.
  template <class Event>
  requires(detail::is_alternative<Event, job::event>::value) static void on(realm& world, const Event& what,
                                                                            const stamp&) {
    job::machine::apply(world.jobs.edit(what.job), what);
  }

 private:
  static void remember_uses(realm& world, job_id job, const std::vector<job::use>& uses) {
    for (const auto& each : uses) {
      const auto& known = world.assets[each.asset].used_by;
      if (std::find(known.begin(), known.end(), job) == known.end())
        world.assets.edit(each.asset).used_by.push_back(job);
    }
  }
};

struct run_events {
  static void on(realm& world, const run::started& what, const stamp&) {
    run::state made;
    made.job = what.job;
    made.workspace = world.jobs[what.job].workspace;
    made.started_by = what.started_by;
    made.attested = what.attested;
    made.details = run::details{what.key.value_or(""), ""};
    const auto workspace = made.workspace;
    world.runs.add(std::move(made), what.key.value_or(""));
    world.jobs.edit(what.job).runs.push_back(what.run);
    world.workspaces.edit(workspace).runs.push_back(what.run);
  }
  static void on(realm& world, const run::reported& what, const stamp&) {
    run::machine::apply(world.runs.edit(what.run), what);
  }
  static void on(realm& world, const run::cancelled& what, const stamp&) {
    run::machine::apply(world.runs.edit(what.run), what);
  }
  static void on(realm& world, const runs::cancelled& what, const stamp&) {
    if (what.workspace) {
      const auto all = world.workspaces[*what.workspace].runs;
      for (const auto each : all) cancel(world, each, what.dataset.has_value());
    }
    if (what.dataset) {
      const auto users = world.assets[*what.dataset].used_by;
      for (const auto job : users)
        if (uses(world.jobs[job], *what.dataset))
          for (const auto each : world.jobs[job].runs) cancel(world, each, true);
    }
  }
  static void on(realm& world, const attestation::recorded& what, const stamp& when) {
    attestation::state made;
    made.run = what.run;
    made.at = when.at;
    made.key = what.key.value_or("");
    made.digest = what.digest;
    world.attestations.add(std::move(made), what.key.value_or(""));
    const auto owner = world.workspaces[world.runs[what.run].workspace].owner;
    world.organizations.edit(owner).attestations.push_back(what.attestation);
  }

  static bool uses(const job::state& job, asset_id asset) {
    return std::any_of(job.content->uses.begin(), job.content->uses.end(),
                       [&](const job::use& each) { return each.asset == asset; });
  }

 private:
  static void cancel(realm& world, run_id which, bool queued_only) {
    const auto& it = world.runs[which];
    if (it.finished() || (queued_only && it.status != run::status::queued)) return;
    run::machine::apply(world.runs.edit(which), run::cancelled{which});
  }
};

}  // namespace charter::inline v0
