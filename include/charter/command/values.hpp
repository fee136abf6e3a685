// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the types of a command do not rule out and the log could not hold: text that is no UTF-8, a time
/// outside the calendar, a number that JSON cannot write. JSON has been checked for this before; a C++ caller
/// meets it here.

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/result.hpp"
#include "charter/base/text.hpp"

namespace charter::inline v0 {

inline refusal malformed(std::string path, std::string message) {
  return refuse("malformed", std::move(message)).with("path", std::move(path));
}

namespace shape {

/// Puts where a value stands in front of the path that the fault has within it.
inline objection within(std::string_view place, objection no) {
  if (!no) return no;
  for (auto& each : no->details)
    if (auto* path = std::get_if<std::string>(&each.value); path && each.name == "path")
      *path = std::string(place) + (path->empty() || path->front() == '[' ? "" : ".") + *path;
  return no;
}

/// Flags, numbers, ids, and what is judged where it is used (rulebooks).
template <class T>
objection check_value(const T&) {
  return {};
}
inline objection check_value(const std::string& it) {
  if (is_valid_utf8(it)) return {};
  return malformed({}, "Text must be valid UTF-8.");
}
inline objection check_value(instant it) {
  if (is_writable(it)) return {};
  return malformed({}, "A time lies within the years 0 to 9999.");
}
inline objection check_value(double it) {
  if (std::isfinite(it)) return {};
  return malformed({}, "A number must be finite.");
}
template <class Id>
objection check_value(const ref<Id>& it) {
  return check_value(it.text());
}
template <class T>
objection check_value(const std::optional<T>& it);
template <class T>
objection check_value(const std::vector<T>& all);
template <class... Ts>
objection check_value(const std::variant<Ts...>& it) {
  return std::visit([](const auto& one) { return check_value(one); }, it);
}
template <described T>
objection check_value(const T& it) {
  objection first;
  for_each_field(it, [&](const auto& field, const auto& value) {
    if (first) return;
    if (auto no = check_value(value)) first = within(field.name, std::move(no));
  });
  return first;
}
template <class T>
objection check_value(const std::optional<T>& it) {
  return it ? check_value(*it) : objection{};
}
template <class T>
objection check_value(const std::vector<T>& all) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (auto no = check_value(all[i])) return within("[" + std::to_string(i) + "]", std::move(no));
  return {};
}

}  // namespace shape

}  // namespace charter::inline v0
