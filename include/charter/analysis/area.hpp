// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The areas of life in a realm that a search may move in.

#include <array>
#include <cstdint>
#include <string_view>

#include "charter/base/enum_text.hpp"

namespace charter::inline v0::analysis {

/// `directory`: roles, deactivating, removing, signing in. `workspaces`: creating and archiving.
/// `membership`: adding, removing, leaving, changing roles. `policies`: who must approve, who may run.
/// `settings`: names and descriptions. The rest speak for themselves.
enum class area : std::uint8_t {
  directory,
  workspaces,
  membership,
  invitations,
  policies,
  settings,
  assets,
  jobs,
  runs
};

}  // namespace charter::inline v0::analysis

namespace charter::inline v0 {

template <>
struct enum_names<analysis::area> {
  static constexpr std::array<std::string_view, 9> names = {"directory",   "workspaces", "membership",
                                                            "invitations", "policies",   "settings",
                                                            "assets",      "jobs",       "runs"};
};

}  // namespace charter::inline v0
