// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a run goes: queued, running, finished (vocabulary, section 4, Run).

#include "charter/base/result.hpp"
#include "charter/machines/run/messages.hpp"
#include "charter/machines/run/state.hpp"

namespace charter::inline v0::run {

struct machine {
  /// A report backwards or of the same state changes nothing; a run that ended otherwise takes no other end.
  static objection decide_report(const state& it, progress to) {
    if (may_move(lifecycle, it.status, to_text(to))) return {};
    const bool backwards = to == progress::running || to_text(to) == to_text(it.status);
    if (it.status == status::cancelled || !backwards) return finished();
    return refuse("nothing_to_change", "The run has got that far already.");
  }
  static objection decide_cancel(const state& it) {
    if (may_move(lifecycle, it.status, cancel::message_name)) return {};
    return finished();
  }

  static void apply(state& it, const reported& what) {
    it.status = move(lifecycle, it.status, to_text(what.status));
    if (what.note) it.details.change([&](run::details& d) { d.note = *what.note; });
  }
  static void apply(state& it, const cancelled&) { it.status = status::cancelled; }

 private:
  static objection finished() {
    return refuse("run_already_finished", "The run has ended; nothing more can be done with it.");
  }
};

}  // namespace charter::inline v0::run
