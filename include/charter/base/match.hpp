// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Visiting a variant with one lambda an alternative. No default arm: a forgotten alternative does not
/// compile.

#include <utility>
#include <variant>

namespace charter::inline v0 {

template <class... Arms>
struct overloaded : Arms... {
  using Arms::operator()...;
};
template <class... Arms>
overloaded(Arms...) -> overloaded<Arms...>;

template <class Variant, class... Arms>
constexpr decltype(auto) match(Variant&& value, Arms&&... arms) {
  return std::visit(overloaded{std::forward<Arms>(arms)...}, std::forward<Variant>(value));
}

}  // namespace charter::inline v0
