// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading JSON in the very form that json_writer gives it, straight into structs: nearly all of a log is so,
/// and a tree in between would cost more than the rest of its reading. Says yes or no, never why.
///
/// INVARIANT: what is taken, json_writer writes again byte for byte. So texts with escapes, fractions and
/// whole rulebooks are left to the strict reader too.

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

#include "charter/codec/json_tokens.hpp"
#include "read_described.hpp"

namespace charter::inline v0::codec {

/// Reads from the front of a text. After a no, the values and the place in the text are of no use.
class canonical_reader {
 public:
  explicit canonical_reader(std::string_view text) : rest_(text) {}

  bool is_at_end() const { return rest_.empty(); }
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  /// `"name":`, with a comma in front unless it is the first.
  bool take_key(std::string_view name, bool is_first) {
    const std::size_t from = is_first ? 0 : 1, size = from + name.size() + 3;
    if (rest_.size() < size || rest_.substr(from + 1, name.size()) != name) return false;
    if (!is_first && rest_[0] != ',') return false;
    if (rest_[from] != '"' || rest_[size - 2] != '"' || rest_[size - 1] != ':') return false;
    rest_.remove_prefix(size);
    return true;
  }

  /// A text without escapes. The view is of the text that is read.
  bool read(std::string_view& out) {
    if (!take("\"")) return false;
    std::size_t at = detail::plain_until(rest_, 0);
    while (at < rest_.size() && rest_[at] != '"') {
      if (static_cast<unsigned char>(rest_[at]) < 0x80 || !detail::next_code_point(rest_, at)) return false;
      at = detail::plain_until(rest_, at);
    }
    if (at == rest_.size()) return false;
    out = rest_.substr(0, at);
    rest_.remove_prefix(at + 1);
    return true;
  }
  bool read(std::string& out) {
    std::string_view text;
    if (!read(text)) return false;
    out = text;
    return true;
  }
  template <std::same_as<bool> T>
  bool read(T& out) {
    out = take("true");
    return out || take("false");
  }
  template <std::integral T>
  requires(!std::same_as<T, bool>) bool read(T& out) {
    const auto* const begin = rest_.data();
    const auto end = std::from_chars(begin, begin + rest_.size(), out);
    if (end.ec != std::errc{}) return false;
    const std::string_view digits(begin, static_cast<std::size_t>(end.ptr - begin));
    rest_.remove_prefix(digits.size());
    return digits == "0" || (digits[0] != '0' && !digits.starts_with("-0"));
  }
  bool read(instant& out) {
    std::string_view text;
    const auto parsed = read(text) ? parse_instant(text) : std::nullopt;
    if (!parsed) return false;
    out = *parsed;
    const bool is_whole = out.time_since_epoch() % std::chrono::seconds{1} == duration{0};
    return is_whole == (text.size() == std::string_view("2026-11-21T10:00:00Z").size());
  }
  bool read(acting& out) {
    out = {};
    if (take("\"host\"")) return true;
    out.kind = take("\"operator\"") ? actor_kind::platform : actor_kind::user;
    return !out.is_user() || read(out.user);
  }
  template <class Kind>
  bool read(id<Kind>& out) {
    return read_parsed(out, &parse_id<id<Kind>>);
  }
  template <spelled Enum>
  bool read(Enum& out) {
    return read_parsed(out, &parse_enum<Enum>);
  }

  template <class T>
  bool read(std::optional<T>& out) {
    return read(out.emplace());
  }
  template <class T>
  bool read(std::vector<T>& out) {
    if (!take("[")) return false;
    if (take("]")) return true;
    do {
      if (!read(out.emplace_back())) return false;
    } while (take(","));
    return take("]");
  }
  template <described T>
  bool read(T& out) {
    return take("{") && read_members(out, true);
  }

  bool read(workspace::property_value& out) {
    if (rest_.starts_with('"')) return read(out.emplace<std::string>());
    if (rest_.starts_with('t') || rest_.starts_with('f')) return read(out.emplace<bool>());
    return read(out.emplace<std::int64_t>());
  }
  bool read(column_set& out) { return take("\"all\"") || read(out.names); }
  bool read(job::use& out) {
    if (rest_.starts_with('"')) return read(out.asset);
    return take("{\"asset\":") && read(out.asset) && take(",\"columns\":") && read(out.columns.names) &&
           take("}");
  }
  bool read(realms::rulebook_document&) { return false; }
  bool read(std::vector<warning>&) { return false; }

  /// The members of an object that is open, and its end.
  template <described T>
  bool read_members(T& out, bool is_first) {
    bool goes_on = true;
    for_each_field(out, [&](const auto& field, auto& value) {
      goes_on = goes_on && read_field(field.name, field.when, value, is_first);
    });
    return goes_on && take("}") && !check_together(out, json_path{});
  }
  /// What has nothing to say is left out by the writer.
  template <class T>
  bool read_field(std::string_view name, presence when, T& out, bool& is_first) {
    const bool may_be_absent = detail::holds_optional<T> || when == presence::optional;
    if (!take_key(name, is_first)) return may_be_absent;
    is_first = false;
    return read(out) && !(may_be_absent && detail::is_absent(out));
  }

 private:
  template <class T, class Parse>
  bool read_parsed(T& out, Parse&& parse) {
    std::string_view text;
    if (!read(text)) return false;
    const auto parsed = parse(text);
    if (parsed) out = *parsed;
    return parsed.has_value();
  }

  std::string_view rest_;
};

}  // namespace charter::inline v0::codec
