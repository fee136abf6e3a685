// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about runs and attestations.

#include <optional>
#include <string>
#include <utility>

#include "job.hpp"

namespace charter::inline v0::testing::moves {

inline std::optional<asked> start_run(chooser& c) {
  const auto free = c.open_to(permissions::run_start, c.world.jobs, [&](job_id it) {
    return c.active(c.world.jobs[it].workspace) && c.world.jobs[it].status != job::status::discarded;
  });
  if (!free || !c.room(c.world.runs.all.size(), 60)) return {};
  run::start out{maybe_key(c, c.world.runs), c.name(free->it), {}};
  if (c.chance(30)) out.attested = c.chance(50);
  return asked{free->as, out};
}

/// Now and then backwards, or of a run that has ended.
inline std::optional<asked> report_run(chooser& c) {
  auto as = c.party(actor::host());
  const auto which =
      c.any(c.world.runs, [&](run_id it) { return !c.world.runs[it].finished() || c.chance(3); });
  if (!as || !which) return {};
  const auto status = c.world.runs[*which].status == run::status::running && !c.careless
                          ? (c.chance(70) ? run::progress::succeeded : run::progress::failed)
                          : static_cast<run::progress>(c.below(3));
  return asked{*as, run::report{c.name(*which), status, maybe_line(c, "Note", 30)}};
}

inline std::optional<asked> cancel_run(chooser& c) {
  const auto free = c.open_to(permissions::run_cancel, c.world.runs, [&](run_id it) {
    return !c.world.runs[it].finished() && c.active(c.world.runs[it].workspace);
  });
  return free ? std::optional(asked{free->as, run::cancel{c.name(free->it)}}) : std::nullopt;
}

inline std::optional<asked> record_attestation(chooser& c) {
  auto as = c.party(actor::host());
  const auto which = c.any(c.world.runs, [](run_id) { return true; });
  if (!as || !which || !c.room(c.world.attestations.all.size(), 20)) return {};
  return asked{*as, attestation::record{maybe_key(c, c.world.attestations), c.name(*which), a_digest(c)}};
}

}  // namespace charter::inline v0::testing::moves
