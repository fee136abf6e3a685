// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading single values from parsed JSON: `read_value(out, value, path)` for every type that a message
/// holds.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "charter/base/actor.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/id.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/result.hpp"
#include "charter/machines/ledger/rulebook_document.hpp"
#include "charter/rules/columns.hpp"
#include "charter/rules/property.hpp"
#include "objections.hpp"

namespace charter::inline v0::codec {

inline std::string_view text_of(boost::json::string_view it) { return {it.data(), it.size()}; }

objection read_value(bool& out, const boost::json::value& in, const json_path& at);
objection read_value(std::int64_t& out, const boost::json::value& in, const json_path& at);
objection read_value(std::uint64_t& out, const boost::json::value& in, const json_path& at);
objection read_value(std::string& out, const boost::json::value& in, const json_path& at);
objection read_value(instant& out, const boost::json::value& in, const json_path& at);
objection read_value(acting& out, const boost::json::value& in, const json_path& at);
objection read_value(workspace::property_value& out, const boost::json::value& in, const json_path& at);
objection read_value(column_set& out, const boost::json::value& in, const json_path& at);
objection read_value(realms::rulebook_document& out, const boost::json::value& in, const json_path& at);
/// These point into `in`.
objection read_value(const boost::json::object*& out, const boost::json::value& in, const json_path& at);
objection read_value(const boost::json::array*& out, const boost::json::value& in, const json_path& at);

/// The place in `names` of the word that `in` is.
objection read_word(std::size_t& out, std::span<const std::string_view> names, const boost::json::value& in,
                    const json_path& at);

template <spelled Enum>
objection read_value(Enum& out, const boost::json::value& in, const json_path& at) {
  std::size_t ordinal = 0;
  auto no = read_word(ordinal, enum_names<Enum>::names, in, at);
  if (!no) out = static_cast<Enum>(ordinal);
  return no;
}

template <class Kind>
objection read_value(id<Kind>& out, const boost::json::value& in, const json_path& at) {
  const auto read = in.is_string() ? parse_id<id<Kind>>(text_of(in.get_string())) : std::nullopt;
  if (!read) return malformed(at, "must be the id of a thing of kind " + std::string(Kind::noun));
  out = *read;
  return {};
}

template <class Id>
objection read_value(ref<Id>& out, const boost::json::value& in, const json_path& at) {
  std::string text;
  auto no = read_value(text, in, at);
  if (!no) out = std::move(text);
  return no;
}

template <class T>
objection read_value(std::optional<T>& out, const boost::json::value& in, const json_path& at) {
  return read_value(out.emplace(), in, at);
}

template <class T>
objection read_value(std::vector<T>& out, const boost::json::value& in, const json_path& at) {
  if (!in.is_array()) return malformed(at, "must be a list");
  const auto& list = in.get_array();
  out.clear();
  out.reserve(list.size());
  for (const auto& each : list) {
    const json_path place(at, out.size());
    if (auto no = read_value(out.emplace_back(), each, place)) return no;
  }
  return {};
}

}  // namespace charter::inline v0::codec
