// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Messages to test with: every command and every event, empty or with all fields filled, made from the
/// described fields alone; and a comparison that does not go through JSON.

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "charter/codec/rulebook_json.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/realm/message.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "charter/rules/words.hpp"

namespace samples {

/// Gives other values each time; texts hold what JSON must escape.
struct source {
  std::uint32_t count = 0;
};

inline void fill(source& from, std::string& it) {
  it = "\"t\\\n\t\x01 \xc3\xa9\xf0\x9f\x99\x82 " + std::to_string(++from.count);
  it.push_back('\0');
}
inline void fill(source&, bool& it) { it = true; }
inline void fill(source& from, std::int64_t& it) { it = -9007199254740993 - ++from.count; }
inline void fill(source& from, charter::instant& it) {
  it = charter::instant{charter::duration{1795255200000 + ++from.count}};
}
template <class Kind>
void fill(source& from, charter::id<Kind>& it) {
  it.value = 4294967295U - ++from.count;
}
template <class Id>
void fill(source& from, charter::ref<Id>& it) {
  it = "key " + std::to_string(++from.count);
}
template <charter::spelled Enum>
void fill(source&, Enum& it) {
  it = static_cast<Enum>(charter::enum_names<Enum>::names.size() - 1);
}
inline void fill(source& from, charter::workspace::property_value& it) {
  switch (++from.count % 4) {
    case 0:
      it = true;
      break;
    case 1:
      it = std::int64_t{-7};
      break;
    case 2:
      it = 0.1;
      break;
    default:
      it = "text";
  }
}
inline void fill(source&, charter::realms::rulebook_document& it) {
  it = charter::realms::rulebook_document(charter::rulebooks::openhexa());
}
template <class T>
void fill(source& from, std::optional<T>& it) {
  fill(from, it.emplace());
}
template <class T>
void fill(source& from, std::vector<T>& it) {
  it.resize(2);
  for (auto& each : it) fill(from, each);
}
inline void fill(source& from, charter::column_set& it) { fill(from, it.names); }
template <charter::described T>
void fill(source& from, T& it) {
  charter::for_each_field(it, [&](const auto&, auto& value) { fill(from, value); });
}
/// One of the two, in turn.
inline void fill(source& from, charter::workspace::person& it) {
  fill(from, it.role);
  fill(from, it.until);
  fill(from, it.key);
  if (++from.count % 2 == 0)
    fill(from, it.user);
  else
    fill(from, it.email);
}

inline bool same(const charter::realms::rulebook_document& a, const charter::realms::rulebook_document& b) {
  const auto text = [](const auto& it) { return it.book ? charter::write_rulebook(*it.book) : ""; };
  return a.name == b.name && text(a) == text(b) && a.errors.empty() && b.errors.empty();
}
template <class T>
requires(!charter::described<T>) bool same(const T& a, const T& b) { return a == b; }
template <charter::described T>
bool same(const T& a, const T& b);
template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return true;
}
template <charter::described T>
bool same(const T& a, const T& b) {
  bool equal = true;
  charter::for_each_field(
      a, [&](const auto& field, const auto& value) { equal = equal && same(value, b.*(field.member)); });
  return equal;
}

/// Calls `visit(T{})` with every command but the batch.
template <class Visit, class... Ts>
void for_each_command(const Visit& visit, charter::type_list<charter::batch, Ts...>) {
  (visit(Ts{}), ...);
}
template <class Visit>
void for_each_command(const Visit& visit) {
  for_each_command(visit, charter::detail::all_commands_list{});
}

/// Calls `visit(T{})` with every event.
template <class Visit, class... Ts>
void for_each_event(const Visit& visit, charter::type_list<Ts...>) {
  (visit(Ts{}), ...);
}
template <class Visit>
void for_each_event(const Visit& visit) {
  for_each_event(visit, charter::detail::all_events_list{});
}

/// The same, with all fields filled.
template <class T>
T filled() {
  static source from;
  T out{};
  fill(from, out);
  return out;
}

}  // namespace samples
