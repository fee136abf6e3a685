// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm keeps of its own log: entries for auditors, notices for people, command ids for retries.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "charter/base/actor.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"
#include "charter/base/small_vector.hpp"

namespace charter::inline v0 {

namespace ledger {

/// One record as the event log and the audit log show it. The names are the vocabulary's own (static
/// storage).
struct entry {
  position at_position = 0;
  instant at{};
  acting by;
  std::string_view command;
  small_vector<std::string_view, 1> events;
  small_vector<workspace_id, 2> workspaces;        ///< every one that it changed or names
  small_vector<organization_id, 2> organizations;  ///< those the actor belonged to when it was written
};

/// What a command id stands for while it is remembered.
struct remembered {
  position at_position = 0;
  std::string digest;  ///< of the payload, made by the engine
};

}  // namespace ledger

namespace notice {

enum class kind : std::uint8_t {
  invited,
  invitation_reissued,
  invitation_accepted,
  invitation_declined,
  member_added,
  member_removed,
  role_changed,
  workspace_activated,
  workspace_archived,
  review_requested,
  job_approved,
  job_rejected,
  reviews_reevaluated,
  quorum_unsatisfiable,
  run_finished,
  organization_without_admin,
};

struct row {
  notice::kind kind = notice::kind::invited;
  std::optional<workspace_id> workspace = {};
  std::optional<job_id> job = {};
  acting by = {};
  instant at{};
};

/// One recipient's notices, oldest first. A notice's number is its place here, from 1.
struct mailbox {
  cow_vector<row> rows;
  std::uint64_t read_up_to = 0;
};

}  // namespace notice

template <>
struct enum_names<notice::kind> {
  static constexpr std::array<std::string_view, 16> names = {"invited",
                                                             "invitation_reissued",
                                                             "invitation_accepted",
                                                             "invitation_declined",
                                                             "member_added",
                                                             "member_removed",
                                                             "role_changed",
                                                             "workspace_activated",
                                                             "workspace_archived",
                                                             "review_requested",
                                                             "job_approved",
                                                             "job_rejected",
                                                             "reviews_reevaluated",
                                                             "quorum_unsatisfiable",
                                                             "run_finished",
                                                             "organization_without_admin"};
};

}  // namespace charter::inline v0
