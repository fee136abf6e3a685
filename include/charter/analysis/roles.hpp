// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the roles of a rulebook come to: cycles, grants that do nothing, who reaches a permission by which
/// way, and who gains or loses between two rulebooks.

#include <string>
#include <string_view>
#include <vector>

#include "charter/analysis/diagram.hpp"
#include "charter/analysis/finding.hpp"
#include "charter/base/result.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::analysis {

/// - `inheritance_cycle` (serious): the witness is the roles in order, the first again at the end.
/// - `unknown_role` (serious): a role inherits what is not declared.
/// - `redundant_inheritance`, `redundant_grant`: taking the entry away changes nothing; the witness is the
///   way by which it holds all the same.
/// - `shadowed_grant`: an alternative that another one of the same role covers.
/// - `unused_role` (warning): nobody can ever hold it, nor a role that inherits it.
/// - `permission_of_nobody`: no role that somebody can hold reaches it.
/// - `self_assigned_role`: who may give the role may give it to themselves.
///
/// Takes rulebooks that `rules::validate` refuses, too. At most a thousand findings of a kind; the last then
/// says how many were left out. Threads: any. Cost: 1 s for 10,000 roles with 100,000 inheritances.
std::vector<finding> check_roles(const rules::rulebook& book);

/// One way to a permission.
struct reach {
  std::string role = {};                     ///< who holds it
  std::vector<std::string> path = {};        ///< from that role to the one that grants, both included
  std::vector<std::string> conditions = {};  ///< all must hold; none: always
  std::vector<std::string> kinds = {};       ///< only in workspaces of these; none: of any

  static constexpr auto fields = described_by<&reach::role, &reach::path, &reach::conditions, &reach::kinds>(
      "role", "path", "conditions", "kinds");
};

/// Every role that reaches the permission, in the order of the rulebook, by a shortest path to each grant
/// that is not covered by another. Another name for a permission stands for it. Fails: `unknown_permission`.
result<std::vector<reach>> paths_to(const rules::rulebook& book, std::string_view permission);

/// What a role may after a change and might not before, or the other way round.
struct right_change {
  std::string role = {};
  std::string permission = {};
  bool gained = false;
  std::vector<std::string> conditions = {}, kinds = {};

  static constexpr auto fields =
      described_by<&right_change::role, &right_change::permission, &right_change::gained,
                   &right_change::conditions, &right_change::kinds>("role", "permission", "gained",
                                                                    "conditions", "kinds");
};

/// By what roles reach, inherited or not, rather than by the text of the rulebooks.
std::vector<right_change> changes_between(const rules::rulebook& before, const rules::rulebook& after);

/// The roles, and what inherits what. Marked: cycles, what is inherited twice, roles that nobody can hold.
/// Cost: that of check_roles, and a search for each inheritance.
diagram draw_roles(const rules::rulebook& book);

}  // namespace charter::inline v0::analysis
