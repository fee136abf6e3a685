// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The ids that a value names: through optional fields, lists and described structs.

#include <optional>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"

namespace charter::inline v0 {

namespace detail {

template <class T>
inline constexpr bool is_id = false;
template <class Kind>
inline constexpr bool is_id<id<Kind>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

}  // namespace detail

/// Calls `visit(id)` for each, in the order of the fields. `visit` takes every type of id; those it has no
/// use for by `template <class Kind> void operator()(id<Kind>) const {}`.
template <class T, class Visit>
void for_each_id(const T& it, Visit&& visit) {
  if constexpr (detail::is_id<T>) {
    visit(it);
  } else if constexpr (detail::is_optional<T>) {
    if (it) for_each_id(*it, visit);
  } else if constexpr (detail::is_list<T>) {
    for (const auto& each : it) for_each_id(each, visit);
  } else if constexpr (described<T>) {
    for_each_field(it, [&](const auto&, const auto& value) { for_each_id(value, visit); });
  }
}

}  // namespace charter::inline v0
