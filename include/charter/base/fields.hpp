// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Described structs: a message lists its members once, and JSON, records, admission and documentation follow
/// from it.
///
///     struct rename {
///       ref<workspace_id> workspace;
///       std::string name;
///       static constexpr std::string_view message_name = "workspace.rename";
///       static constexpr auto fields = described_by<&rename::workspace, &rename::name>("workspace", "name");
///     };
///
/// A question mark behind a name says that JSON may leave the field out; std::optional members always may.

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace charter::inline v0 {

/// Whether JSON may leave the field out.
enum class presence { required, optional };

/// One described member, as visitors get it.
template <auto Member>
struct field {
  static constexpr auto member = Member;
  std::string_view name;
  presence when;
};

/// The members of a struct with their names. One small type a struct: a hundred messages must stay cheap to
/// parse.
template <auto... Members>
struct field_list {
  static constexpr std::size_t size = sizeof...(Members);
  std::array<std::string_view, size> written;

  constexpr std::string_view name(std::size_t at) const {
    return written[at].ends_with('?') ? written[at].substr(0, written[at].size() - 1) : written[at];
  }
  constexpr presence when(std::size_t at) const {
    return written[at].ends_with('?') ? presence::optional : presence::required;
  }
  /// Calls `visit(field)` for each in order.
  template <class Visit>
  constexpr void for_each(Visit&& visit) const {
    std::size_t at = 0;
    ((visit(field<Members>{name(at), when(at)}), ++at), ...);
  }
};

template <auto... Members, class... Names>
constexpr field_list<Members...> described_by(Names... names) {
  static_assert(sizeof...(Members) == sizeof...(Names), "every member needs its name");
  return {{std::string_view(names)...}};
}

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
  static_assert(detail::arity<plain>() == plain::fields.size,
                "fields must list every member of the struct, in order");
  plain::fields.for_each([&](auto each) { visit(each, value.*(each.member)); });
}

}  // namespace charter::inline v0
