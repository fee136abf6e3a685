// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Rulebooks to test with: the three that ship, and changed ones that between them turn every switch.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "charter/rules/rulebooks/shipped.hpp"

namespace charter::inline v0::testing {

namespace detail {

inline rules::rulebook named(rules::rulebook book, std::string name) {
  book.name = std::move(name);
  return book;
}

/// People are invited, may come back on an answer, and are soon too many.
inline rules::rulebook invited_and_limited() {
  auto book = named(rulebooks::opaque_open(), "invited_and_limited");
  book.membership.by_invitation = true;
  book.membership.direct = false;
  book.membership.existing_accounts = rules::existing_accounts::invite;
  book.membership.invitation_ttl = "36h";
  book.membership.duplicate_invitation = rules::duplicate_invitation::resend;
  book.membership.decline = rules::decline::may_accept_later;
  book.limits = {3, 3, 6, 2};
  book.idempotency.window = 20;
  return book;
}

/// Each approval serves one group, two rejections reject, creators do not approve, nobody is exempt.
inline rules::rulebook strict_reviews() {
  auto book = named(rulebooks::opaque_open(), "strict_reviews");
  book.approval.distinct_approvers = true;
  book.approval.max_rejections = 2;
  book.approval.shrinking_completes = false;
  book.approval.creator_approves = false;
  book.approval.single_party_exempt = false;
  book.approval.default_ = rules::approval_mode::groups;
  book.run_policy.default_ = rules::run_mode::creator;
  book.directory.candidates = rules::candidates_from::everyone;
  return book;
}

/// Nothing is masked; both ways in; many organizations a person; only the owner's people manage.
inline rules::rulebook unmasked() {
  auto book = named(rulebooks::opaque_open(), "unmasked");
  book.masking = false;
  book.approval.shrinking_completes = false;
  book.membership.by_invitation = true;
  book.membership.existing_accounts = rules::existing_accounts::add;
  book.membership.eligibility.account = false;
  book.membership.on_account_created = rules::on_account_created::accept;
  book.management.owning_organization_only = true;
  book.directory.organizations_per_user = {};
  book.directory.account_without_organization = true;
  book.archive.visibility = rules::archive_visibility::hidden;
  return book;
}

/// Sealed, with both ways in and policies that change after all; invitations are held for addresses.
inline rules::rulebook sealed_but_changeable() {
  auto book = named(rulebooks::opaque_sealed(), "sealed_but_changeable");
  book.membership.direct = true;
  book.membership.decline = rules::decline::may_accept_later;
  book.membership.eligibility.account = false;
  book.membership.on_account_created = rules::on_account_created::accept;
  book.policies.after_creation = rules::after_creation::changeable;
  book.approval.shrinking_completes = false;
  book.approval.max_rejections = 3;
  book.limits.members_per_workspace = 4;
  book.time.tolerance_back = "0s";
  return book;
}

/// Only one's own people, guards that name nobody, a role of one's own making.
inline rules::rulebook own_people() {
  auto book = named(rulebooks::opaque_open(), "own_people");
  book.membership.eligibility.organization = rules::eligible_organization::own;
  book.membership.eligibility.signed_in = false;
  book.membership.self_leave = false;
  book.guards.last_workspace_admin.except = {};
  book.guards.last_organization_admin = {{"workspace_admin"}, {}, {}};
  book.archive.visibility = rules::archive_visibility::hidden;
  book.approval.policies = {rules::approval_mode::groups};
  book.run_policy.policies = {rules::run_mode::specific};
  return book;
}

/// openhexa where an account takes up what was held for it, and members may go.
inline rules::rulebook hexa_accepting() {
  auto book = named(rulebooks::openhexa(), "hexa_accepting");
  book.membership.on_account_created = rules::on_account_created::accept;
  book.membership.existing_accounts = rules::existing_accounts::add;
  book.membership.direct = true;
  book.membership.self_leave = true;
  book.membership.own_role_change = rules::own_role_change::down_only;
  book.membership.decline = rules::decline::may_accept_later;
  book.membership.invitation_ttl = "2d";
  book.guards.last_workspace_admin.except = {};
  book.archive.visibility = rules::archive_visibility::read_only;
  book.limits.members_per_workspace = 5;
  return book;
}

/// openhexa's roles over sealed workspaces whose work is reviewed.
inline rules::rulebook hexa_sealed() {
  auto book = named(rulebooks::openhexa(), "hexa_sealed");
  book.membership.mode = rules::membership_mode::sealed;
  book.kinds.push_back({.name = "reviewed",
                        .label = "Reviewed work",
                        .work = rules::work::job,
                        .approval = true,
                        .run_policy = true,
                        .templates = true,
                        .assets = {rules::asset_type::dataset, rules::asset_type::integration},
                        .reject_comment = true});
  for (auto& of_role : book.grants) {
    if (of_role.role == "editor")
      for (const char* name : {"job.request_approval", "job.review", "job.return_to_draft"})
        of_role.grants.push_back({name, {{}}});
    if (of_role.role == "editor") of_role.grants.push_back({"job.decide", {{{condition::approver}}}});
    if (of_role.role == "admin")
      for (const char* name : {"workspace.manage_policies", "workspace.manage_templates",
                               "integration.create", "integration.share", "integration.view"})
        of_role.grants.push_back({name, {{}}});
  }
  return book;
}

}  // namespace detail

/// Every one passes rules::validate. New ones go to the end: seeds name them by place.
inline const std::vector<rules::rulebook>& sample_rulebooks() {
  static const std::vector<rules::rulebook> all = {
      rulebooks::opaque_sealed(),      rulebooks::opaque_open(), rulebooks::openhexa(),
      detail::invited_and_limited(),   detail::strict_reviews(), detail::unmasked(),
      detail::sealed_but_changeable(), detail::own_people(),     detail::hexa_accepting(),
      detail::hexa_sealed(),
  };
  return all;
}

}  // namespace charter::inline v0::testing
