// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Validation of the rulebook's small sections, from `directory` to `idempotency`.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "charter/base/instant.hpp"
#include "charter/rules/validation/inspection.hpp"
#include "charter/rules/validation/roles.hpp"
#include "charter/rules/words.hpp"

namespace charter::inline v0::rules::validation {

/// A century keeps every end that is reckoned from it within the years that a record can write.
inline constexpr auto longest_duration = std::chrono::days{36525};

/// Zero passes only where `may_be_zero`.
inline void check_duration(inspection& it, const std::string& entry, std::string_view text,
                           bool may_be_zero) {
  const auto length = parse_duration(text);
  if (!length)
    it.wrong(entry, "a duration is a whole number and one of s, m, h, d, such as `48h`");
  else if (*length > longest_duration)
    it.wrong(entry, "is longer than a century; leave it out for no end");
  else if (*length == duration::zero() && !may_be_zero)
    it.wrong(entry, "must be longer than nothing");
}

/// A membership carries a role exactly where the rulebook declares workspace roles, so the creator's needs
/// one too.
inline void check_creation(inspection& it) {
  const auto& given = it.book.creation.creator_role;
  const std::string entry = "creation.creator_role";
  const bool has_workspace_roles =
      std::any_of(it.book.roles.begin(), it.book.roles.end(),
                  [](const auto& role) { return role.scope == role_scope::workspace; });
  if (!given) {
    if (has_workspace_roles) it.wrong(entry, "name the workspace role that a creator's membership carries");
    return;
  }
  check_unknown_role(it, entry, *given);
  const auto* role = it.find_role(*given);
  if (role && role->scope != role_scope::workspace)
    it.wrong(entry, in_quotes(*given) + " is an organization role; a membership carries a workspace role" +
                        (has_workspace_roles ? "" : ": without any, write null"));
}

inline void check_membership(inspection& it) {
  const auto& membership = it.book.membership;
  if (!membership.by_invitation && !membership.direct)
    it.wrong("membership.joining", "there must be a way in: `invitation`, `direct` or both");
  else if (membership.mode == membership_mode::sealed && !membership.by_invitation)
    it.wrong("membership.joining",
             "a sealed workspace waits for invitees, so `invitation` must be among them");
  if (membership.invitation_ttl)
    check_duration(it, "membership.invitation_ttl", *membership.invitation_ttl, false);
}

/// For `approval` and `run_policy` alike. The default may be one that nobody can choose: it is in force where
/// none was given.
template <class Mode>
void check_policies(inspection& it, const std::string& section, const std::vector<Mode>& policies) {
  check_each_once(it, section + ".policies", policies);
  if (policies.empty()) it.wrong(section + ".policies", "at least one policy must be allowed");
}

inline void check_guard_roles(inspection& it, const std::string& entry, const std::vector<std::string>& names,
                              bool organization_only) {
  check_each_once(it, entry, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    check_unknown_role(it, element(entry, i), names[i]);
    const auto* role = it.find_role(names[i]);
    if (role && organization_only && role->scope != role_scope::organization)
      it.wrong(element(entry, i),
               in_quotes(names[i]) + " is a workspace role; this guard is about an organization");
  }
}

inline void check_guard(inspection& it, const std::string& entry, const guard_rule& guard,
                        bool organization_only) {
  check_guard_roles(it, entry + ".roles", guard.roles, organization_only);
  check_guard_roles(it, entry + ".except", guard.except, organization_only);
  check_note(it, entry, guard.why);
}

inline void check_text(inspection& it) {
  const auto& text = it.book.text;
  const auto check = [&](std::string_view name, const text_rule& rule) {
    if (rule.max < 1) it.wrong("text." + std::string(name) + ".max", "must be at least 1");
  };
  check("workspace_name", text.workspace_name);
  check("description", text.description);
  check("homepage", text.homepage);
  check("job_name", text.job_name);
  check("comment", text.comment);
  check("name", text.name);
  check("property_value", text.property_value);
}

/// Names of properties are compared word by word, so a secret key that is no single word would never match
/// (D42).
inline void check_secret_keys(inspection& it) {
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < it.book.secret_keys.size(); ++i) {
    const auto& word = it.book.secret_keys[i];
    const auto entry = element("secret_keys", i);
    if (word.empty() || !std::all_of(word.begin(), word.end(), is_ascii_alnum))
      it.wrong(entry, "is one word of ASCII letters and digits");
    else if (!seen.insert(ascii_lower(word)).second)
      it.wrong(entry, "is named twice; keep one");
  }
}

inline void check_section_notes(inspection& it) {
  const auto& book = it.book;
  check_note(it, "directory", book.directory.why);
  check_note(it, "creation", book.creation.why);
  check_note(it, "membership", book.membership.why);
  check_note(it, "membership.eligibility", book.membership.eligibility.why);
  check_note(it, "approval", book.approval.why);
  check_note(it, "run_policy", book.run_policy.why);
  check_note(it, "policies", book.policies.why);
  check_note(it, "archive", book.archive.why);
  check_note(it, "guards", book.guards.why);
  check_note(it, "management", book.management.why);
  check_note(it, "limits", book.limits.why);
  check_note(it, "text", book.text.why);
  check_note(it, "time", book.time.why);
  check_note(it, "idempotency", book.idempotency.why);
}

inline void check_sections(inspection& it) {
  const auto& book = it.book;
  if (book.directory.organizations_per_user && *book.directory.organizations_per_user != 1)
    it.wrong("directory.organizations_per_user", "is 1, or null for any number");
  check_creation(it);
  check_membership(it);
  check_policies(it, "approval", book.approval.policies);
  if (book.approval.max_rejections < 1) it.wrong("approval.max_rejections", "must be at least 1");
  check_policies(it, "run_policy", book.run_policy.policies);
  check_guard(it, "guards.last_organization_admin", book.guards.last_organization_admin, true);
  check_guard(it, "guards.last_workspace_admin", book.guards.last_workspace_admin, false);
  check_text(it);
  check_secret_keys(it);
  check_duration(it, "time.tolerance_back", book.time.tolerance_back, true);
  check_duration(it, "time.tolerance_ahead", book.time.tolerance_ahead, true);
  if (book.idempotency.window < 1) it.wrong("idempotency.window", "must be at least 1 record");
  check_section_notes(it);
}

}  // namespace charter::inline v0::rules::validation
