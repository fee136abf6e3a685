// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The one way to ask: `answer(realm, asking, query)` for every query of this folder.

#include "charter/access/queries/asking.hpp"
#include "charter/access/queries/page.hpp"

namespace charter::inline v0::queries {

/// Judges in the order of the vocabulary: the query's shape, who asks, sight, permission. Pure; `reply` is
/// the query's own part, an overload beside its struct. Fails: with a refusal; nothing is ever changed.
/// REQUIRES: the realm has its rulebook.
template <message Query>
auto answer(const realm& world, const asking& who, const Query& q)
    -> decltype(reply(std::declval<const inquiry&>(), q)) {
  if constexpr (paged<Query>)
    if (auto no = check_limit(q.limit)) return tl::make_unexpected(std::move(*no));
  if (auto no = check_shape(world, q)) return tl::make_unexpected(std::move(*no));
  const auto asked = inquiry::open(world, who);
  if (!asked) return tl::make_unexpected(asked.error());
  return reply(*asked, q);
}

}  // namespace charter::inline v0::queries
