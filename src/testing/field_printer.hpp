// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Values as text without loss: numbers stand as they are, texts with their length in front, so that no two
/// different values print alike.

#include <bit>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "charter/base/actor.hpp"
#include "charter/base/boxed.hpp"
#include "charter/base/cow_map.hpp"
#include "charter/base/cow_vector.hpp"
#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/small_vector.hpp"

#include "../codec/state_fields.hpp"

namespace charter::inline v0::testing {

/// Appends to a string that must outlive it. A type becomes printable by describing itself or by an overload
/// of `fields_of`.
class field_printer {
 public:
  explicit field_printer(std::string& out) : out_(out) {}

  void put(std::string_view text) { (put(text.size()), out_ += ':').append(text); }
  void put(const std::string& text) { put(std::string_view(text)); }
  template <std::integral Number>
  void put(Number number) {
    out_ += std::to_string(number);
  }
  void put(double number) { put(std::bit_cast<std::uint64_t>(number)); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void put(Enum it) { put(static_cast<std::int64_t>(it)); }
  template <class Kind>
  void put(id<Kind> it) {
    out_ += to_text(it);
  }
  void put(instant at) { put(at.time_since_epoch().count()); }
  void put(role_index it) { put(it.value); }
  void put(kind_index it) { put(it.value); }

  template <class T>
  void put(const boxed<T>& it) {
    put(*it);
  }
  template <class T>
  void put(const std::optional<T>& it) {
    if (it)
      put(*it);
    else
      out_ += '-';
  }
  template <class... Ts>
  void put(const std::variant<Ts...>& it) {
    put(it.index());
    out_ += '=';
    std::visit([&](const auto& one) { put(one); }, it);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& it) {
    put_all(it.first, it.second);
  }
  template <class T>
  void put(const std::vector<T>& list) {
    put_list(list);
  }
  template <class T, std::uint32_t Inside>
  void put(const small_vector<T, Inside>& list) {
    put_list(list);
  }
  template <class T>
  void put(const cow_vector<T>& list) {
    put_list(list);
  }
  template <described T>
  void put(const T& it) {
    out_ += '{';
    for_each_field(it, [&](const auto&, const auto& value) { put_next(value); });
    out_ += '}';
  }
  template <class T>
  requires codec::listed<const T>
  void put(const T& it) {
    std::apply([&](const auto&... each) { put_all(each...); }, codec::members_of(it));
  }

 private:
  template <class T>
  void put_next(const T& it) {
    if (out_.back() != '{' && out_.back() != '[') out_ += ' ';
    put(it);
  }
  template <class... Ts>
  void put_all(const Ts&... each) {
    out_ += '{';
    (put_next(each), ...);
    out_ += '}';
  }
  template <class List>
  void put_list(const List& list) {
    out_ += '[';
    for (const auto& each : list) put_next(each);
    out_ += ']';
  }

  std::string& out_;
};

/// The same, a line a value.
class line_printer {
 public:
  explicit line_printer(std::string& out) : out_(out), print_(out) {}

  template <class T>
  void line(std::string_view name, const T& value) {
    out_.append(name) += ' ';
    print_.put(value);
    out_ += '\n';
  }
  template <class T>
  void line(std::string_view name, std::size_t index, const T& value) {
    line(std::string(name) + '[' + std::to_string(index) + ']', value);
  }
  template <class T>
  void list(std::string_view name, const cow_vector<T>& all) {
    std::size_t index = 0;
    for (const auto& each : all) line(name, index++, each);
  }
  /// In the order of the map, which is the same for equal maps.
  template <class K, class V>
  void map(std::string_view name, const cow_map<K, V>& all) {
    all.for_each([&](const K& key, const V& value) {
      out_.append(name) += ' ';
      print_.put(key);
      line(" ->", value);
    });
  }

 private:
  std::string& out_;
  field_printer print_;
};

}  // namespace charter::inline v0::testing
