// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading described structs from parsed JSON. One loop reads them all; a struct adds a table of its fields.

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <span>
#include <string_view>
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

template <class T, auto Member>
objection read_one(void* object, const boost::json::value& in, const json_path& at) {
  return read_value(static_cast<T*>(object)->*Member, in, at);
}
template <class T, auto Member>
constexpr field_reader reader_of(std::string_view name, presence when) {
  using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*Member)>;
  return {name, when == presence::optional || detail::holds_optional<member_type>, &read_one<T, Member>};
}
/// The table of T's fields.
template <class T, auto... Members>
constexpr auto readers_of(const field_list<Members...>& fields) {
  static_assert(sizeof...(Members) <= 64, "read_fields marks those it has seen in one word");
  std::size_t at = 0, when = 0;
  return std::array<field_reader, sizeof...(Members)>{
      reader_of<T, Members>(fields.name(at++), fields.when(when++))...};
}
template <described T>
inline constexpr auto readers = readers_of<T>(T::fields);

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
  static_assert(detail::arity<T>() == T::fields.size,
                "fields must list every member of the struct, in order");
  if (auto no = read_fields(&out, readers<T>, in, at, tag)) return no;
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
      readers_of<use>(described_by<&use::asset, &use::columns>("asset", "columns?"));
  if (in.is_string()) return read_value(out.asset, in, at);
  if (!in.is_object()) return malformed(at, "must be an asset, or an object with `asset` and `columns`");
  return read_fields(&out, fields, in.get_object(), at, {});
}

}  // namespace charter::inline v0::codec
