// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What records change about who may do what and about reviews: who gains or loses which permission where,
/// which reviews become satisfied or hopeless.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "charter/access/queries/reviews.hpp"
#include "charter/access/question.hpp"
#include "charter/analysis/diagram.hpp"
#include "charter/analysis/finding.hpp"
#include "charter/engine/view.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0::analysis {

/// One permission of somebody somewhere, as `check` answers.
struct changed_right {
  std::string permission;
  denial before = denial::none, after = denial::none;

  /// "ok", "depends_on_resource", or why not.
  std::string_view slug_before() const { return to_text(before); }
  std::string_view slug_after() const { return to_text(after); }
  /// Whether more is allowed than was. What only depends on a job, a run or an asset is between yes and no.
  bool gains() const;
};

struct changed_rights {
  user_id user;
  std::variant<organization_id, workspace_id> place;
  std::vector<changed_right> rights;  ///< in the rulebook's order of permissions
};

/// How a review stands as the host sees it; nothing for a job that is not there.
struct changed_review {
  job_id job;
  std::optional<queries::review> before, after;
};

struct effects {
  std::vector<changed_rights> rights;   ///< organizations first; each place's people in order of creation
  std::vector<changed_review> reviews;  ///< of jobs that are or were reviewed, in order of creation
  std::vector<finding> findings;        ///< the serious ones first
  view after;                           ///< the realm once the records are in it
};

/// How far to look. Both give the same answer; `everywhere` is for who wants to hold the other against it.
enum class breadth : std::uint8_t { touched, everywhere };

/// What is different once `records` have happened. Both moments are judged at the time of the later one, so
/// that what ends by itself is nobody's doing. Asked about are, in a workspace, the people of
/// `queries::people_in_reach`; in an organization, whoever ever belonged to it or was a member of a workspace
/// of it. One no that becomes another no is left out.
///
/// Findings: `review_becomes_hopeless`; `stranger_gains`, for who gains a right in a workspace of an
/// organization that it does not belong to: serious where it is no member there, otherwise a warning;
/// `nobody_manages`, for an organization or workspace that loses the last holder of the roles that the
/// rulebook's guards name (D12).
///
/// Threads: any; pure. REQUIRES: `records` were decided on `before`, in this order.
/// Cost: with `touched`, for each workspace that the records name, or that a user is in whose account or role
/// they change, its people times permissions; all of the realm where the rulebook changes, and where the
/// account or role of somebody changes under a rulebook that lets people look beyond what they have to do
/// with.
effects effects_of(const view& before, std::span<const record> records, breadth how = breadth::touched);

/// Who gains or loses how many rights where, losses marked; and each changed review as it then stands.
diagram draw_effects(const effects& it);

}  // namespace charter::inline v0::analysis
