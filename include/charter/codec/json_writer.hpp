// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Writing JSON straight into a string, without a tree in between: commands, records, receipts and answers.
///
///     json_writer out(text);
///     out.begin_object();
///     out.member("items", rows);  // any described structs
///     out.end_object();

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "charter/base/actor.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/fields.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/result.hpp"
#include "charter/codec/json_tokens.hpp"
#include "charter/machines/job/use.hpp"
#include "charter/rules/columns.hpp"

namespace charter::inline v0 {

/// Appends to a string that must outlive it; sets the commas. REQUIRES: begins and ends match, and inside an
/// object each value follows a key. A type becomes writable by an overload of `write_value`.
class json_writer {
 public:
  explicit json_writer(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name) {
    text(name);
    out_ += ':';
    comma_ = false;
  }

  /// REQUIRES: there is nothing in the name to escape.
  void plain_key(std::string_view name) {
    const auto from = out_.size();
    out_.resize(from + comma_ + name.size() + 3, '"');  // in one go: most of a record is keys
    char* at = out_.data() + from;
    if (comma_) *at++ = ',';
    name.copy(at + 1, name.size());
    at[name.size() + 2] = ':';
    comma_ = false;
  }

  void text(std::string_view it) { append_json_text(next(), it); }
  /// What `append_text` writes, in quotes. REQUIRES: there is nothing in it to escape.
  template <class T>
  void plain(const T& it) {
    auto& out = next() += '"';
    append_text(out, it);
    out += '"';
  }
  void boolean(bool it) { next() += it ? "true" : "false"; }
  void null() { next() += "null"; }
  template <class Number>
  void number(Number it) {
    append_json_number(next(), it);
  }
  /// `json` is a whole value already.
  void raw(std::string_view json) { next() += json; }

  template <class T>
  void value(const T& it) {
    write_value(*this, it);
  }
  template <class T>
  void member(std::string_view name, const T& it) {
    key(name);
    value(it);
  }

 private:
  std::string& next() {
    if (comma_) out_ += ',';
    comma_ = true;
    return out_;
  }
  void open(char bracket) {
    next() += bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    comma_ = true;
  }

  std::string& out_;
  bool comma_ = false;
};

/// Templates where an implicit conversion would do: other overloads must not be reached by one.
template <std::convertible_to<std::string_view> T>
void write_value(json_writer& out, const T& it) {
  out.text(it);
}
template <std::same_as<bool> T>
void write_value(json_writer& out, T it) {
  out.boolean(it);
}
template <std::integral T>
requires(!std::same_as<T, bool>) void write_value(json_writer& out, T it) { out.number(it); }
template <std::same_as<double> T>
void write_value(json_writer& out, T it) {
  out.number(it);
}
template <spelled T>
void write_value(json_writer& out, T it) {
  out.text(to_text(it));
}
template <class Kind>
void write_value(json_writer& out, id<Kind> it) {
  out.plain(it);
}
template <class Id>
void write_value(json_writer& out, const ref<Id>& it) {
  out.text(it.text());
}
inline void write_value(json_writer& out, instant it) { out.plain(it); }
template <std::same_as<actor> T>
void write_value(json_writer& out, const T& it) {
  out.text(it.user().text());
}
inline void write_value(json_writer& out, const acting& it) { out.plain(it); }

/// Inside a described struct an absent value is left out; elsewhere it is `null`.
template <class T>
void write_value(json_writer& out, const std::optional<T>& it) {
  if (it)
    out.value(*it);
  else
    out.null();
}
template <class T>
void write_value(json_writer& out, const std::vector<T>& it) {
  out.begin_array();
  for (const auto& each : it) out.value(each);
  out.end_array();
}
template <class... Ts>
void write_value(json_writer& out, const std::variant<Ts...>& it) {
  std::visit([&](const auto& one) { out.value(one); }, it);
}

inline void write_value(json_writer& out, const column_set& it) {
  if (it.all())
    out.text("all");
  else
    out.value(*it.names);
}
/// All columns: the asset alone.
template <class Asset>
void write_value(json_writer& out, const job::basic_use<Asset>& it) {
  if (it.columns.all()) return out.value(it.asset);
  out.begin_object();
  out.member("asset", it.asset);
  out.member("columns", it.columns);
  out.end_object();
}

namespace detail {

/// Whether a field that may be left out has nothing to say.
template <class T>
bool is_absent(const T& it) {
  if constexpr (std::same_as<T, bool>)
    return !it;
  else if constexpr (requires { it.has_value(); })
    return !it.has_value();
  else if constexpr (requires { it.empty(); })
    return it.empty();
  else
    return false;
}

template <class T>
inline constexpr bool holds_optional = false;
template <class T>
inline constexpr bool holds_optional<std::optional<T>> = true;

}  // namespace detail

/// One field as a member of the object that is open. Absent optionals, and empty lists, empty texts and
/// `false` of fields with presence::optional, are left out.
template <class T>
void write_field(json_writer& out, std::string_view name, presence when, const T& value) {
  const bool may_be_absent = detail::holds_optional<T> || when == presence::optional;
  if (may_be_absent && detail::is_absent(value)) return;
  out.plain_key(name);
  out.value(value);
}
/// All fields, without the braces: the caller may put members of its own in front.
template <described T>
void write_members(json_writer& out, const T& it) {
  for_each_field(
      it, [&](const auto& field, const auto& value) { write_field(out, field.name, field.when, value); });
}
template <described T>
void write_value(json_writer& out, const T& it) {
  out.begin_object();
  write_members(out, it);
  out.end_object();
}

/// `{"warning": "duplicate_name", …}`: the slug, then its details.
inline void write_value(json_writer& out, const warning& it) {
  out.begin_object();
  out.member("warning", it.slug);
  for (const auto& each : it.details) out.member(each.name, each.value);
  out.end_object();
}

}  // namespace charter::inline v0
