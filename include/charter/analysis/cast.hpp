// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who is there when a search begins: a small realm, and the orders that made it.

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "charter/analysis/order.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"
#include "charter/rules/rule_set.hpp"

namespace charter::inline v0::analysis {

struct cast {
  std::vector<order> given;
  realm start;
};

/// Carries the orders out, all at 2026-01-01T00:00:00Z, the time at which scenarios begin. Fails: with the
/// refusal of the first that is refused, and its place as `index`.
tl::expected<cast, refusal> make_cast(rules_ptr rules, std::vector<order> given);

/// Two organizations, hospital and lab, and four people. Alice of the hospital and Bob of the lab hold every
/// role of their organizations that the operator, or then they themselves, can give them. Ben of the lab
/// holds none; Ann of the hospital has never signed in. Alice has made the workspace `study`, of that kind or
/// of the first that asks for approval, and Bob is its member. Fails: `unknown_kind`; or with the refusal,
/// where the rulebook lets nobody come that far: then make a cast of your own.
tl::expected<cast, refusal> make_usual_cast(const rules_ptr& rules,
                                            const std::optional<std::string>& kind = {});

}  // namespace charter::inline v0::analysis
