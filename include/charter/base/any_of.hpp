// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One value out of a closed list of message types, without the cost of a variant of a hundred structs:
/// whoever only carries it parses a pointer, and only who visits it pays for the list.

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "charter/base/shared_any.hpp"

namespace charter::inline v0 {

template <class... Ts>
struct type_list {
  static constexpr std::size_t size = sizeof...(Ts);
};

namespace detail {

template <class... Lists>
struct joined;
template <class... Ts>
struct joined<type_list<Ts...>> {
  using type = type_list<Ts...>;
};
template <class... As, class... Bs, class... Rest>
struct joined<type_list<As...>, std::variant<Bs...>, Rest...> : joined<type_list<As..., Bs...>, Rest...> {};

template <class T, class... Ts>
constexpr std::size_t index_of(type_list<Ts...>) {
  std::size_t at = 0;
  (void)((std::same_as<T, Ts> || (++at, false)) || ...);
  return at;
}
template <class T, class List>
inline constexpr bool is_listed = index_of<T>(List{}) < List::size;

template <class T, class Variant>
struct is_alternative : std::false_type {};
template <class T, class... Ts>
struct is_alternative<T, std::variant<Ts...>> : std::bool_constant<(std::same_as<T, Ts> || ...)> {};

}  // namespace detail

/// The types of several rooms' variants in one list. The variants are never made; they only name their types.
template <class... Rooms>
using join_rooms = typename detail::joined<type_list<>, Rooms...>::type;

/// Immutable; a copy shares the message. One that was moved from may only be assigned to or dropped.
/// Threads: like a value.
template <class List>
class any_of {
 public:
  template <class T>
  requires(detail::is_listed<T, List>) explicit any_of(T one)
      : which_(detail::index_of<T>(List{})),
        name_(T::message_name),
        message_(shared_any::of(std::move(one))) {}

  /// The public name of the message: "workspace.create".
  std::string_view name() const { return name_; }

  /// The struct, if it is of that type; null otherwise.
  template <class T>
  requires(detail::is_listed<T, List>) const T* get_if() const {
    return which_ == detail::index_of<T>(List{}) ? &message_.get<T>() : nullptr;
  }
  /// Calls `visit_one` with the concrete struct. There is no default arm: a type that it cannot take does not
  /// compile.
  template <class Visit>
  decltype(auto) visit(Visit&& visit_one) const {
    return visit_in(visit_one, List{});
  }

 private:
  template <class Visit, class T>
  static decltype(auto) call(Visit& visit_one, const shared_any& message) {
    return visit_one(message.get<T>());
  }
  template <class Visit, class First, class... Ts>
  decltype(auto) visit_in(Visit& visit_one, type_list<First, Ts...>) const {
    using answer = decltype(visit_one(std::declval<const First&>()));
    using caller = answer (*)(Visit&, const shared_any&);
    static constexpr caller callers[] = {&call<Visit, First>, &call<Visit, Ts>...};
    return callers[which_](visit_one, message_);
  }

  std::size_t which_;
  std::string_view name_;
  shared_any message_;
};

}  // namespace charter::inline v0
