// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An approval policy as commands propose it and workspaces keep it; `approval.hpp` evaluates it.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::approval {

using rules::approval_mode;
enum class verdict { approve, reject };

/// `Person` is a reference where a command proposes the policy, an id where the realm holds it.
template <class Person>
struct basic_group {
  std::string name;
  std::int64_t minimum = 1;          ///< at least 1 once validated
  std::vector<Person> members = {};  ///< each once in a workspace

  static constexpr auto fields =
      described_by<&basic_group::name, &basic_group::minimum, &basic_group::members>("name", "minimum",
                                                                                     "members");
  friend bool operator==(const basic_group&, const basic_group&) = default;
};

template <class Person>
struct basic_policy {
  approval_mode mode = approval_mode::all;
  std::optional<std::vector<basic_group<Person>>> groups = {};  ///< only with mode groups
  std::optional<std::int64_t> rejections = {};  ///< distinct rejections that reject; 1 if absent (D47)

  static constexpr auto fields =
      described_by<&basic_policy::mode, &basic_policy::groups, &basic_policy::rejections>("mode", "groups",
                                                                                          "rejections");
  friend bool operator==(const basic_policy&, const basic_policy&) = default;
};

using group_proposal = basic_group<ref<user_id>>;
using proposal = basic_policy<ref<user_id>>;
using group = basic_group<user_id>;
using policy = basic_policy<user_id>;

inline proposal all() { return {}; }
inline proposal groups(std::vector<group_proposal> named) {
  return {approval_mode::groups, std::move(named), {}};
}

inline bool in_group(const group& it, user_id user) {
  return std::find(it.members.begin(), it.members.end(), user) != it.members.end();
}

/// Whether the policy gives the user a say at all; `is_eligible` adds whose job it is.
inline bool names(const policy& it, user_id user) {
  return it.mode == approval_mode::all ||
         (it.groups && std::any_of(it.groups->begin(), it.groups->end(),
                                   [&](const group& g) { return in_group(g, user); }));
}

}  // namespace charter::inline v0::approval
