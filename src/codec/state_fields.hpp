// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The members of every state struct that does not describe itself, in order: what snapshots hold and
/// fingerprints print.
///
/// INVARIANT: `fields_of` names every member; `members_of` counts them at compile time.

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "charter/base/fields.hpp"
#include "charter/machines/asset/state.hpp"
#include "charter/machines/directory/state.hpp"
#include "charter/machines/invitation/state.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/machines/ledger/state.hpp"
#include "charter/machines/run/state.hpp"
#include "charter/machines/workspace/state.hpp"
#include "charter/realm/due_queue.hpp"

namespace charter::inline v0::codec {

/// T, or const T.
template <class Given, class T>
concept like = std::same_as<std::remove_const_t<Given>, T>;

auto fields_of(like<acting> auto& it) { return std::tie(it.kind, it.user); }
auto fields_of(like<column_set> auto& it) { return std::tie(it.names); }
auto fields_of(like<due_entry> auto& it) { return std::tie(it.until, it.first, it.second, it.role); }

auto fields_of(like<organization::state> auto& it) {
  return std::tie(it.key, it.name, it.users, it.workspaces, it.joined, it.owned, it.assets, it.attestations,
                  it.entries);
}

auto fields_of(like<user::profile> auto& it) { return std::tie(it.key, it.email, it.name); }
auto fields_of(like<user::held_role> auto& it) { return std::tie(it.organization, it.role, it.until); }
auto fields_of(like<user::standing> auto& it) { return std::tie(it.organizations, it.roles); }
auto fields_of(like<user::state> auto& it) {
  return std::tie(it.status, it.signed_in, it.profile, it.standing, it.workspaces, it.invitations);
}

auto fields_of(like<membership::row> auto& it) {
  return std::tie(it.user, it.role, it.until, it.ended, it.suspended_by);
}
auto fields_of(like<workspace::details> auto& it) {
  return std::tie(it.key, it.name, it.description, it.homepage, it.countries, it.image, it.properties,
                  it.templates);
}
auto fields_of(like<workspace::policies> auto& it) { return std::tie(it.approval, it.run); }
auto fields_of(like<workspace::state> auto& it) {
  return std::tie(it.owner, it.creator, it.kind, it.status, it.mode, it.policies_fixed,
                  it.credential_generation, it.awaited, it.open_invitations, it.review_revision, it.details,
                  it.policies, it.members, it.listed, it.invitations, it.jobs, it.runs, it.assets,
                  it.entries);
}

auto fields_of(like<invitation::addressee> auto& it) { return std::tie(it.key, it.email); }
auto fields_of(like<invitation::state> auto& it) {
  return std::tie(it.workspace, it.user, it.invited_by, it.role, it.until, it.sent_at, it.status, it.to);
}

auto fields_of(like<asset::details> auto& it) {
  return std::tie(it.key, it.name, it.description, it.content_digest);
}
auto fields_of(like<asset::state> auto& it) {
  return std::tie(it.type, it.organization, it.creator, it.removed, it.details, it.shared_to, it.policies,
                  it.used_by);
}
auto fields_of(like<data_policy::terms> auto& it) {
  return std::tie(it.key, it.workspaces, it.work, it.columns);
}
auto fields_of(like<data_policy::state> auto& it) {
  return std::tie(it.dataset, it.author, it.removed, it.terms);
}

auto fields_of(like<job::content> auto& it) { return std::tie(it.key, it.name, it.digest, it.uses); }
auto fields_of(like<job::decision_row> auto& it) {
  return std::tie(it.user, it.decision, it.revision, it.comment, it.automatic);
}
auto fields_of(like<job::comment_row> auto& it) { return std::tie(it.user, it.comment); }
auto fields_of(like<job::state> auto& it) {
  return std::tie(it.workspace, it.creator, it.status, it.held, it.revision, it.content, it.decisions,
                  it.comments, it.runs);
}

auto fields_of(like<run::details> auto& it) { return std::tie(it.key, it.note); }
auto fields_of(like<run::state> auto& it) {
  return std::tie(it.job, it.workspace, it.started_by, it.status, it.attested, it.details);
}
auto fields_of(like<attestation::state> auto& it) { return std::tie(it.run, it.at, it.key, it.digest); }

auto fields_of(like<ledger::entry> auto& it) {
  return std::tie(it.at_position, it.at, it.by, it.command, it.events, it.workspaces, it.organizations);
}
auto fields_of(like<ledger::remembered> auto& it) { return std::tie(it.at_position, it.digest); }
auto fields_of(like<notice::row> auto& it) { return std::tie(it.kind, it.workspace, it.job, it.by, it.at); }
auto fields_of(like<notice::mailbox> auto& it) { return std::tie(it.rows, it.read_up_to); }

/// A state struct that is listed above.
template <class T>
concept listed = requires(T& it) {
  fields_of(it);
};

/// References to all members, in order.
template <listed T>
auto members_of(T& it) {
  auto fields = fields_of(it);
  static_assert(detail::arity<std::remove_const_t<T>>() == std::tuple_size_v<decltype(fields)>,
                "fields_of must list every member");
  return fields;
}

}  // namespace charter::inline v0::codec
