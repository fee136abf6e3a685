// SPDX-License-Identifier: Apache-2.0
#include "charter/engine/view.hpp"

#include <utility>

#include "charter/access/effective.hpp"
#include "charter/realm/lookup.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

view::view(charter::realm world) : world_(std::make_shared<const charter::realm>(std::move(world))) {}

position view::at_position() const { return world_->head; }
instant view::time() const { return world_->now; }

std::optional<user_id> view::find_user(std::string_view name) const {
  return find(*world_, ref<user_id>(name));
}
std::optional<organization_id> view::find_organization(std::string_view name) const {
  return find(*world_, ref<organization_id>(name));
}
std::optional<workspace_id> view::find_workspace(std::string_view name) const {
  return find(*world_, ref<workspace_id>(name));
}
std::optional<job_id> view::find_job(std::string_view name) const { return find(*world_, ref<job_id>(name)); }
std::optional<run_id> view::find_run(std::string_view name) const { return find(*world_, ref<run_id>(name)); }
std::optional<asset_id> view::find_asset(std::string_view name) const {
  return find(*world_, ref<asset_id>(name));
}
std::optional<permission> view::find_permission(std::string_view name) const {
  return world_->rules->find_permission(name);
}

decision view::check(const question& q) const { return effective(*world_, q); }

}  // namespace charter::inline v0
