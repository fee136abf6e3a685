// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Holds what one record did to every thing against the machines' own tables.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "charter/access/queries/rulebook.hpp"
#include "charter/realm/reviews.hpp"
#include "drive.hpp"

namespace properties {

/// The rows that were taken, "job draft --job.discard--> discarded".
using rows_taken = std::set<std::string>;

inline std::string row_text(std::string_view machine, const charter::queries::transition_row& row) {
  return std::string(machine) + " " + row.from + " --" + row.on + "--> " + row.to;
}

class lifecycle_watch {
 public:
  /// What `record` may take: rows of its command, of a batch's commands, of its events, of what a run is
  /// reported to be.
  lifecycle_watch(const charter::command& asked, const charter::record& what, rows_taken& taken)
      : what_(what), taken_(taken) {
    triggers_.insert(what.command);
    if (const auto* several = asked.get_if<charter::batch>(); several && what.command == "batch")
      for (const auto& each : several->commands) triggers_.insert(std::string(each.name()));
    for (const auto& each : what.events) {
      triggers_.insert(std::string(charter::name_of(each)));
      if (const auto* it = each.get_if<charter::run::reported>())
        triggers_.insert(std::string(charter::to_text(it->status)));
      if (const auto* it = each.get_if<charter::invitation::reissued>())
        reissued_.insert(it->invitation.value);
    }
  }

  void compare(const charter::realm& before, const charter::realm& after) {
    using namespace charter;
    const auto of_status = [](const auto& it) { return it.status; };
    compare_all("workspace", before.workspaces.all, after.workspaces.all, workspace::lifecycle, of_status,
                of_status);
    compare_all("user", before.users.all, after.users.all, user::lifecycle, of_status, of_status);
    compare_all("run", before.runs.all, after.runs.all, run::lifecycle, of_status, of_status);
    compare_all(
        "job", before.jobs.all, after.jobs.all, job::lifecycle,
        [&](const job::state& it) { return shown_status(before, it, before.now); },
        [&](const job::state& it) { return shown_status(after, it, after.now); });
    compare_all("invitation", before.invitations.all, after.invitations.all, invitation::lifecycle, of_status,
                of_status);
    for (const auto each : reissued_)
      if (each < before.invitations.all.size() &&
          after.invitations.all[each].status == invitation::status::pending)
        take("invitation", queries::describe(invitation::lifecycle),
             charter::to_text(before.invitations.all[each].status), "pending");
  }

 private:
  /// A thing that is new begins in the first state.
  template <class Things, class Status, std::size_t N, class Before, class After>
  void compare_all(std::string_view machine, const Things& before, const Things& after,
                   const charter::transition<Status> (&rows)[N], Before&& status_before,
                   After&& status_after) {
    for (std::uint32_t i = 0; i < after.size(); ++i) {
      const auto from = i < before.size() ? status_before(before[i]) : Status{}, to = status_after(after[i]);
      if (from == to) continue;
      const auto table = charter::queries::describe(rows);
      take(machine, table, charter::to_text(from), charter::to_text(to));
      if (!leads_to(table, std::string(charter::to_text(from)), charter::to_text(to)))
        fail("record " + std::to_string(what_.at_position) + " " + what_.command + ": the " +
             std::string(machine) + " " + std::to_string(i) + " went from " +
             std::string(charter::to_text(from)) + " to " + std::string(charter::to_text(to)) +
             ", which no row allows");
    }
  }

  void take(std::string_view machine, const charter::queries::lifecycle_table& table, std::string_view from,
            std::string_view to) {
    for (const auto& row : table.transitions)
      if (row.from == from && row.to == to && triggers_.contains(row.on))
        taken_.insert(row_text(machine, row));
  }

  /// One record may take several rows: a request whose author's own approval suffices ends as approved.
  bool leads_to(const charter::queries::lifecycle_table& table, const std::string& from,
                std::string_view to) const {
    std::vector<std::string> reached{from};
    for (std::size_t at = 0; at < reached.size(); ++at)
      for (const auto& row : table.transitions)
        if (row.from == reached[at] && triggers_.contains(row.on) &&
            std::find(reached.begin(), reached.end(), row.to) == reached.end())
          reached.push_back(row.to);
    return std::find(reached.begin(), reached.end(), to) != reached.end();
  }

  const charter::record& what_;
  rows_taken& taken_;
  std::set<std::string> triggers_;
  std::set<std::uint32_t> reissued_;
};

}  // namespace properties
