// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How a search names things: by id while it searches, by key where people read it. Things that begin on the
/// way get keys that say the same.

#include <cstdint>
#include <string>

#include "charter/realm/lookup.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// REQUIRES: the realm outlives it.
class naming {
 public:
  enum class by { id, key };

  naming(const realm& start, by how) : start_(start), how_(how) {}

  std::string operator()(organization_id it) const { return name(start_.organizations, it); }
  std::string operator()(user_id it) const { return name(start_.users, it); }
  std::string operator()(workspace_id it) const { return name(start_.workspaces, it); }
  std::string operator()(asset_id it) const { return name(start_.assets, it); }
  std::string operator()(data_policy_id it) const { return name(start_.data_policies, it); }
  std::string operator()(job_id it) const { return name(start_.jobs, it); }
  std::string operator()(run_id it) const { return name(start_.runs, it); }
  std::string operator()(invitation_id it) const { return name(start_.invitations, it); }

  /// Whom one does not know yet one names by address (D30).
  std::string address(user_id it) const { return start_.users[it].profile->email; }

  /// The key of a thing that is not there at the start. A hyphen, because `job_1` is an id.
  template <class Id>
  static std::string key_of_new(Id it) {
    return std::string(Id::kind::noun) + "-" + std::to_string(it.value + 1);
  }

 private:
  template <class Id, class State>
  std::string name(const registry<Id, State>& there, Id it) const {
    if (how_ == by::id) return to_text(it);
    return there.has(it) ? label(start_, it) : key_of_new(it);
  }

  const realm& start_;
  by how_;
};

}  // namespace charter::inline v0::analysis
