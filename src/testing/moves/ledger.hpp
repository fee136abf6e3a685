// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Moves about the realm itself: its rulebook, its time, notices read, audit extracts.

#include <optional>
#include <string>
#include <utility>

#include "people.hpp"

namespace charter::inline v0::testing::moves {

/// Only into a realm that has one: always refused, seldom tried.
inline std::optional<asked> create_realm(chooser& c) {
  auto as = c.party(actor::platform());
  if (!as || !c.careless) return {};
  return asked{*as, realms::create{"opaque_open"}};
}

namespace detail {

inline void change_reviews(chooser& c, rules::approval_rules& rules) {
  bool* switches[] = {&rules.shrinking_completes, &rules.creator_approves, &rules.single_party_exempt,
                      &rules.distinct_approvers};
  bool& one = *c.one_of(switches);
  one = !one;
}

/// Later workspaces are of the other mode; people may come either way.
inline void change_mode(rules::membership_rules& rules) {
  const bool sealed = rules.mode == rules::membership_mode::sealed;
  rules.mode = sealed ? rules::membership_mode::open : rules::membership_mode::sealed;
  rules.by_invitation = rules.direct = true;
}

/// A role more, in front of the others: their ordinals move.
inline void add_role(chooser& c, std::vector<rules::role_definition>& roles) {
  roles.insert(roles.begin(), {.name = "steward_" + std::to_string(c.below(1000)),
                               .assigned_by = std::vector<std::string>{"operator"}});
}

/// One thing set otherwise, so that worlds live through rules that change.
inline rules::rulebook changed(chooser& c, rules::rulebook book) {
  const auto maybe = [&](std::size_t least, std::size_t most) {
    const auto number = static_cast<std::uint32_t>(least + c.below(most - least));
    return c.chance(50) ? std::nullopt : std::optional(number);
  };
  switch (c.below(10)) {
    case 0:
      book.masking = !book.masking;
      break;
    case 1:
      book.limits.members_per_workspace = maybe(3, 7);
      break;
    case 2:
    case 3:
      change_reviews(c, book.approval);
      break;
    case 4:
      book.membership.self_leave = !book.membership.self_leave;
      break;
    case 5:
      book.archive.visibility =
          c.chance(50) ? rules::archive_visibility::hidden : rules::archive_visibility::read_only;
      break;
    case 6:
      book.management.owning_organization_only = !book.management.owning_organization_only;
      break;
    case 7:
      change_mode(book.membership);
      break;
    case 8:
      book.idempotency.window = maybe(5, 60).value_or(1000000);
      break;
    default:
      add_role(c, book.roles);
  }
  return book;
}

}  // namespace detail

inline std::optional<asked> amend_rulebook(chooser& c) {
  auto as = c.party(actor::platform());
  if (!as || c.chance(50)) return {};
  auto next = detail::changed(c, c.book);
  if (c.slips(30)) next.roles.clear();
  return asked{*as, realms::amend_rulebook{std::move(next)}};
}

/// Far enough for ends to come.
inline std::optional<asked> advance_time(chooser& c) {
  auto as = c.party(actor::platform());
  if (!as) return {};
  return asked{*as, time::advance{}, std::chrono::hours{1 + static_cast<int>(c.below(36))}};
}

inline std::optional<asked> mark_read(chooser& c) {
  auto as = c.some_user([&](user_id user) {
    const auto& box = c.world.mail[user.value];
    return c.slips() || box.read_up_to < box.rows.size();
  });
  if (!as) return {};
  const auto user = find(c.world, as->user());
  if (!user) return {};
  const auto read = static_cast<std::int64_t>(c.world.mail[user->value].read_up_to);
  return asked{*as, notice::mark_read{read + static_cast<std::int64_t>(c.below(5)) + (c.slips() ? -2 : 1)}};
}

inline std::optional<asked> extract_audit(chooser& c) {
  audit::extract out;
  std::optional<actor> as;
  if (c.chance(50)) {
    const auto free =
        c.open_to(permissions::organization_export_audit, c.world.organizations, [](auto) { return true; });
    if (free) as = free->as, out.organization = c.name(free->it);
  } else {
    const auto free =
        c.open_to(permissions::workspace_export_audit, c.world.workspaces, [](auto) { return true; });
    if (free) as = free->as, out.workspace = c.name(free->it);
  }
  if (!as) return {};
  if (c.chance(50)) out.filter = audit::filter{{}, "job.create", c.now - std::chrono::hours{5}, {}};
  return asked{*as, out};
}

}  // namespace charter::inline v0::testing::moves
