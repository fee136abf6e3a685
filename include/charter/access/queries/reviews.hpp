// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `review_status`: how a job's review stands, who decided what, and who may still decide (D14, D20, D22).

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"
#include "charter/access/queries/labels.hpp"

namespace charter::inline v0::queries {

struct review_status {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "review_status";
  static constexpr auto fields = described_by<&review_status::job>("job");
};

/// In mode `all` there is one, named "all".
struct group_review {
  std::string group = {};
  std::int64_t need = 0;
  std::int64_t have = 0;
  std::vector<std::string> approved_by = {};
  std::vector<std::string> may_approve = {};  ///< eligible now and undecided on this revision
  bool satisfied = false;
  bool unsatisfiable = false;

  static constexpr auto fields =
      described_by<&group_review::group, &group_review::need, &group_review::have, &group_review::approved_by,
                   &group_review::may_approve, &group_review::satisfied, &group_review::unsatisfiable>(
          "group", "need", "have", "approved_by", "may_approve", "satisfied", "unsatisfiable");
};

struct recorded_decision {
  std::string user = {};
  approval::verdict decision = approval::verdict::approve;
  std::int64_t revision = 1;
  std::optional<std::string> comment = {};
  bool automatic = false;  ///< the creator's own, recorded when approval was requested
  bool counts = false;     ///< by somebody who is eligible now, on the current revision

  static constexpr auto fields =
      described_by<&recorded_decision::user, &recorded_decision::decision, &recorded_decision::revision,
                   &recorded_decision::comment, &recorded_decision::automatic, &recorded_decision::counts>(
          "user", "decision", "revision", "comment", "automatic", "counts");
};

struct rejection_count {
  std::int64_t have = 0;
  std::int64_t need = 1;

  static constexpr auto fields = described_by<&rejection_count::have, &rejection_count::need>("have", "need");
};

struct job_comment {
  std::string user = {};
  std::string comment = {};

  static constexpr auto fields = described_by<&job_comment::user, &job_comment::comment>("user", "comment");
};

struct review {
  charter::job::status status = charter::job::status::draft;
  std::int64_t revision = 1;
  bool satisfied = false;
  bool unsatisfiable = false;
  bool exempt = false;  ///< single-party: nobody else is there to approve (D25)
  std::vector<group_review> groups = {};
  std::vector<recorded_decision> decisions = {};
  rejection_count rejections = {};
  std::vector<job_comment> comments = {};

  static constexpr auto fields =
      described_by<&review::status, &review::revision, &review::satisfied, &review::unsatisfiable,
                   &review::exempt, &review::groups, &review::decisions, &review::rejections,
                   &review::comments>("status", "revision", "satisfied", "unsatisfiable", "exempt", "groups",
                                      "decisions", "rejections", "comments");
};

/// Where the kind asks for no approval nothing is wanting.
inline approval::standing standing_shown(const realm& world, const job::state& it, instant at) {
  if (kind_of(world, it.workspace).approval) return standing_of(world, it, at);
  approval::standing none;
  none.satisfied = true;
  return none;
}

inline bool counts(const realm& world, const job::state& it, const job::decision_row& row,
                   const approval::policy& policy, instant at) {
  return row.revision == it.revision && member_row(world, it.workspace, row.user, at) &&
         approval::is_eligible(policy, world.book().approval, row.user, it.creator);
}

inline result<review> reply(const inquiry& asked, const review_status& q) {
  job_id which;
  if (auto no = asked.enter(q.job, permissions::job_view, which)) return tl::make_unexpected(*no);
  const realm& world = asked.world;
  const auto& it = world.jobs[which];
  const auto standing = standing_shown(world, it, asked.at);
  const auto policy = approval_in_force(world, it.workspace);

  review out;
  out.status = shown_status(world, it, asked.at);
  out.revision = it.revision;
  out.satisfied = standing.satisfied && !it.held;
  out.unsatisfiable = standing.unsatisfiable;
  out.exempt = standing.exempt;
  for (const auto& each : standing.groups)
    out.groups.push_back({each.name, each.need, each.have, labels(world, each.approved_by),
                          labels(world, each.may_approve), each.satisfied, each.unsatisfiable});
  for (const auto& each : *it.decisions)
    out.decisions.push_back({label(world, each.user), each.decision, each.revision, text_if(each.comment),
                             each.automatic, counts(world, it, each, policy, asked.at)});
  out.rejections = {standing.rejections_have, standing.rejections_need};
  for (const auto& each : it.comments) out.comments.push_back({label(world, each.user), each.comment});
  return out;
}

}  // namespace charter::inline v0::queries
