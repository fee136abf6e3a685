// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A question, "may this user do this here?", and its answer.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/rules/condition.hpp"
#include "charter/rules/ordinals.hpp"
#include "charter/rules/permission.hpp"

namespace charter::inline v0 {

/// What a question is about: one thing, and for some permissions the workspace or the member concerned.
struct target {
  enum class kind : std::uint8_t { organization, workspace, job, run, asset, data_policy };

  kind what = kind::workspace;
  std::uint32_t value = 0;
  std::optional<workspace_id> in = {};  ///< with an asset: share, unshare
  std::optional<user_id> member = {};   ///< with a workspace: withdraw_user

  constexpr target() = default;
  constexpr target(organization_id it) : what(kind::organization), value(it.value) {}
  constexpr target(workspace_id it) : what(kind::workspace), value(it.value) {}
  constexpr target(workspace_id it, user_id concerned)
      : what(kind::workspace), value(it.value), member(concerned) {}
  constexpr target(job_id it) : what(kind::job), value(it.value) {}
  constexpr target(run_id it) : what(kind::run), value(it.value) {}
  constexpr target(asset_id it) : what(kind::asset), value(it.value) {}
  constexpr target(asset_id it, workspace_id named) : what(kind::asset), value(it.value), in(named) {}
  constexpr target(data_policy_id it) : what(kind::data_policy), value(it.value) {}
};

struct question {
  user_id user;
  permission what;
  target on;
  std::optional<instant> at = {};  ///< the realm's time if absent or earlier
};

/// Why a question is denied, in the words of the vocabulary.
enum class denial : std::uint8_t {
  none,
  malformed,
  unknown_permission,
  not_found,
  deactivated,
  workspace_archived,
  workspace_pending,
  not_a_member,
  not_approved,
  not_in_run_policy,
  not_an_approver,
  forbidden,
  depends_on_resource,
};

constexpr std::string_view to_text(denial why) {
  constexpr std::array<std::string_view, 13> slugs = {"ok",
                                                      "malformed",
                                                      "unknown_permission",
                                                      "not_found",
                                                      "deactivated",
                                                      "workspace_archived",
                                                      "workspace_pending",
                                                      "not_a_member",
                                                      "not_approved",
                                                      "not_in_run_policy",
                                                      "not_an_approver",
                                                      "forbidden",
                                                      "depends_on_resource"};
  return slugs[static_cast<std::size_t>(why)];
}

/// The bare answer: true, or the slug of the denial.
struct decision {
  denial why = denial::none;

  constexpr explicit operator bool() const { return why == denial::none; }
  constexpr std::string_view slug() const { return to_text(why); }
  friend constexpr bool operator==(decision, decision) = default;
};

/// The whole answer: which grant allowed it, or what is missing.
struct judgement {
  denial why = denial::none;
  std::optional<role_index> role = {};     ///< the role held, when allowed
  std::optional<role_index> granted = {};  ///< the role that has the grant: the same or one it inherits
  std::uint16_t alternative = 0;           ///< its place among the grant's alternatives
  condition_set missing = {};  ///< of the alternative that came nearest; what remains, if it depends

  bool allowed() const { return why == denial::none; }
  operator decision() const { return {why}; }
};

}  // namespace charter::inline v0
