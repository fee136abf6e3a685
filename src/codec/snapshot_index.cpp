// SPDX-License-Identifier: Apache-2.0
#include "snapshot_index.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "charter/base/text.hpp"

namespace charter::inline v0::codec {

namespace {

const std::string& key_of(const organization::state& it) { return *it.key; }
const std::string& key_of(const user::state& it) { return it.profile->key; }
const std::string& key_of(const workspace::state& it) { return it.details->key; }
const std::string& key_of(const invitation::state& it) { return it.to->key; }
const std::string& key_of(const asset::state& it) { return it.details->key; }
const std::string& key_of(const data_policy::state& it) { return it.terms->key; }
const std::string& key_of(const job::state& it) { return it.content->key; }
const std::string& key_of(const run::state& it) { return it.details->key; }
const std::string& key_of(const attestation::state& it) { return *it.key; }

/// Keys are never taken back, not even from what was discarded.
template <class Id, class State>
void index_keys(registry<Id, State>& things) {
  std::vector<std::pair<std::string, Id>> all;
  Id next{};
  for (const auto& each : things.all) {
    if (const auto& key = key_of(each); !key.empty()) all.emplace_back(key, next);
    ++next.value;
  }
  things.keys = cow_map<std::string, Id>::of(std::move(all));
}

void index_addresses(realm& world) {
  std::vector<std::pair<std::string, user_id>> all;
  user_id next{};
  for (const auto& each : world.users.all) {
    all.emplace_back(ascii_lower(each.profile->email), next);
    ++next.value;
  }
  world.emails = cow_map<std::string, user_id>::of(std::move(all));
}

/// Of several rows of a person the last counts.
void index_rows(realm& world) {
  std::size_t rows = 0;
  for (const auto& each : world.workspaces.all) rows += each.members.size();
  std::vector<std::pair<std::pair<workspace_id, user_id>, std::uint32_t>> all;
  all.reserve(rows);
  workspace_id here{};
  for (const auto& each : world.workspaces.all) {
    std::uint32_t at = 0;
    for (const auto& row : each.members) all.push_back({{here, row.user}, at++});
    ++here.value;
  }
  world.member_rows = decltype(world.member_rows)::of(std::move(all));
}

void index_names(realm& world) {
  for (const auto& each : world.workspaces.all)
    if (!each.archived()) ++world.workspace_names.edit({each.owner, each.details->name});
}

void index_command_ids(realm& world) {
  std::vector<std::pair<position, std::string>> all;
  world.command_ids.for_each([&](const std::string& scoped, const ledger::remembered& known) {
    all.emplace_back(known.at_position, scoped);
  });
  world.command_id_at = cow_map<position, std::string>::of(std::move(all));
}

}  // namespace

void rebuild_indexes(realm& world) {
  index_keys(world.organizations);
  index_keys(world.users);
  index_keys(world.workspaces);
  index_keys(world.invitations);
  index_keys(world.assets);
  index_keys(world.data_policies);
  index_keys(world.jobs);
  index_keys(world.runs);
  index_keys(world.attestations);
  index_addresses(world);
  index_rows(world);
  index_names(world);
  index_command_ids(world);
}

}  // namespace charter::inline v0::codec
