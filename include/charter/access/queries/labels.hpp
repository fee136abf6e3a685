// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How answers refer to several things at once, and to what may be missing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charter/realm/lookup.hpp"

namespace charter::inline v0::queries {

template <class Ids>
std::vector<std::string> labels(const realm& world, const Ids& ids) {
  std::vector<std::string> out;
  for (const auto each : ids) out.push_back(label(world, each));
  return out;
}

template <class Id>
std::optional<std::string> label_if(const realm& world, const std::optional<Id>& it) {
  return it ? std::optional(label(world, *it)) : std::nullopt;
}

/// An empty text is an absent one.
inline std::optional<std::string> text_if(std::string_view it) {
  return it.empty() ? std::nullopt : std::optional<std::string>(it);
}

inline std::optional<std::string> role_name(const realm& world, std::optional<role_index> it) {
  return it ? std::optional(world.rules->role(*it).name) : std::nullopt;
}

/// The roles that were assigned to the user in that organization; default roles are held, never assigned.
inline std::vector<std::string> roles_in(const realm& world, const user::state& it,
                                         organization_id organization, instant at) {
  std::vector<std::string> out;
  for (const auto& each : it.standing->roles)
    if (each.organization == organization && each.counts(at))
      out.push_back(world.rules->role(each.role).name);
  return out;
}

}  // namespace charter::inline v0::queries
