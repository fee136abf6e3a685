// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From names to things and back: id form, then key, then for users the e-mail address.

#include <optional>
#include <string>
#include <string_view>

#include "charter/base/text.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

namespace detail {

template <class Id, class State>
std::optional<Id> find_named(const registry<Id, State>& things, std::string_view name) {
  if (const auto it = parse_id<Id>(name)) return things.has(*it) ? it : std::nullopt;
  if (const auto* it = things.keys.find(name)) return *it;
  return {};
}

inline std::string key_or_id(std::string_view key, std::string id_text) {
  return key.empty() ? std::move(id_text) : std::string(key);
}

}  // namespace detail

inline std::optional<organization_id> find(const realm& world, const ref<organization_id>& name) {
  return detail::find_named(world.organizations, name.text());
}
inline std::optional<user_id> find_by_email(const realm& world, std::string_view email) {
  const auto* it = world.emails.find(ascii_lower(email));
  return it ? std::optional(*it) : std::nullopt;
}
inline std::optional<user_id> find(const realm& world, const ref<user_id>& name) {
  if (const auto it = detail::find_named(world.users, name.text())) return it;
  return find_by_email(world, name.text());
}
inline std::optional<workspace_id> find(const realm& world, const ref<workspace_id>& name) {
  return detail::find_named(world.workspaces, name.text());
}
inline std::optional<invitation_id> find(const realm& world, const ref<invitation_id>& name) {
  return detail::find_named(world.invitations, name.text());
}
/// A discarded job is found by nobody.
inline std::optional<job_id> find(const realm& world, const ref<job_id>& name) {
  const auto it = detail::find_named(world.jobs, name.text());
  return it && world.jobs[*it].status != job::status::discarded ? it : std::nullopt;
}
inline std::optional<run_id> find(const realm& world, const ref<run_id>& name) {
  return detail::find_named(world.runs, name.text());
}
/// A discarded integration and a removed dataset are found by nobody.
inline std::optional<asset_id> find(const realm& world, const ref<asset_id>& name) {
  const auto it = detail::find_named(world.assets, name.text());
  return it && !world.assets[*it].removed ? it : std::nullopt;
}
inline std::optional<data_policy_id> find(const realm& world, const ref<data_policy_id>& name) {
  const auto it = detail::find_named(world.data_policies, name.text());
  return it && !world.data_policies[*it].removed ? it : std::nullopt;
}

/// How answers refer to a thing: its key, else a user's e-mail address, else its id.
inline std::string label(const realm& world, organization_id it) {
  return detail::key_or_id(*world.organizations[it].key, to_text(it));
}
inline std::string label(const realm& world, user_id it) {
  const auto& profile = *world.users[it].profile;
  return detail::key_or_id(profile.key, profile.email);
}
inline std::string label(const realm& world, workspace_id it) {
  return detail::key_or_id(world.workspaces[it].details->key, to_text(it));
}
inline std::string label(const realm& world, invitation_id it) {
  return detail::key_or_id(world.invitations[it].to->key, to_text(it));
}
inline std::string label(const realm& world, job_id it) {
  return detail::key_or_id(world.jobs[it].content->key, to_text(it));
}
inline std::string label(const realm& world, run_id it) {
  return detail::key_or_id(world.runs[it].details->key, to_text(it));
}
inline std::string label(const realm& world, asset_id it) {
  return detail::key_or_id(world.assets[it].details->key, to_text(it));
}
inline std::string label(const realm& world, data_policy_id it) {
  return detail::key_or_id(world.data_policies[it].terms->key, to_text(it));
}
inline std::string label(const realm& world, attestation_id it) {
  return detail::key_or_id(*world.attestations[it].key, to_text(it));
}
inline std::string label(const realm& world, const acting& who) {
  return who.is_user() ? label(world, who.user) : to_text(who);
}

}  // namespace charter::inline v0
