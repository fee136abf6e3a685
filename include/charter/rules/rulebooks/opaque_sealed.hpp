// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The rulebook `opaque_sealed` (documents 000, 002, 003): `opaque_open`, except that members, their policies
/// and the name are fixed at creation and a workspace is active once all have accepted.

#include <algorithm>
#include <string_view>
#include <vector>

#include "charter/rules/rulebook.hpp"
#include "charter/rules/rulebooks/opaque_open.hpp"

namespace charter::inline v0::rulebooks::detail::sealed {

/// REQUIRES: the rulebook has grants for the role.
inline std::vector<rules::grant>& grants_of(rules::rulebook& book, std::string_view role) {
  return std::find_if(book.grants.begin(), book.grants.end(), [&](const auto& of) { return of.role == role; })
      ->grants;
}

inline void take_away(rules::rulebook& book, std::string_view role, std::string_view permission) {
  std::erase_if(grants_of(book, role), [&](const auto& given) { return given.permission == permission; });
}

inline void note(rules::rulebook& book, std::string_view role, std::string_view permission,
                 std::string_view why) {
  for (auto& given : grants_of(book, role))
    if (given.permission == permission) given.alternatives.front().why = why;
}

inline rules::rulebook make() {
  auto book = opaque_open();
  book.name = "opaque_sealed";
  book.about = "Documents 000, 002, 003: members fixed at creation, active when all have accepted.";

  take_away(book, "organization_admin", "workspace.edit_details");
  take_away(book, "organization_admin", "workspace.withdraw_user");
  take_away(book, "workspace_admin", "workspace.edit_details");
  note(book, "organization_admin", "workspace.manage_members", "R126 R167 R175, re-issue only: D04");
  note(book, "organization_admin", "workspace.manage_policies", "R126 R168, fixed: D27");
  note(book, "workspace_admin", "workspace.manage_members", "R128 R167 R078 R079, re-issue only: D04");
  note(book, "workspace_admin", "workspace.manage_policies", "R168 R080, fixed: D27");

  book.membership.mode = rules::membership_mode::sealed;
  book.membership.by_invitation = true;
  book.membership.direct = false;
  book.membership.existing_accounts = rules::existing_accounts::invite;
  book.membership.self_leave = false;
  book.membership.why = "R002 R003 R005-R009 R026 R043 D02-D05 D28 D38 D39";
  book.policies.after_creation = rules::after_creation::fixed;
  return book;
}

}  // namespace charter::inline v0::rulebooks::detail::sealed

namespace charter::inline v0::rulebooks {

/// Threads: any. Owns: lives as long as the program.
inline const rules::rulebook& opaque_sealed() {
  static const rules::rulebook book = detail::sealed::make();
  return book;
}

}  // namespace charter::inline v0::rulebooks
