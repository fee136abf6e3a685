// SPDX-License-Identifier: Apache-2.0
// Moves about work: assets, jobs and runs.
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "alphabet_builder.hpp"

namespace charter::inline v0::analysis {

namespace {

constexpr auto digest = "sha256:1";

/// A decision on the revision as it is, and on the one before, which nobody should be able to take.
template <class Verdict>
void add_decisions(alphabet_builder& to, job_id it, const std::optional<std::string>& comment) {
  for (const std::int64_t back : {0, 1})
    to.everybody({there(it)}, [=](const naming& name, const realm& world) {
      return Verdict{name(it), world.jobs[it].revision - back, comment};
    });
}

template <class Create>
Create made_in(const naming& name, asset_id it, workspace_id where) {
  Create out;
  out.key = naming::key_of_new(it);
  out.name = "Asset";
  out.content_digest = digest;
  out.workspace = name(where);
  return out;
}

void add_new_assets(alphabet_builder& to, asset_id it) {
  to.each_workspace([&](workspace_id where) {
    to.everybody({next(it), there(where)},
                 [=](const naming& name) { return made_in<dataset::connect>(name, it, where); });
    to.everybody({next(it), there(where)},
                 [=](const naming& name) { return made_in<integration::create>(name, it, where); });
  });
}

/// Whether some grant of these asks for more of a job than whose and where it is.
bool looks_at_reviews(const rule_set& rules, std::initializer_list<permission> all) {
  for (const auto what : all)
    for (std::uint16_t role = 0; role < rules.role_count(); ++role)
      for (const auto& each : rules.ways({role}, what))
        if (each.conditions.has(condition::approved)) return true;
  return false;
}

}  // namespace

void add_asset_moves(alphabet_builder& to) {
  const auto first_new = static_cast<std::uint32_t>(to.start.assets.all.size());
  for (std::uint32_t i = 0; i < to.assets(); ++i) {
    const asset_id it{i};
    to.footprint.is_confined = true;
    if (i >= first_new) add_new_assets(to, it);
    to.footprint.is_confined = false;  // reviews begin again, runs are cancelled
    to.everybody({there(it)}, [=](const naming& name, const realm& world) {
      const bool is_first = world.assets[it].details->content_digest == digest;
      return integration::update{name(it), {}, {}, is_first ? "sha256:2" : digest};
    });
    to.everybody({there(it)}, [=](const naming& name) { return integration::discard{name(it)}; });
    to.everybody({there(it)}, [=](const naming& name) { return dataset::remove{name(it)}; });
    to.footprint.is_confined = true;
    to.each_workspace([&](workspace_id where) {
      const std::vector both{there(it), there(where)};
      to.everybody(both, [=](const naming& name) { return integration::share{name(it), name(where)}; });
      to.everybody(both, [=](const naming& name) { return integration::unshare{name(it), name(where)}; });
      to.everybody(both, [=](const naming& name) { return dataset::share{name(it), name(where)}; });
      to.everybody(both, [=](const naming& name) { return dataset::unshare{name(it), name(where)}; });
      // One policy an asset, so that their keys tell them apart.
      const data_policy_id policy{i};
      to.everybody({there(it), there(where), next(policy)}, [=](const naming& name) {
        return data_policy::set{naming::key_of_new(policy), name(it), {name(where)}, {rules::work::job}, {}};
      });
    });
    to.everybody({there(data_policy_id{i})},
                 [=](const naming& name) { return data_policy::remove{name(data_policy_id{i})}; });
  }
}

void add_job_moves(alphabet_builder& to) {
  const auto first_new = static_cast<std::uint32_t>(to.start.jobs.all.size());
  for (std::uint32_t i = 0; i < to.jobs(); ++i) {
    const job_id it{i};
    if (i >= first_new)
      to.each_workspace([&](workspace_id where) {
        const auto create = [&](std::vector<presence> needs, std::optional<asset_id> uses) {
          to.everybody(std::move(needs), [=](const naming& name) {
            job::create out{naming::key_of_new(it), name(where), "Job", digest, {}};
            if (uses) out.uses.push_back({name(*uses), {}});
            return out;
          });
        };
        create({next(it), there(where)}, {});
        for (std::uint32_t a = 0; a < to.assets(); ++a)
          create({next(it), there(where), there(asset_id{a})}, asset_id{a});
      });
    to.everybody({there(it)}, [=](const naming& name, const realm& world) {
      return job::edit{name(it), {}, "sha256:" + std::to_string(world.jobs[it].revision + 1), {}};
    });
    to.everybody({there(it)}, [=](const naming& name) { return job::request_approval{name(it)}; });
    add_decisions<job::approve>(to, it, {});
    add_decisions<job::reject>(to, it, "Not like this");
    to.everybody({there(it)}, [=](const naming& name, const realm& world) {
      return job::reject{name(it), world.jobs[it].revision, {}};
    });
    to.everybody({there(it)}, [=](const naming& name) { return job::comment{name(it), "Looked at it"}; });
    to.everybody({there(it)}, [=](const naming& name) { return job::return_to_draft{name(it)}; });
    to.everybody({there(it)}, [=](const naming& name) { return job::discard{name(it)}; });
  }
}

void add_run_moves(alphabet_builder& to) {
  using enum part;
  const footprint of_start{part_set(people, workspaces, assets, jobs, number_of_runs), false};
  const footprint of_cancel{
      looks_at_reviews(*to.start.rules, {permissions::run_view, permissions::run_cancel})
          ? part_set(people, workspaces, jobs, runs)
          : part_set(people, workspaces, runs),
      true};
  const footprint of_report{part_set(runs), true};
  const auto first_new = static_cast<std::uint32_t>(to.start.runs.all.size());
  for (std::uint32_t i = 0; i < to.runs(); ++i) {
    const run_id it{i};
    to.footprint = of_start;
    if (i >= first_new)
      for (std::uint32_t j = 0; j < to.jobs(); ++j)
        to.everybody({next(it), there(job_id{j})}, [=](const naming& name) {
          return run::start{naming::key_of_new(it), name(job_id{j}), {}};
        });
    to.footprint = of_cancel;
    to.everybody({there(it)}, [=](const naming& name) { return run::cancel{name(it)}; });
    to.footprint = of_report;
    for (const auto status : {run::progress::running, run::progress::succeeded, run::progress::failed})
      to.host({there(it)}, [=](const naming& name) { return run::report{name(it), status, {}}; });
    to.everybody({there(it)}, [=](const naming& name) {
      return run::report{name(it), run::progress::succeeded, {}};
    });
  }
}

}  // namespace charter::inline v0::analysis
