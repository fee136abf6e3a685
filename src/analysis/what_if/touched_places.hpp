// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where records may have changed a right or a review. Naming too much costs time, too little would be wrong:
/// a property compares what is found there with what is found everywhere.

#include <utility>
#include <vector>

#include "charter/realm/realm.hpp"
#include "charter/record/record.hpp"

namespace charter::inline v0::analysis {

class touched_places {
 public:
  /// REQUIRES: `after` is `before` with the record folded in.
  void add(const realm& before, const realm& after, const record& what);
  void add_everything() { everything_ = true; }

  /// What to ask about between two moments around everything that was added; each list sorted, each once.
  struct result {
    std::vector<std::pair<organization_id, user_id>> organization_rights;
    std::vector<std::pair<workspace_id, user_id>> workspace_rights;
    std::vector<organization_id> organizations;
    std::vector<workspace_id> workspaces;
    std::vector<job_id> jobs;
  };
  /// REQUIRES: `after` has its rulebook.
  result between(const realm& before, const realm& after) const;

 private:
  bool everything_ = false;
  std::vector<user_id> accounts_;  ///< whose account, belonging or role changed
  std::vector<workspace_id> workspaces_;
};

}  // namespace charter::inline v0::analysis
