// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading described structs from parsed JSON. One loop reads them all; a struct adds a table of its fields.

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "charter/base/fields.hpp"
#include "charter/codec/json_writer.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/rules/person.hpp"
#include "charter/rules/run_policy.hpp"
#include "charter/rules/words.hpp"
#include "read_value.hpp"

namespace charter::inline v0::codec {

/// One field of a struct whose type is forgotten: keeps the code of a hundred messages small.
struct field_reader {
  std::string_view name;
  bool may_be_absent;
  objection (*read)(void* object, const boost::json::value& in, const json_path& at);
};

/// Members first, in document order (unknown or ill-typed), then missing fields, in the order of `fields`.
/// `tag` names a member that is no field: the name of an event stands among its fields.
objection read_fields(void* object, std::span<const field_reader> fields, const boost::json::object& in,
                      const json_path& at, std::string_view tag);

/// The table of T's fields from a constant tuple of `field`.
template <class T, const auto& Fields>
struct field_table {
  template <std::size_t I>
  static objection read_one(void* object, const boost::json::value& in, const json_path& at) {
    return read_value(static_cast<T*>(object)->*(std::get<I>(Fields).member), in, at);
  }
  template <std::size_t I>
  static constexpr field_reader row() {
    constexpr auto& field = std::get<I>(Fields);
    using member_type = typename std::remove_cvref_t<decltype(field)>::member_type;
    return {field.name, field.when == presence::optional || detail::holds_optional<member_type>,
            &read_one<I>};
  }
  template <std::size_t... Is>
  static constexpr auto make(std::index_sequence<Is...>) {
    return std::array<field_reader, sizeof...(Is)>{row<Is>()...};
  }
  static constexpr auto rows =
      make(std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<decltype(Fields)>>>{});
};

/// What the fields of a struct must be together; most structs have nothing of the kind.
template <class T>
objection check_together(const T&, const json_path&) {
  return {};
}
inline objection check_together(const workspace::person& it, const json_path& at) {
  if (it.user.has_value() != it.email.has_value()) return {};
  return malformed(at, "must have exactly one of `user` and `email`");
}
template <class Person>
objection check_together(const approval::basic_policy<Person>& it, const json_path& at) {
  if (!it.groups || it.mode == approval::approval_mode::groups) return {};
  return unknown_field(json_path(at, "groups"));
}
template <class Person>
objection check_together(const runs::basic_policy<Person>& it, const json_path& at) {
  if (!it.users || it.mode == runs::run_mode::specific) return {};
  return unknown_field(json_path(at, "users"));
}

template <described T>
objection read_members(T& out, const boost::json::object& in, const json_path& at,
                       std::string_view tag = {}) {
  static_assert(detail::arity<T>() == std::tuple_size_v<std::remove_const_t<decltype(T::fields)>>,
                "fields must list every member of the struct, in order");
  if (auto no = read_fields(&out, field_table<T, T::fields>::rows, in, at, tag)) return no;
  return check_together(out, at);
}

template <described T>
objection read_value(T& out, const boost::json::value& in, const json_path& at) {
  if (!in.is_object()) return malformed(at, "must be an object");
  return read_members(out, in.get_object(), at);
}

/// The asset alone, or an object in which `columns` may be left out: all of them.
template <class Asset>
objection read_value(job::basic_use<Asset>& out, const boost::json::value& in, const json_path& at) {
  using use = job::basic_use<Asset>;
  static constexpr auto fields =
      std::tuple{field{"asset", &use::asset}, field{"columns", &use::columns, presence::optional}};
  if (in.is_string()) return read_value(out.asset, in, at);
  if (!in.is_object()) return malformed(at, "must be an asset, or an object with `asset` and `columns`");
  return read_fields(&out, field_table<use, fields>::rows, in.get_object(), at, {});
}

}  // namespace charter::inline v0::codec
