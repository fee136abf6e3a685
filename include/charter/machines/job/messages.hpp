// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Jobs (workflows, pipelines) and their review.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/machines/job/use.hpp"
#include "charter/rules/approval_policy.hpp"

namespace charter::inline v0::job {

struct create {
  std::optional<std::string> key = {};
  ref<workspace_id> workspace = {};
  std::string name = {};
  std::string content_digest = {};
  std::vector<use_proposal> uses = {};

  static constexpr std::string_view message_name = "job.create";
  static constexpr auto fields =
      described_by<&create::key, &create::workspace, &create::name, &create::content_digest, &create::uses>(
          "key", "workspace", "name", "content_digest", "uses?");
};

struct edit {
  ref<job_id> job = {};
  std::optional<std::string> name = {};
  std::optional<std::string> content_digest = {};
  std::optional<std::vector<use_proposal>> uses = {};

  static constexpr std::string_view message_name = "job.edit";
  static constexpr auto fields = described_by<&edit::job, &edit::name, &edit::content_digest, &edit::uses>(
      "job", "name", "content_digest", "uses");
};

struct request_approval {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job.request_approval";
  static constexpr auto fields = described_by<&request_approval::job>("job");
};

struct approve {
  ref<job_id> job = {};
  std::int64_t revision = 0;
  std::optional<std::string> comment = {};

  static constexpr std::string_view message_name = "job.approve";
  static constexpr auto fields =
      described_by<&approve::job, &approve::revision, &approve::comment>("job", "revision", "comment");
};

struct reject {
  ref<job_id> job = {};
  std::int64_t revision = 0;
  std::optional<std::string> comment = {};

  static constexpr std::string_view message_name = "job.reject";
  static constexpr auto fields =
      described_by<&reject::job, &reject::revision, &reject::comment>("job", "revision", "comment");
};

struct comment {
  ref<job_id> job = {};
  std::string comment = {};

  static constexpr std::string_view message_name = "job.comment";
  static constexpr auto fields = described_by<&comment::job, &comment::comment>("job", "comment");
};

struct return_to_draft {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job.return_to_draft";
  static constexpr auto fields = described_by<&return_to_draft::job>("job");
};

struct discard {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job.discard";
  static constexpr auto fields = described_by<&discard::job>("job");
};

struct created {
  job_id job = {};
  std::optional<std::string> key = {};
  workspace_id workspace = {};
  std::string name = {};
  std::string content_digest = {};
  std::vector<use> uses = {};
  user_id creator = {};

  static constexpr std::string_view message_name = "job.created";
  static constexpr auto fields =
      described_by<&created::job, &created::key, &created::workspace, &created::name,
                   &created::content_digest, &created::uses, &created::creator>(
          "job", "key", "workspace", "name", "content_digest", "uses?", "creator");
};

/// Starts the next revision.
struct edited {
  job_id job = {};
  std::optional<std::string> name = {};
  std::optional<std::string> content_digest = {};
  std::optional<std::vector<use>> uses = {};

  static constexpr std::string_view message_name = "job.edited";
  static constexpr auto fields =
      described_by<&edited::job, &edited::name, &edited::content_digest, &edited::uses>(
          "job", "name", "content_digest", "uses");
};

/// Starts a round of decisions; those of an earlier round are gone.
struct approval_requested {
  job_id job = {};

  static constexpr std::string_view message_name = "job.approval_requested";
  static constexpr auto fields = described_by<&approval_requested::job>("job");
};

struct decision_recorded {
  job_id job = {};
  user_id user = {};
  approval::verdict decision = {};
  std::int64_t revision = 0;
  std::optional<std::string> comment = {};
  bool automatic = false;

  static constexpr std::string_view message_name = "job.decision_recorded";
  static constexpr auto fields =
      described_by<&decision_recorded::job, &decision_recorded::user, &decision_recorded::decision,
                   &decision_recorded::revision, &decision_recorded::comment, &decision_recorded::automatic>(
          "job", "user", "decision", "revision", "comment", "automatic");
};

/// Says that the review is satisfied now; changes nothing, since that is derived (D14).
struct approved {
  job_id job = {};

  static constexpr std::string_view message_name = "job.approved";
  static constexpr auto fields = described_by<&approved::job>("job");
};

struct rejected {
  job_id job = {};

  static constexpr std::string_view message_name = "job.rejected";
  static constexpr auto fields = described_by<&rejected::job>("job");
};

struct commented {
  job_id job = {};
  user_id user = {};
  std::string comment = {};

  static constexpr std::string_view message_name = "job.commented";
  static constexpr auto fields =
      described_by<&commented::job, &commented::user, &commented::comment>("job", "user", "comment");
};

struct returned_to_draft {
  job_id job = {};

  static constexpr std::string_view message_name = "job.returned_to_draft";
  static constexpr auto fields = described_by<&returned_to_draft::job>("job");
};

struct discarded {
  job_id job = {};

  static constexpr std::string_view message_name = "job.discarded";
  static constexpr auto fields = described_by<&discarded::job>("job");
};

}  // namespace charter::inline v0::job

namespace charter::inline v0::jobs {

/// A consequence of archiving: reviews that were open are closed (D07).
struct closed {
  workspace_id workspace = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "jobs.closed";
  static constexpr auto fields = described_by<&closed::workspace, &closed::cause>("workspace", "cause");
};

}  // namespace charter::inline v0::jobs

namespace charter::inline v0::reviews {

/// A consequence of a change of members, policies or integrations. `restarted`: decisions gone, the automatic
/// one recorded anew (D31). `held`: satisfied by people going away, kept in review until one more decision
/// (D15). `unsatisfiable`: reviews that nobody can complete any more (D20).
struct reevaluated {
  workspace_id workspace = {};
  std::vector<job_id> restarted = {};
  std::vector<job_id> held = {};
  std::vector<job_id> unsatisfiable = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "reviews.reevaluated";
  static constexpr auto fields =
      described_by<&reevaluated::workspace, &reevaluated::restarted, &reevaluated::held,
                   &reevaluated::unsatisfiable, &reevaluated::cause>("workspace", "restarted?", "held?",
                                                                     "unsatisfiable?", "cause");
};

}  // namespace charter::inline v0::reviews

namespace charter::inline v0::job {

/// What may be asked of this room, and what may have happened in it. At most 11 events: beyond that, split
/// the room.
using command =
    std::variant<create, edit, request_approval, approve, reject, comment, return_to_draft, discard>;
using event = std::variant<created, edited, approval_requested, decision_recorded, approved, rejected,
                           commented, returned_to_draft, discarded, jobs::closed, reviews::reevaluated>;

}  // namespace charter::inline v0::job
