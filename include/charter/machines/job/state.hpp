// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm knows of a job and of the decisions on it.

#include <cstdint>
#include <string>
#include <vector>

#include "charter/base/boxed.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/machines/job/use.hpp"
#include "charter/machines/lifecycle.hpp"
#include "charter/rules/approval.hpp"

namespace charter::inline v0 {

namespace job {

/// `approved` is shown, never stored: a stored `in_review` is shown as approved while the review is satisfied
/// (D14). Other rules for reviews are followed at once, without an event of their own.
enum class status : std::uint8_t { draft, in_review, approved, rejected, closed, discarded };

inline constexpr transition<status> lifecycle[] = {
    {status::draft, "job.request_approval", status::in_review},
    {status::in_review, "job.approved", status::approved},
    {status::in_review, "job.rejected", status::rejected},
    {status::in_review, "reviews.reevaluated", status::approved},
    {status::approved, "reviews.reevaluated", status::in_review},
    {status::in_review, "realm.amend_rulebook", status::approved},
    {status::approved, "realm.amend_rulebook", status::in_review},
    {status::in_review, "job.return_to_draft", status::draft},
    {status::approved, "job.return_to_draft", status::draft},
    {status::rejected, "job.return_to_draft", status::draft},
    {status::in_review, "jobs.closed", status::closed},
    {status::draft, "job.discard", status::discarded},
    {status::in_review, "job.discard", status::discarded},
    {status::approved, "job.discard", status::discarded},
    {status::rejected, "job.discard", status::discarded},
};

struct content {
  std::string key;
  std::string name;
  std::string digest;
  std::vector<use> uses;
  friend bool operator==(const content&, const content&) = default;
};

struct decision_row {
  user_id user;
  approval::verdict decision = approval::verdict::approve;
  std::int64_t revision = 1;
  std::string comment;
  bool automatic = false;
  friend bool operator==(const decision_row&, const decision_row&) = default;
};

struct comment_row {
  user_id user;
  std::string comment;
  friend bool operator==(const comment_row&, const comment_row&) = default;
};

struct state {
  workspace_id workspace;
  user_id creator;
  job::status status = job::status::draft;
  bool held = false;  ///< satisfied only because people went; waits for one more decision (D15)
  std::int64_t revision = 1;
  boxed<job::content> content;
  boxed<std::vector<decision_row>> decisions;  ///< of the current round
  cow_vector<comment_row> comments;
  cow_vector<run_id> runs;
};

}  // namespace job

template <>
struct enum_names<job::status> {
  static constexpr std::array<std::string_view, 6> names = {"draft",    "in_review", "approved",
                                                            "rejected", "closed",    "discarded"};
};
template <>
struct enum_names<approval::verdict> {
  static constexpr std::array<std::string_view, 2> names = {"approve", "reject"};
};

}  // namespace charter::inline v0
