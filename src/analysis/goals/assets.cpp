// SPDX-License-Identifier: Apache-2.0
// Goals about integrations, datasets and data policies.
#include "goal_lists.hpp"
#include "observed.hpp"

namespace charter::inline v0::analysis {

namespace {

using observed::any;
using observed::has;

/// R129, R146, R147, D31: what belongs to others is neither changed, nor shared on, nor ended by a guest.
bool guest_changes_asset(const accepted_command& it) {
  const auto is_guests = [&](asset_id which) {
    const auto& asset = it.before.assets[which];
    return it.by.is_user() && asset.creator != it.by.user &&
           !it.before.users[it.by.user].belongs_to(asset.organization);
  };
  return any<integration::updated>(it, [&](const auto& e) { return is_guests(e.integration); }) ||
         any<integration::discarded>(it, [&](const auto& e) { return is_guests(e.integration); }) ||
         (it.what.get_if<integration::share>() &&
          any<integration::shared>(it, [&](const auto& e) { return is_guests(e.integration); })) ||
         (it.what.get_if<dataset::share>() &&
          any<dataset::shared>(it, [&](const auto& e) { return is_guests(e.dataset); }));
}

/// R098, R102, D32: a guest sets no policy on a dataset.
bool guest_sets_data_policy(const accepted_command& it) {
  return it.by.is_user() && any<data_policy::was_set>(it, [&](const data_policy::was_set& e) {
           const auto& asset = it.before.assets[e.dataset];
           return asset.creator != it.by.user && !it.before.users[it.by.user].belongs_to(asset.organization);
         });
}

/// R099.
bool asset_out_of_place(const accepted_command& it) {
  return observed::any_of(it.after.assets, [&](asset_id which) {
    const auto& asset = it.after.assets[which];
    return std::any_of(asset.shared_to->begin(), asset.shared_to->end(), [&](workspace_id where) {
      return !has(observed::kind(it.after, where).assets, asset.type);
    });
  });
}

/// R102, D32: judged when a job is made and when it runs.
bool uncovered_use(const accepted_command& it) {
  const auto is_uncovered = [&](job_id which) {
    const auto& job = it.after.jobs[which];
    const auto& kind = observed::kind(it.after, job.workspace);
    return std::any_of(job.content->uses.begin(), job.content->uses.end(), [&](const job::use& use) {
      const auto& asset = it.after.assets[use.asset];
      if (!has(*asset.shared_to, job.workspace)) return true;
      if (asset.type != rules::asset_type::dataset || !kind.data_policies) return false;
      return !observed::any_of(it.after.data_policies, [&](data_policy_id each) {
        const auto& policy = it.after.data_policies[each];
        return !policy.removed && policy.dataset == use.asset &&
               has(policy.terms->workspaces, job.workspace) && has(policy.terms->work, kind.work) &&
               (policy.terms->columns.all() || !use.columns.all());
      });
    });
  };
  return any<job::created>(it, [&](const job::created& e) { return is_uncovered(e.job); }) ||
         any<run::started>(it, [&](const run::started& e) { return is_uncovered(e.job); });
}

}  // namespace

std::vector<goal> goals_about_assets() {
  using enum area;
  return {
      {"asset_out_of_place",
       "An asset is shared to a workspace of a kind that does not take it.",
       {assets},
       asset_out_of_place},
      {"guest_changes_asset",
       "Somebody changed, shared on or discarded an asset of an organization they are not of.",
       {directory, membership, assets},
       guest_changes_asset},
      {"guest_sets_data_policy",
       "Somebody said how a dataset may be used who is not of its organization.",
       {directory, membership, assets},
       guest_sets_data_policy},
      {"uncovered_use",
       "A job uses a dataset that no data policy opens to it, or an asset that is not shared there.",
       {assets, jobs, runs},
       uncovered_use},
  };
}

}  // namespace charter::inline v0::analysis
