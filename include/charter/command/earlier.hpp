// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The realm as it was before a change, for what is measured from there: who ceased to count, which quorum
/// was lost, who stopped being the last administrator.

#include <concepts>
#include <optional>

#include "charter/realm/message.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0 {

/// Whether something about the event is measured from the realm before it. The list is short for a reason:
/// keeping a realm is O(1), but makes the writes after it clone what they touch.
template <class Event>
bool is_measured(const realm&, const Event&) {
  return (std::same_as<Event, integration::updated> || std::same_as<Event, invitations::expired> ||
          std::same_as<Event, memberships::ended> || std::same_as<Event, roles::ended> ||
          std::same_as<Event, role::withdrawn> || std::same_as<Event, user::joined> ||
          std::same_as<Event, user::removed> || std::same_as<Event, user::deactivated> ||
          std::same_as<Event, user::reactivated> || std::same_as<Event, workspace::approval_policy_set> ||
          std::same_as<Event, workspace::member_removed> || std::same_as<Event, workspace::member_left> ||
          std::same_as<Event, workspace::role_changed>);
}
/// Who joins as the second takes the exemption of a single party away (D25); a third takes nothing.
inline bool is_measured(const realm& world, const workspace::member_added& what) {
  return world.workspaces[what.workspace].listed < 2;
}

class earlier {
 public:
  /// The first realm that is kept stays.
  void keep(const realm& world) {
    if (!kept_) kept_ = world;
  }
  void forget() { kept_.reset(); }
  bool kept() const { return kept_.has_value(); }

  /// REQUIRES: kept().
  const realm& operator*() const { return *kept_; }
  /// The realm that was kept, or the present one: nothing was measured, so that they agree in what matters.
  const realm& or_now(const realm& world) const { return kept_ ? *kept_ : world; }

 private:
  std::optional<realm> kept_;
};

}  // namespace charter::inline v0
