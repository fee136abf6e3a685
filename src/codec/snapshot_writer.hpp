// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The parts of a snapshot as bytes. Whatever is added here, `snapshot_reader.hpp` takes and
/// `snapshot_layout.hpp` names.

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "charter/audit/frontier.hpp"
#include "charter/base/fields.hpp"
#include "charter/base/small_vector.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/realm/realm.hpp"

#include "snapshot_names.hpp"
#include "snapshot_seal.hpp"
#include "state_fields.hpp"

namespace charter::inline v0::codec {

/// Numbers are written seven bits a byte, the lowest first; signed ones zigzag (0, -1, 1, -2 …); lists, maps
/// and texts with their length in front; what may be missing behind a 0 or a 1.
class snapshot_writer {
 public:
  explicit snapshot_writer(sealing_sink& to) : to_(to) {}

  template <class T>
  void operator()(std::string_view, const T& part) {
    put(part);
  }
  template <class... Registries>
  void count(const Registries&... things) {
    (put(std::uint64_t{things.all.size()}), ...);
  }

 private:
  void put(std::uint64_t number) {
    std::array<char, 10> bytes;
    std::size_t size = 0;
    for (; number >= 0x80; number >>= 7) bytes[size++] = static_cast<char>(number | 0x80U);
    bytes[size++] = static_cast<char>(number);
    to_.append({bytes.data(), size});
  }
  void put(std::uint32_t number) { put(std::uint64_t{number}); }
  void put(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    put(number < 0 ? ~(bits << 1) : bits << 1);
  }
  void put(bool it) { put(std::uint64_t{it}); }
  void put(double number) {
    std::string bytes;
    append_fixed(bytes, std::bit_cast<std::uint64_t>(number));
    to_.append(bytes);
  }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    to_.append(text);
  }
  void put(std::string_view name) { put(std::uint64_t{number_of(name)}); }
  void put(const digest256& it) { to_.append({reinterpret_cast<const char*>(it.data()), it.size()}); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void put(Enum it) { put(static_cast<std::uint64_t>(it)); }
  template <class Kind>
  void put(id<Kind> it) {
    put(it.value);
  }
  void put(instant at) { put(std::int64_t{at.time_since_epoch().count()}); }
  void put(role_index it) { put(std::uint64_t{it.value}); }
  void put(kind_index it) { put(std::uint64_t{it.value}); }
  void put(const acting& who) {
    put(static_cast<std::uint64_t>(who.kind));
    if (who.is_user()) put(who.user);
  }

  template <class T>
  void put(const boxed<T>& it) {
    put(*it);
  }
  template <class T>
  void put(const std::optional<T>& it) {
    put(it.has_value());
    if (it) put(*it);
  }
  template <class... Ts>
  void put(const std::variant<Ts...>& it) {
    put(std::uint64_t{it.index()});
    std::visit([&](const auto& one) { put(one); }, it);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& it) {
    put(it.first);
    put(it.second);
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
  template <class K, class V>
  void put(const cow_map<K, V>& all) {
    put(std::uint64_t{all.size()});
    all.for_each([&](const K& key, const V& value) {
      put(key);
      put(value);
    });
  }
  template <described T>
  void put(const T& it) {
    for_each_field(it, [&](const auto&, const auto& value) { put(value); });
  }
  template <class T>
  requires listed<const T>
  void put(const T& it) {
    std::apply([&](const auto&... each) { (put(each), ...); }, members_of(it));
  }

  template <class Id, class State>
  void put(const registry<Id, State>& things) {
    put(things.all);
  }
  void put(const due_queue& queue) { put(queue.heap()); }
  void put(const frontier& tree) {
    put(tree.size());
    for (const auto& each : tree.edge()) put(each);
  }
  void put(const rules_ptr& rules) { put(write_rulebook(rules->book(), json_layout::one_line)); }

  template <class List>
  void put_list(const List& list) {
    put(std::uint64_t{list.size()});
    for (const auto& each : list) put(each);
  }

  sealing_sink& to_;
};

}  // namespace charter::inline v0::codec
