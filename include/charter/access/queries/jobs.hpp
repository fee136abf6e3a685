// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `job`: one job. `list_jobs`: those of a workspace.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::queries {

struct get_job {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job";
  static constexpr auto fields = described_by<&get_job::job>("job");
};

struct list_jobs {
  ref<workspace_id> workspace = {};
  std::optional<std::int64_t> limit = {};
  std::optional<std::string> after = {};

  static constexpr std::string_view message_name = "list_jobs";
  static constexpr auto fields = described_by<&list_jobs::workspace, &list_jobs::limit, &list_jobs::after>(
      "workspace", "limit", "after");
};

struct job_details {
  std::string job = {};
  std::string name = {};
  std::string workspace = {};
  std::string creator = {};
  charter::job::status status = charter::job::status::draft;  ///< as shown: it follows members and policy
  std::int64_t revision = 1;
  std::string content_digest = {};
  std::vector<charter::job::use_proposal> uses = {};

  static constexpr auto fields =
      described_by<&job_details::job, &job_details::name, &job_details::workspace, &job_details::creator,
                   &job_details::status, &job_details::revision, &job_details::content_digest,
                   &job_details::uses>("job", "name", "workspace", "creator", "status", "revision",
                                       "content_digest", "uses");
};

inline job_details show(const inquiry& asked, job_id which) {
  const realm& world = asked.world;
  const auto& it = world.jobs[which];
  job_details out{label(world, which),
                  it.content->name,
                  label(world, it.workspace),
                  label(world, it.creator),
                  shown_status(world, it, asked.at),
                  it.revision,
                  it.content->digest,
                  {}};
  for (const auto& use : it.content->uses) out.uses.push_back({label(world, use.asset), use.columns});
  return out;
}

inline result<job_details> reply(const inquiry& asked, const get_job& q) {
  job_id which;
  if (auto no = asked.enter(q.job, permissions::job_view, which)) return tl::make_unexpected(*no);
  return show(asked, which);
}

inline result<page<job_details>> reply(const inquiry& asked, const list_jobs& q) {
  workspace_id where;
  if (auto no = asked.find_thing(q.workspace, where)) return tl::make_unexpected(*no);
  if (auto no = asked.guard_each(permissions::job_view, where, "workspace")) return tl::make_unexpected(*no);
  const realm& world = asked.world;
  const auto views = [&](job_id each) { return asked.may(permissions::job_view, each); };
  return cut<job_details>(
      world.workspaces[where].jobs, q,
      [&](job_id each) { return views(each) ? label(world, each) : std::string(); },
      [&](job_id each) -> std::optional<job_details> {
        if (world.jobs[each].status == job::status::discarded || !views(each)) return {};
        return show(asked, each);
      });
}

}  // namespace charter::inline v0::queries
