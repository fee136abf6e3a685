// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands about runs and attestations (R139, R151, R152, D24, D33).

#include "charter/command/texts.hpp"
#include "charter/command/turn.hpp"
#include "charter/command/uses.hpp"
#include "charter/machines/run/rules.hpp"

namespace charter::inline v0 {

struct run_commands {
  static objection on(turn& t, const run::start& c) {
    job_id it;
    if (auto no = t.enter(c.job, permissions::run_start, it)) return no;
    if (auto no = texts::check_key(t.world.runs, c.key)) return no;
    const auto& job = t.world.jobs[it];
    // The grant may leave the condition out; work that needs approval never runs without it (R030, D23).
    if (!is_approved(t.world, job, t.now))
      return denied(t.world, permissions::run_start, {denial::not_approved}, "job");
    if (auto no = uses::check(t.world, job.workspace, job.content->uses)) return no;
    t.emit(run::started{t.world.runs.next(), c.key, it, c.attested.value_or(false), t.by.user});
    return {};
  }

  static objection on(turn& t, const run::report& c) {
    run_id it;
    if (auto no = find_for_host(t, c.run, "run.report", it)) return no;
    if (c.note)
      if (auto no = texts::check_line("note", *c.note)) return no;
    if (auto no = run::machine::decide_report(t.world.runs[it], c.status)) return no;
    t.emit(run::reported{it, c.status, c.note});
    return {};
  }

  static objection on(turn& t, const run::cancel& c) {
    run_id it;
    if (auto no = t.enter(c.run, permissions::run_cancel, it)) return no;
    if (auto no = run::machine::decide_cancel(t.world.runs[it])) return no;
    t.emit(run::cancelled{it});
    return {};
  }

  static objection on(turn& t, const attestation::record& c) {
    run_id it;
    if (auto no = find_for_host(t, c.run, "attestation.record", it)) return no;
    if (auto no = texts::check_key(t.world.attestations, c.key)) return no;
    if (auto no = texts::check_line("digest", c.digest)) return no;
    t.emit(attestation::recorded{t.world.attestations.next(), c.key, it, c.digest});
    return {};
  }

 private:
  /// The host reports facts, whatever state the workspace is in; nobody else may.
  static objection find_for_host(const turn& t, const ref<run_id>& name, std::string_view what, run_id& out) {
    if (auto no = t.find(name, out)) return no;
    if (t.is_host()) return {};
    if (t.by.is_user() &&
        effective(t.world, {t.by.user, permissions::run_view, out, t.now}).why == denial::not_found)
      return not_found("run");
    return forbidden(what);
  }
};

}  // namespace charter::inline v0
