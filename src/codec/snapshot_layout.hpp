// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The form of a snapshot as text: every part and what it is made of, down to numbers, with the words that
/// stand behind them.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "charter/audit/frontier.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/fields.hpp"
#include "charter/base/small_vector.hpp"
#include "charter/realm/realm.hpp"
#include "charter/rules/words.hpp"

#include "state_fields.hpp"

namespace charter::inline v0::codec {

/// The whole form, a line a part, and the names that numbers stand for. Another text is another form, which
/// needs another `snapshot_format`.
std::string snapshot_layout_text();

/// Looks at types alone, in the order in which `snapshot_writer` looks at values.
class snapshot_layout {
 public:
  explicit snapshot_layout(std::string& out) : out_(out) {}

  template <class T>
  void operator()(std::string_view name, const T&) {
    out_.append(name) += ' ';
    add(type<T>{});
    out_ += '\n';
  }
  template <class... Registries>
  void count(const Registries&...) {
    out_.append("count ").append(std::to_string(sizeof...(Registries))) += '\n';
  }

 private:
  template <class T>
  struct type {};

  void add(type<std::uint64_t>) { out_ += "u64"; }
  void add(type<std::uint32_t>) { out_ += "u32"; }
  void add(type<std::int64_t>) { out_ += "i64"; }
  void add(type<bool>) { out_ += "bool"; }
  void add(type<double>) { out_ += "f64"; }
  void add(type<std::string>) { out_ += "text"; }
  void add(type<std::string_view>) { out_ += "name"; }
  void add(type<digest256>) { out_ += "digest"; }
  void add(type<instant>) { out_ += "instant"; }
  void add(type<role_index>) { out_ += "role"; }
  void add(type<kind_index>) { out_ += "kind"; }
  void add(type<acting>) { out_ += "actor"; }
  void add(type<due_queue>) { add(type<cow_vector<due_entry>>{}); }
  void add(type<frontier>) { out_ += "frontier"; }
  void add(type<rules_ptr>) { out_ += "rulebook"; }

  template <spelled Enum>
  void add(type<Enum>) {
    char before = '(';
    for (const auto word : enum_names<Enum>::names) {
      out_.append(1, before).append(word);
      before = '|';
    }
    out_ += ')';
  }
  template <class Kind>
  void add(type<id<Kind>>) {
    out_ += Kind::prefix;
  }
  template <class T>
  void add(type<boxed<T>>) {
    add(type<T>{});
  }
  template <class T>
  void add(type<std::optional<T>>) {
    add(type<T>{});
    out_ += '?';
  }
  template <class... Ts>
  void add(type<std::variant<Ts...>>) {
    add_all<Ts...>('<', '>');
  }
  template <class A, class B>
  void add(type<std::pair<A, B>>) {
    add_all<A, B>('{', '}');
  }
  template <class T>
  void add(type<std::vector<T>>) {
    add_all<T>('[', ']');
  }
  template <class T, std::uint32_t Inside>
  void add(type<small_vector<T, Inside>>) {
    add_all<T>('[', ']');
  }
  template <class T>
  void add(type<cow_vector<T>>) {
    add_all<T>('[', ']');
  }
  template <class K, class V>
  void add(type<cow_map<K, V>>) {
    add_all<K, V>('[', ']');
  }
  template <class Id, class State>
  void add(type<registry<Id, State>>) {
    add(type<cow_vector<State>>{});
  }
  template <described T>
  void add(type<T>) {
    out_ += '{';
    T it{};
    for_each_field(it, [&](const auto&, const auto& value) { add_next(value); });
    out_ += '}';
  }
  template <listed T>
  void add(type<T>) {
    out_ += '{';
    T it{};
    std::apply([&](const auto&... each) { (add_next(each), ...); }, members_of(it));
    out_ += '}';
  }

  template <class... Ts>
  void add_all(char open, char close) {
    out_ += open;
    ((space(), add(type<Ts>{})), ...);
    out_ += close;
  }
  template <class T>
  void add_next(const T&) {
    space();
    add(type<T>{});
  }
  void space() {
    if (out_.back() != '{' && out_.back() != '[' && out_.back() != '<') out_ += ' ';
  }

  std::string& out_;
};

}  // namespace charter::inline v0::codec
