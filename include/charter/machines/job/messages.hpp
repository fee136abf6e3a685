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
#include "charter/rules/approval.hpp"

namespace charter::inline v0::job {

struct create {
  std::optional<std::string> key = {};
  ref<workspace_id> workspace = {};
  std::string name = {};
  std::string content_digest = {};
  std::vector<use_proposal> uses = {};

  static constexpr std::string_view message_name = "job.create";
  static constexpr auto fields = std::tuple{
      field{"key", &create::key}, field{"workspace", &create::workspace}, field{"name", &create::name},
      field{"content_digest", &create::content_digest}, field{"uses", &create::uses, presence::optional}};
};

struct edit {
  ref<job_id> job = {};
  std::optional<std::string> name = {};
  std::optional<std::string> content_digest = {};
  std::optional<std::vector<use_proposal>> uses = {};

  static constexpr std::string_view message_name = "job.edit";
  static constexpr auto fields =
      std::tuple{field{"job", &edit::job}, field{"name", &edit::name},
                 field{"content_digest", &edit::content_digest}, field{"uses", &edit::uses}};
};

struct request_approval {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job.request_approval";
  static constexpr auto fields = std::tuple{field{"job", &request_approval::job}};
};

struct approve {
  ref<job_id> job = {};
  std::int64_t revision = 0;
  std::optional<std::string> comment = {};

  static constexpr std::string_view message_name = "job.approve";
  static constexpr auto fields =
      std::tuple{field{"job", &approve::job}, field{"revision", &approve::revision},
                 field{"comment", &approve::comment}};
};

struct reject {
  ref<job_id> job = {};
  std::int64_t revision = 0;
  std::optional<std::string> comment = {};

  static constexpr std::string_view message_name = "job.reject";
  static constexpr auto fields = std::tuple{field{"job", &reject::job}, field{"revision", &reject::revision},
                                            field{"comment", &reject::comment}};
};

struct comment {
  ref<job_id> job = {};
  std::string comment = {};

  static constexpr std::string_view message_name = "job.comment";
  static constexpr auto fields = std::tuple{field{"job", &comment::job}, field{"comment", &comment::comment}};
};

struct return_to_draft {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job.return_to_draft";
  static constexpr auto fields = std::tuple{field{"job", &return_to_draft::job}};
};

struct discard {
  ref<job_id> job = {};

  static constexpr std::string_view message_name = "job.discard";
  static constexpr auto fields = std::tuple{field{"job", &discard::job}};
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
  static constexpr auto fields = std::tuple{field{"job", &created::job},
                                            field{"key", &created::key},
                                            field{"workspace", &created::workspace},
                                            field{"name", &created::name},
                                            field{"content_digest", &created::content_digest},
                                            field{"uses", &created::uses, presence::optional},
                                            field{"creator", &created::creator}};
};

/// Starts the next revision.
struct edited {
  job_id job = {};
  std::optional<std::string> name = {};
  std::optional<std::string> content_digest = {};
  std::optional<std::vector<use>> uses = {};

  static constexpr std::string_view message_name = "job.edited";
  static constexpr auto fields =
      std::tuple{field{"job", &edited::job}, field{"name", &edited::name},
                 field{"content_digest", &edited::content_digest}, field{"uses", &edited::uses}};
};

/// Starts a round of decisions; those of an earlier round are gone.
struct approval_requested {
  job_id job = {};

  static constexpr std::string_view message_name = "job.approval_requested";
  static constexpr auto fields = std::tuple{field{"job", &approval_requested::job}};
};

struct decision_recorded {
  job_id job = {};
  user_id user = {};
  approval::verdict decision = {};
  std::int64_t revision = 0;
  std::optional<std::string> comment = {};
  bool automatic = false;

  static constexpr std::string_view message_name = "job.decision_recorded";
  static constexpr auto fields = std::tuple{
      field{"job", &decision_recorded::job},           field{"user", &decision_recorded::user},
      field{"decision", &decision_recorded::decision}, field{"revision", &decision_recorded::revision},
      field{"comment", &decision_recorded::comment},   field{"automatic", &decision_recorded::automatic}};
};

/// Says that the review is satisfied now; changes nothing, since that is derived (D14).
struct approved {
  job_id job = {};

  static constexpr std::string_view message_name = "job.approved";
  static constexpr auto fields = std::tuple{field{"job", &approved::job}};
};

struct rejected {
  job_id job = {};

  static constexpr std::string_view message_name = "job.rejected";
  static constexpr auto fields = std::tuple{field{"job", &rejected::job}};
};

struct commented {
  job_id job = {};
  user_id user = {};
  std::string comment = {};

  static constexpr std::string_view message_name = "job.commented";
  static constexpr auto fields = std::tuple{field{"job", &commented::job}, field{"user", &commented::user},
                                            field{"comment", &commented::comment}};
};

struct returned_to_draft {
  job_id job = {};

  static constexpr std::string_view message_name = "job.returned_to_draft";
  static constexpr auto fields = std::tuple{field{"job", &returned_to_draft::job}};
};

struct discarded {
  job_id job = {};

  static constexpr std::string_view message_name = "job.discarded";
  static constexpr auto fields = std::tuple{field{"job", &discarded::job}};
};

}  // namespace charter::inline v0::job

namespace charter::inline v0::jobs {

/// A consequence of archiving: reviews that were open are closed (D07).
struct closed {
  workspace_id workspace = {};
  std::string cause = {};

  static constexpr std::string_view message_name = "jobs.closed";
  static constexpr auto fields =
      std::tuple{field{"workspace", &closed::workspace}, field{"cause", &closed::cause}};
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
      std::tuple{field{"workspace", &reevaluated::workspace},
                 field{"restarted", &reevaluated::restarted, presence::optional},
                 field{"held", &reevaluated::held, presence::optional},
                 field{"unsatisfiable", &reevaluated::unsatisfiable, presence::optional},
                 field{"cause", &reevaluated::cause}};
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
