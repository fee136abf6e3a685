// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Described structs: a message lists its members once, and JSON, records, admission and documentation follow
/// from it.
///
///     struct rename {
///       ref<workspace_id> workspace;
///       std::string name;
///       static constexpr std::string_view message_name = "workspace.rename";
///       static constexpr auto fields = std::tuple{field{"workspace", &rename::workspace}, field{"name",
///       &rename::name}};
///     };

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace charter::inline v0 {

/// Whether JSON may leave the field out. std::optional members may always be left out.
enum class presence { required, optional };

template <class Struct, class Member>
struct field {
  using member_type = Member;
  std::string_view name;
  Member Struct::*member;
  presence when;

  constexpr field(std::string_view field_name, Member Struct::*pointer, presence may = presence::required)
      : name(field_name), member(pointer), when(may) {}
};

template <class T>
concept described = requires {
  T::fields;
};

/// A described struct with a public name: a command, an event or a query.
template <class T>
concept message = described<T> && requires {
  T::message_name;
};

namespace detail {

struct anything {
  template <class T>
  operator T() const;
};

template <class T, class... Args>
constexpr std::size_t arity() {
  if constexpr (requires { T{Args{}..., anything{}}; })
    return arity<T, Args..., anything>();
  else
    return sizeof...(Args);
}

}  // namespace detail

/// Calls `visit(field, value)` for each described member in order.
template <described T, class Visit>
constexpr void for_each_field(T& value, Visit&& visit) {
  using plain = std::remove_const_t<T>;
  static_assert(detail::arity<plain>() == std::tuple_size_v<std::remove_const_t<decltype(plain::fields)>>,
                "fields must list every member of the struct, in order");
  std::apply([&](const auto&... each) { (visit(each, value.*(each.member)), ...); }, plain::fields);
}

}  // namespace charter::inline v0
