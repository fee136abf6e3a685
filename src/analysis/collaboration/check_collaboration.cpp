// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "bridge_people.hpp"
#include "charter/access/effective.hpp"
#include "charter/access/queries/labels.hpp"
#include "charter/analysis/collaboration.hpp"
#include "charter/realm/lookup.hpp"

namespace charter::inline v0::analysis {

namespace {

finding describe(const realm& world, const bridge_person& it) {
  const auto user = label(world, it.user), one = label(world, it.one), other = label(world, it.other),
             where = label(world, it.where);
  finding out{severity::warning, "bridge_person", user, {}, {}, {}};
  out.message = user + " alone connects " + one + " and " + other + "; without " + user +
                " no chain of shared workspaces leads from one to the other.";
  out.witness =
      it.is_all_of_one ? std::vector{one, user, where, other} : std::vector{one, where, user, other};
  out.fix = "Bring somebody else of " + one + " or of " + other + " into a workspace that both work in.";
  return out;
}

finding describe_undecided(const realm& world, const std::vector<user_id>& people) {
  finding out{severity::note, "bridge_undecided", {}, {}, {}, {}};
  out.message =
      "Whether these people are bridges was not decided: too many pairs of organizations meet in "
      "several clusters.";
  out.witness = queries::labels(world, people);
  out.fix = "Ask for the bridges between two organizations that matter.";
  return out;
}

finding describe_isolated(const realm& world, workspace_id it, std::optional<user_id> alone) {
  const auto name = label(world, it);
  finding out{severity::note, "isolated_workspace", name, {}, {}, {}};
  out.message = alone ? label(world, *alone) + " is the only one at work in " + name + "."
                      : "Nobody is at work in " + name + ".";
  if (alone) out.witness.push_back(label(world, *alone));
  out.fix = "Bring people in, or archive the workspace.";
  return out;
}

void find_isolated(const realm& world, std::vector<finding>& out) {
  for (workspace_id each; world.workspaces.has(each); ++each.value) {
    if (world.workspaces[each].status != workspace::status::active) continue;
    std::optional<user_id> somebody;
    std::size_t people = 0;
    for_each_at_work(world, each, [&](const membership::row& row) {
      somebody = row.user;
      ++people;
    });
    if (people < 2) out.push_back(describe_isolated(world, each, somebody));
  }
}

/// Organizations that neither have the dataset nor own a place that it is shared to, each with who sees it,
/// and not by grace of the dataset's own organization, which knows whom it lets into its workspaces.
class far_reach {
 public:
  far_reach(const realm& world, asset_id which)
      : world_(world), which_(which), owners_{asset().organization} {
    for (const auto each : *asset().shared_to) owners_.push_back(world.workspaces[each].owner);
    for (const auto each : *asset().shared_to)
      if (world.workspaces[each].owner != asset().organization)
        for_each_at_work(world, each, [&](const membership::row& row) { look_at(each, row.user); });
  }

  bool empty() const { return found_.empty(); }
  finding describe() const {
    const auto name = label(world_, which_);
    finding out{severity::warning, "dataset_reaches_far", name, {}, {}, {}};
    out.message =
        name + " of " + label(world_, asset().organization) + " is seen by people of " +
        (found_.size() == 1 ? "an organization" : std::to_string(found_.size()) + " organizations") +
        " in a workspace that is neither's.";
    for (const auto& [organization, seen] : found_)
      out.witness.push_back(label(world_, organization) + ": " + label(world_, seen.first) + " in " +
                            label(world_, seen.second));
    out.fix =
        "Unshare the dataset from that workspace, or make sure that its owner knows who else works there.";
    return out;
  }

 private:
  const asset::state& asset() const { return world_.assets[which_]; }
  bool is_owner(organization_id it) const {
    return std::find(owners_.begin(), owners_.end(), it) != owners_.end();
  }
  void look_at(workspace_id where, user_id user) {
    const auto& own = world_.users[user].standing->organizations;
    if (std::any_of(own.begin(), own.end(), [&](organization_id each) { return is_owner(each); })) return;
    for (const auto each : own)
      if (!found_.contains(each) &&
          effective(world_, {user, permissions::dataset_view, target(which_, where)}).allowed())
        found_.emplace(each, std::pair(user, where));
  }

  const realm& world_;
  asset_id which_;
  std::vector<organization_id> owners_;
  std::map<organization_id, std::pair<user_id, workspace_id>> found_;
};

void find_far_datasets(const realm& world, std::vector<finding>& out) {
  for (asset_id each; world.assets.has(each); ++each.value) {
    const auto& it = world.assets[each];
    if (it.removed || it.type != rules::asset_type::dataset) continue;
    const far_reach found(world, each);
    if (!found.empty()) out.push_back(found.describe());
  }
}

}  // namespace

std::vector<finding> check_collaboration(const realm& world) {
  std::vector<finding> out;
  const work_graph graph(world);
  const auto bridges = find_bridge_people(world, graph);
  for (const auto& each : bridges.found) out.push_back(describe(world, each));
  if (!bridges.undecided.empty()) out.push_back(describe_undecided(world, bridges.undecided));
  if (world.rules) find_far_datasets(world, out);
  find_isolated(world, out);
  return out;
}

}  // namespace charter::inline v0::analysis
