// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm knows of integrations, datasets and data policies.

#include <algorithm>
#include <string>
#include <vector>

#include "charter/base/boxed.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/id.hpp"
#include "charter/rules/columns.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0 {

namespace asset {

struct details {
  std::string key;
  std::string name;
  std::string description;
  std::string content_digest;
  friend bool operator==(const details&, const details&) = default;
};

struct state {
  rules::asset_type type = rules::asset_type::dataset;
  organization_id organization;
  user_id creator;
  bool removed = false;  ///< discarded or removed: shared nowhere, found by nobody
  boxed<asset::details> details;
  boxed<std::vector<workspace_id>> shared_to;
  cow_vector<data_policy_id> policies;
  cow_vector<job_id> used_by;  ///< every job that ever used it, each once

  bool is_shared_to(workspace_id workspace) const {
    return std::find(shared_to->begin(), shared_to->end(), workspace) != shared_to->end();
  }
};

}  // namespace asset

namespace data_policy {

struct terms {
  std::string key;
  std::vector<workspace_id> workspaces;
  std::vector<rules::work> work;
  column_set columns;
  friend bool operator==(const terms&, const terms&) = default;
};

struct state {
  asset_id dataset;
  user_id author;
  bool removed = false;
  boxed<data_policy::terms> terms;

  /// Whether this policy alone lets that kind of work in that workspace use those columns (D32).
  bool covers(workspace_id workspace, rules::work work, const column_set& columns) const {
    const auto names = [](const auto& list, const auto& one) {
      return std::find(list.begin(), list.end(), one) != list.end();
    };
    return !removed && names(terms->workspaces, workspace) && names(terms->work, work) &&
           terms->columns.covers(columns);
  }
};

}  // namespace data_policy

}  // namespace charter::inline v0
