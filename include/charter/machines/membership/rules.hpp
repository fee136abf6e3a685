// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How one row of a member list changes.

#include "charter/machines/membership/messages.hpp"
#include "charter/machines/membership_row.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0::membership {

struct machine {
  static void apply(row& it, const workspace::role_changed& what, std::optional<role_index> role) {
    it.role = role;
    it.until = what.until;
  }
  static void end(row& it) { it.ended = true; }
  /// A sealed list never shrinks: the row stays, and counts again on joining that organization again (D26).
  static void suspend(row& it, organization_id by) {
    if (!it.suspended_by) it.suspended_by = by;
  }
  static void reinstate(row& it, organization_id by) {
    if (it.suspended_by == by) it.suspended_by.reset();
  }

  /// Down is to a role that the present one inherits (D39).
  static bool is_downward(const rule_set& rules, role_index from, role_index to) {
    return from != to && rules.includes(from, to);
  }
};

}  // namespace charter::inline v0::membership
