// SPDX-License-Identifier: Apache-2.0
#include "alphabet.hpp"

#include <algorithm>
#include <utility>

#include "alphabet_builder.hpp"

namespace charter::inline v0::analysis {

bool presence::holds(const realm& world) const {
  const auto size = [&]() -> std::size_t {
    switch (of) {
      case kind::workspace:
        return world.workspaces.all.size();
      case kind::job:
        return world.jobs.all.size();
      case kind::run:
        return world.runs.all.size();
      case kind::asset:
        return world.assets.all.size();
      case kind::data_policy:
        return world.data_policies.all.size();
      case kind::invitation:
        break;
    }
    return world.invitations.all.size();
  }();
  return is_next ? size == at : size > at;
}

bool move::may_be_tried(const realm& world) const {
  return std::all_of(needs.begin(), needs.end(), [&](const presence& each) { return each.holds(world); });
}

namespace {

/// People who go may hold a review up where the rulebook says so (D15): that changes jobs. Moves about runs
/// have footprints of their own.
footprint usual_footprint(area of, const rules::rulebook& book) {
  using enum part;
  if (of == area::jobs) return {part_set(people, workspaces, assets, jobs), true};
  if (of == area::assets) return {part_set(people, workspaces, assets), true};
  return {part_set(people, workspaces), book.approval.shrinking_completes};
}

}  // namespace

std::vector<move> make_alphabet(const realm& start, const search_scope& within,
                                const std::vector<area>& areas) {
  alphabet_builder out(start, within);
  using add_moves = void (*)(alphabet_builder&);
  static constexpr std::pair<area, add_moves> all[] = {
      {area::directory, add_directory_moves},
      {area::workspaces, add_workspace_moves},
      {area::membership, add_membership_moves},
      {area::invitations, add_invitation_moves},
      {area::policies, add_policy_moves},
      {area::settings, add_settings_moves},
      {area::assets, add_asset_moves},
      {area::jobs, add_job_moves},
      {area::runs, add_run_moves},
  };
  for (const auto& [which, add] : all) {
    if (std::find(areas.begin(), areas.end(), which) == areas.end()) continue;
    out.area = which;
    out.footprint = usual_footprint(which, start.book());
    add(out);
  }
  return std::move(out.moves);
}

}  // namespace charter::inline v0::analysis
