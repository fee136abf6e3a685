// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The members of every state struct that does not describe itself, in order.
///
/// INVARIANT: `fields_of` names every member; the printer counts them at compile time.

#include <tuple>

#include "charter/machines/asset/state.hpp"
#include "charter/machines/directory/state.hpp"
#include "charter/machines/invitation/state.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/machines/ledger/state.hpp"
#include "charter/machines/run/state.hpp"
#include "charter/machines/workspace/state.hpp"
#include "charter/realm/due_queue.hpp"

namespace charter::inline v0::testing {

inline auto fields_of(const acting& it) { return std::tie(it.kind, it.user); }
inline auto fields_of(const column_set& it) { return std::tie(it.names); }
inline auto fields_of(const due_entry& it) { return std::tie(it.until, it.first, it.second, it.role); }

inline auto fields_of(const organization::state& it) {
  return std::tie(it.key, it.name, it.users, it.workspaces, it.joined, it.owned, it.assets, it.attestations,
                  it.entries);
}

inline auto fields_of(const user::profile& it) { return std::tie(it.key, it.email, it.name); }
inline auto fields_of(const user::held_role& it) { return std::tie(it.organization, it.role, it.until); }
inline auto fields_of(const user::standing& it) { return std::tie(it.organizations, it.roles); }
inline auto fields_of(const user::state& it) {
  return std::tie(it.status, it.signed_in, it.profile, it.standing, it.workspaces, it.invitations);
}

inline auto fields_of(const membership::row& it) {
  return std::tie(it.user, it.role, it.until, it.ended, it.suspended_by);
}
inline auto fields_of(const workspace::details& it) {
  return std::tie(it.key, it.name, it.description, it.homepage, it.countries, it.image, it.properties,
                  it.templates);
}
inline auto fields_of(const workspace::policies& it) { return std::tie(it.approval, it.run); }
inline auto fields_of(const workspace::state& it) {
  return std::tie(it.owner, it.creator, it.kind, it.status, it.mode, it.policies_fixed,
                  it.credential_generation, it.awaited, it.open_invitations, it.review_revision, it.details,
                  it.policies, it.members, it.listed, it.invitations, it.jobs, it.runs, it.assets,
                  it.entries);
}

inline auto fields_of(const invitation::addressee& it) { return std::tie(it.key, it.email); }
inline auto fields_of(const invitation::state& it) {
  return std::tie(it.workspace, it.user, it.invited_by, it.role, it.until, it.sent_at, it.status, it.to);
}

inline auto fields_of(const asset::details& it) {
  return std::tie(it.key, it.name, it.description, it.content_digest);
}
inline auto fields_of(const asset::state& it) {
  return std::tie(it.type, it.organization, it.creator, it.removed, it.details, it.shared_to, it.policies,
                  it.used_by);
}
inline auto fields_of(const data_policy::terms& it) {
  return std::tie(it.key, it.workspaces, it.work, it.columns);
}
inline auto fields_of(const data_policy::state& it) {
  return std::tie(it.dataset, it.author, it.removed, it.terms);
}

inline auto fields_of(const job::content& it) { return std::tie(it.key, it.name, it.digest, it.uses); }
inline auto fields_of(const job::decision_row& it) {
  return std::tie(it.user, it.decision, it.revision, it.comment, it.automatic);
}
inline auto fields_of(const job::comment_row& it) { return std::tie(it.user, it.comment); }
inline auto fields_of(const job::state& it) {
  return std::tie(it.workspace, it.creator, it.status, it.held, it.revision, it.content, it.decisions,
                  it.comments, it.runs);
}

inline auto fields_of(const run::details& it) { return std::tie(it.key, it.note); }
inline auto fields_of(const run::state& it) {
  return std::tie(it.job, it.workspace, it.started_by, it.status, it.attested, it.details);
}
inline auto fields_of(const attestation::state& it) { return std::tie(it.run, it.at, it.key, it.digest); }

inline auto fields_of(const ledger::entry& it) {
  return std::tie(it.at_position, it.at, it.by, it.command, it.events, it.workspaces, it.organizations);
}
inline auto fields_of(const ledger::remembered& it) { return std::tie(it.at_position, it.digest); }
inline auto fields_of(const notice::row& it) { return std::tie(it.kind, it.workspace, it.job, it.by, it.at); }
inline auto fields_of(const notice::mailbox& it) { return std::tie(it.rows, it.read_up_to); }

}  // namespace charter::inline v0::testing
