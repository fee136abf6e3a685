// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An immutable look at the realm as of one position. O(1) to take; pins memory while it lives.

#include <memory>
#include <optional>
#include <string_view>

#include "charter/access/question.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"

namespace charter::inline v0 {

struct realm;

/// Threads: any number may read one view, or copies of it. Cost of a copy: a counter.
class view {
 public:
  explicit view(charter::realm world);

  position at_position() const;
  instant time() const;
  /// The value itself, for queries and for looking around; `charter/realm/realm.hpp` defines it. It lives as
  /// long as this view or a copy of it.
  const charter::realm& realm() const { return *world_; }

  /// By id, by key, and users by e-mail address.
  std::optional<user_id> find_user(std::string_view name) const;
  std::optional<organization_id> find_organization(std::string_view name) const;
  std::optional<workspace_id> find_workspace(std::string_view name) const;
  std::optional<job_id> find_job(std::string_view name) const;
  std::optional<run_id> find_run(std::string_view name) const;
  std::optional<asset_id> find_asset(std::string_view name) const;
  std::optional<permission> find_permission(std::string_view name) const;

  decision check(const question& q) const;

 private:
  std::shared_ptr<const charter::realm> world_;
};

}  // namespace charter::inline v0
