// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who may run an approved job (R037-R041, D24).

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <tuple>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/rules/rulebook.hpp"

namespace charter::inline v0::runs {

using rules::run_mode;

/// `Person` is a reference where a command proposes the policy, an id where the realm holds it.
template <class Person>
struct basic_policy {
  run_mode mode = run_mode::all;
  std::optional<std::vector<Person>> users = {};  ///< only with `specific`

  static constexpr auto fields = described_by<&basic_policy::mode, &basic_policy::users>("mode", "users");
  friend bool operator==(const basic_policy&, const basic_policy&) = default;
};

using proposal = basic_policy<ref<user_id>>;
using policy = basic_policy<user_id>;

inline proposal all() { return {run_mode::all, {}}; }
inline proposal creator() { return {run_mode::creator, {}}; }
inline proposal specific(std::vector<ref<user_id>> users) { return {run_mode::specific, std::move(users)}; }

/// Whether the allow-list names the user. An emptied list names nobody (D24).
inline bool names(const policy& it, user_id user) {
  return it.users && std::find(it.users->begin(), it.users->end(), user) != it.users->end();
}

}  // namespace charter::inline v0::runs
