// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `run`: one run. `list_runs`: those of a job or a workspace. `list_attestations`: an organization's.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::queries {

struct get_run {
  ref<run_id> run = {};

  static constexpr std::string_view message_name = "run";
  static constexpr auto fields = described_by<&get_run::run>("run");
};

/// Exactly one of `job` and `workspace`.
struct list_runs {
  std::optional<ref<job_id>> job = {};
  std::optional<ref<workspace_id>> workspace = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_runs";
  static constexpr auto fields =
      described_by<&list_runs::job, &list_runs::workspace, &list_runs::limit, &list_runs::after>(
          "job", "workspace", "limit", "after");
};

struct run_details {
  std::string run = {};
  std::string job = {};
  std::string started_by = {};
  charter::run::status status = charter::run::status::queued;
  bool attested = false;
  std::optional<std::string> note = {};

  static constexpr auto fields =
      described_by<&run_details::run, &run_details::job, &run_details::started_by, &run_details::status,
                   &run_details::attested, &run_details::note>("run", "job", "started_by", "status",
                                                               "attested", "note");
};

struct list_attestations {
  ref<organization_id> organization = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_attestations";
  static constexpr auto fields =
      described_by<&list_attestations::organization, &list_attestations::limit, &list_attestations::after>(
          "organization", "limit", "after");
};

struct attestation_row {
  std::string run = {};
  std::string job = {};
  std::string workspace = {};
  std::string digest = {};
  instant at = {};

  static constexpr auto fields =
      described_by<&attestation_row::run, &attestation_row::job, &attestation_row::workspace,
                   &attestation_row::digest, &attestation_row::at>("run", "job", "workspace", "digest", "at");
};

inline run_details show(const inquiry& asked, run_id which) {
  const realm& world = asked.world;
  const auto& it = world.runs[which];
  return {label(world, which), label(world, it.job), label(world, it.started_by),
          it.status,           it.attested,          text_if(it.details->note)};
}

inline result<run_details> reply(const inquiry& asked, const get_run& q) {
  run_id which;
  if (auto no = asked.enter(q.run, permissions::run_view, which)) return tl::make_unexpected(*no);
  return show(asked, which);
}

inline objection check_shape(const realm&, const list_runs& q) {
  return exactly_one({{"job", q.job.has_value()}, {"workspace", q.workspace.has_value()}});
}

inline result<page<run_details>> reply(const inquiry& asked, const list_runs& q) {
  const realm& world = asked.world;
  cow_vector<run_id> all;
  if (q.job) {
    job_id job;
    if (auto no = asked.find_thing(*q.job, job)) return tl::make_unexpected(*no);
    if (auto no = asked.guard_each(permissions::run_view, job, "job")) return tl::make_unexpected(*no);
    all = world.jobs[job].runs;
  } else {
    workspace_id where;
    if (auto no = asked.find_thing(*q.workspace, where)) return tl::make_unexpected(*no);
    if (auto no = asked.guard_each(permissions::run_view, where, "workspace"))
      return tl::make_unexpected(*no);
    all = world.workspaces[where].runs;
  }
  const auto views = [&](run_id each) { return asked.may(permissions::run_view, each); };
  return cut<run_details>(
      all, q, [&](run_id each) { return views(each) ? label(world, each) : std::string(); },
      [&](run_id each) { return views(each) ? std::optional(show(asked, each)) : std::nullopt; });
}

inline result<page<attestation_row>> reply(const inquiry& asked, const list_attestations& q) {
  organization_id which;
  if (auto no = asked.enter(q.organization, permissions::organization_view_attestations, which))
    return tl::make_unexpected(*no);
  const realm& world = asked.world;
  return cut<attestation_row>(
      world.organizations[which].attestations, q, [&](attestation_id each) { return label(world, each); },
      [&](attestation_id each) {
        const auto& it = world.attestations[each];
        const auto& run = world.runs[it.run];
        return std::optional(attestation_row{label(world, it.run), label(world, run.job),
                                             label(world, run.workspace), *it.digest, it.at});
      });
}

}  // namespace charter::inline v0::queries
