// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An immutable look at the realm as of one position. O(1) to take; pins memory while it lives.

#include <optional>
#include <string_view>
#include <utility>

#include "charter/access/effective.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Threads: any number may read one view, or copies of it.
class view {
 public:
  explicit view(charter::realm world) : world_(std::move(world)) {}

  position at_position() const { return world_.head; }
  instant time() const { return world_.now; }
  const charter::realm& realm() const { return world_; }

  std::optional<user_id> find_user(std::string_view name) const { return find(world_, ref<user_id>(name)); }
  std::optional<organization_id> find_organization(std::string_view name) const {
    return find(world_, ref<organization_id>(name));
  }
  std::optional<workspace_id> find_workspace(std::string_view name) const {
    return find(world_, ref<workspace_id>(name));
  }
  std::optional<job_id> find_job(std::string_view name) const { return find(world_, ref<job_id>(name)); }
  std::optional<run_id> find_run(std::string_view name) const { return find(world_, ref<run_id>(name)); }
  std::optional<asset_id> find_asset(std::string_view name) const {
    return find(world_, ref<asset_id>(name));
  }
  std::optional<permission> find_permission(std::string_view name) const {
    return world_.rules->find_permission(name);
  }

  decision check(const question& q) const { return effective(world_, q); }

 private:
  charter::realm world_;
};

}  // namespace charter::inline v0
