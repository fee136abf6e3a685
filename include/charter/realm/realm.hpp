// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The governed world as one value: it copies in O(1), and everything in it follows from the log.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "charter/base/cow_map.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/position.hpp"
#include "charter/base/text.hpp"
#include "charter/machines/asset/state.hpp"
#include "charter/machines/directory/state.hpp"
#include "charter/machines/invitation/state.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/machines/ledger/state.hpp"
#include "charter/machines/run/state.hpp"
#include "charter/machines/workspace/state.hpp"
#include "charter/realm/due_queue.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0 {

/// A kind of thing: the things by ordinal, and those that have a key by key.
template <class Id, class State>
struct registry {
  cow_vector<State> all;
  cow_map<std::string, Id> keys;

  Id next() const { return Id{static_cast<std::uint32_t>(all.size())}; }
  bool has(Id it) const { return it.value < all.size(); }
  const State& operator[](Id it) const { return all[it.value]; }
  State& edit(Id it) { return all.edit(it.value); }

  void add(State made, std::string_view key) {
    if (!key.empty()) keys.set(std::string(key), next());
    all.push_back(std::move(made));
  }
};

/// Threads: like a value. Readers of one copy never see another's changes.
/// Cost:    copying is O(1): every container shares its storage until one side writes.
struct realm {
  rules_ptr rules;    ///< null until realm.created
  instant now{};      ///< the time of the last record
  position head = 0;  ///< the position of the last record

  registry<organization_id, organization::state> organizations;
  registry<user_id, user::state> users;
  registry<workspace_id, workspace::state> workspaces;
  registry<invitation_id, invitation::state> invitations;
  registry<asset_id, asset::state> assets;
  registry<data_policy_id, data_policy::state> data_policies;
  registry<job_id, job::state> jobs;
  registry<run_id, run::state> runs;
  registry<attestation_id, attestation::state> attestations;

  cow_map<std::string, user_id> emails;                                  ///< by lower-case address (D36)
  cow_map<std::string, cow_vector<invitation_id>> held_invitations;      ///< by lower-case address (D37)
  cow_map<std::pair<workspace_id, user_id>, std::uint32_t> member_rows;  ///< the latest row of each
  /// How many unarchived workspaces of an organization bear a name.
  cow_map<std::pair<organization_id, std::string>, std::uint32_t> workspace_names;
  due_queue due_memberships;  ///< first: workspace, second: user
  due_queue due_roles;        ///< first: user, second: organization
  due_queue due_invitations;  ///< first: invitation

  cow_vector<ledger::entry> entries;  ///< one a record: position p is at p - 1
  cow_map<std::string, ledger::remembered> command_ids;
  cow_map<position, std::string> command_id_at;     ///< so that the window can forget
  position forgotten_to = 0;                        ///< command ids up to this record are forgotten
  cow_vector<notice::mailbox> mail;                 ///< by user
  cow_map<std::string, notice::mailbox> held_mail;  ///< by lower-case address without an account
  notice::mailbox platform_mail;

  const rules::rulebook& book() const { return rules->book(); }

  /// The latest row of that user there, ended or not; null if there never was one.
  const membership::row* find_row(workspace_id workspace, user_id user) const {
    const auto* at = member_rows.find({workspace, user});
    return at ? &workspaces[workspace].members[*at] : nullptr;
  }
};

}  // namespace charter::inline v0
