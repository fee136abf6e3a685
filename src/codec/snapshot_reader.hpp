// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The parts of a snapshot from bytes that nobody vouches for. Each value is looked at as it is taken: what
/// cannot be meant ends the reading.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
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
#include "charter/base/text.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "charter/realm/realm.hpp"
#include "charter/rules/words.hpp"

#include "byte_reader.hpp"
#include "snapshot_names.hpp"
#include "state_fields.hpp"

namespace charter::inline v0::codec {

/// Makes what `snapshot_writer` wrote. Memory grows with what was taken, never with what a length announces.
class snapshot_reader {
 public:
  explicit snapshot_reader(byte_reader& from) : from_(from) {}

  template <class T>
  void operator()(std::string_view name, T& part) {
    if (!from_.ok()) return;
    part_ = name;
    get(part);
  }
  template <class... Registries>
  void count(const Registries&... things) {
    (count_one(things), ...);
  }

  /// The part in which reading ended.
  std::string_view part() const { return part_; }

 private:
  /// How many things of a kind there are.
  template <class Id>
  struct population {
    std::uint32_t size = 0;
  };
  using populations = std::tuple<population<organization_id>, population<user_id>, population<workspace_id>,
                                 population<invitation_id>, population<asset_id>, population<data_policy_id>,
                                 population<job_id>, population<run_id>, population<attestation_id>>;

  template <class Id, class State>
  void count_one(const registry<Id, State>&) {
    get(std::get<population<Id>>(populations_).size);
  }

  void get(std::uint64_t& out) { out = from_.number(); }
  void get(std::uint32_t& out) { out = below<std::uint32_t>(std::uint64_t{1} << 32); }
  void get(std::int64_t& out) {
    const auto bits = from_.number();
    out = static_cast<std::int64_t>(bits >> 1 ^ (~(bits & 1) + 1));
  }
  void get(bool& out) { out = below<std::uint8_t>(2) != 0; }
  void get(double& out) {
    out = std::bit_cast<double>(from_.fixed());
    if (!std::isfinite(out)) from_.fail("a number is not finite");
  }
  void get(std::string& out) {
    const auto text = from_.take(length());
    if (!is_valid_utf8(text)) return from_.fail("a text is not UTF-8");
    out = text;
  }
  void get(std::string_view& out) {
    const auto& names = message_names();
    const auto number = below<std::size_t>(names.size());
    if (from_.ok()) out = names[number];
  }
  void get(digest256& out) {
    const auto bytes = from_.take(out.size());
    std::transform(bytes.begin(), bytes.end(), out.begin(), [](char each) { return std::byte(each); });
  }
  template <spelled Enum>
  void get(Enum& out) {
    out = static_cast<Enum>(below<std::uint8_t>(enum_names<Enum>::names.size()));
  }
  template <class Kind>
  void get(id<Kind>& out) {
    out.value = below<std::uint32_t>(std::get<population<id<Kind>>>(populations_).size);
  }
  void get(instant& out) {
    std::int64_t since = 0;
    get(since);
    // Far beyond what the calendar holds: no overflow where the two are compared.
    constexpr std::int64_t most = std::int64_t{1} << 50;
    out = instant{duration{std::clamp(since, -most, most)}};
    if (!is_writable(out)) from_.fail("a time is outside the calendar");
  }
  void get(role_index& out) { out.value = below<std::uint16_t>(1U << 16); }
  void get(kind_index& out) { out.value = below<std::uint8_t>(1U << 8); }
  void get(acting& out) {
    out.kind = static_cast<actor_kind>(below<std::uint8_t>(3));
    if (out.is_user()) get(out.user);
  }

  /// An equal default is shared, not made again.
  template <class T>
  void get(boxed<T>& out) {
    T value;
    get(value);
    if (!(value == *out)) out = boxed<T>(std::move(value));
  }
  template <class T>
  void get(std::optional<T>& out) {
    bool there = false;
    get(there);
    if (there) get(out.emplace());
  }
  template <class... Ts>
  void get(std::variant<Ts...>& out) {
    const auto index = below<std::size_t>(sizeof...(Ts));
    std::size_t at = 0;
    ((at++ == index ? get(out.template emplace<Ts>()) : void()), ...);
  }
  template <class A, class B>
  void get(std::pair<A, B>& out) {
    get(out.first);
    get(out.second);
  }
  template <class T>
  void get(std::vector<T>& out) {
    const auto count = length();
    out.reserve(std::min(count, most_reserved));
    while (out.size() < count && from_.ok()) get(out.emplace_back());
  }
  template <class T, std::uint32_t Inside>
  void get(small_vector<T, Inside>& out) {
    for (auto count = length(); count > 0 && from_.ok(); --count) {
      T each{};
      get(each);
      out.push_back(each);
    }
  }
  template <class T>
  void get(cow_vector<T>& out) {
    auto filled = cow_vector<T>::filled(length(), [&](T& each) {
      get(each);
      return from_.ok();
    });
    if (filled) out = std::move(*filled);
  }
  template <class K, class V>
  void get(cow_map<K, V>& out) {
    std::vector<std::pair<K, V>> entries;
    get(entries);
    const auto count = entries.size();
    out = cow_map<K, V>::of(std::move(entries));
    if (out.size() != count) from_.fail("a key is there twice");
  }
  template <described T>
  void get(T& out) {
    for_each_field(out, [&](const auto&, auto& value) { get(value); });
  }
  template <listed T>
  void get(T& out) {
    std::apply([&](auto&... each) { (get(each), ...); }, members_of(out));
  }

  template <class Id, class State>
  void get(registry<Id, State>& out) {
    get(out.all);
    if (out.all.size() != std::get<population<Id>>(populations_).size)
      from_.fail("there are not as many as there should be");
  }
  void get(due_queue& out) {
    cow_vector<due_entry> heap;
    get(heap);
    if (auto queue = due_queue::of(std::move(heap)))
      out = std::move(*queue);
    else
      from_.fail("what falls due is out of order");
  }
  void get(frontier& out) {
    const auto size = from_.number();
    std::vector<digest256> edge(static_cast<std::size_t>(std::popcount(size)));
    for (auto& each : edge) get(each);
    if (auto tree = frontier::of(size, std::move(edge))) out = std::move(*tree);
  }
  void get(rules_ptr& out) {
    std::string json;
    get(json);
    if (!from_.ok()) return;
    auto book = charter::read_rulebook(json);
    if (!book) return from_.fail("the rulebook is not valid");
    out = std::make_shared<const rule_set>(std::move(*book));
  }

  /// Each entry of a list takes a byte at least.
  std::size_t length() {
    const auto count = from_.number();
    if (count > from_.left()) return from_.fail("a length goes beyond the end"), 0;
    return static_cast<std::size_t>(count);
  }
  template <class T>
  T below(std::uint64_t end) {
    const auto number = from_.number();
    if (number >= end) return from_.fail("a number names what is not there"), T{};
    return static_cast<T>(number);
  }

  static constexpr std::size_t most_reserved = 64;
  byte_reader& from_;
  populations populations_;
  std::string_view part_;
};

}  // namespace charter::inline v0::codec
