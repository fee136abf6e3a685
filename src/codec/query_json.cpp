// SPDX-License-Identifier: Apache-2.0
#include "charter/codec/query_json.hpp"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/access/queries/all.hpp"
#include "charter/codec/json_writer.hpp"
#include "charter/codec/rulebook_json.hpp"
#include "read_described.hpp"
#include "strict_json.hpp"

namespace charter::inline v0 {
namespace codec {
namespace {

using properties = std::vector<std::pair<std::string, workspace::property_value>>;

/// Policies and uses stand in answers as commands write them: what they leave out is absent, not null.
template <class T>
concept spelled_as_in_commands = std::same_as<T, approval::proposal> || std::same_as<T, runs::proposal> ||
    std::same_as<T, job::use_proposal>;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

template <class T>
void write_answer(json_writer& out, const T& it) {
  if constexpr (std::same_as<T, rules_ptr>) {
    out.raw(write_rulebook(it->book(), json_layout::one_line));
  } else if constexpr (std::same_as<T, properties>) {
    out.begin_object();
    for (const auto& each : it) out.member(each.first, each.second);
    out.end_object();
  } else if constexpr (detail::holds_optional<T>) {
    if (it)
      write_answer(out, *it);
    else
      out.null();
  } else if constexpr (is_list<T>) {
    out.begin_array();
    for (const auto& each : it) write_answer(out, each);
    out.end_array();
  } else if constexpr (described<T> && !spelled_as_in_commands<T>) {
    out.begin_object();
    for_each_field(it, [&](const auto& field, const auto& value) {
      out.key(field.name);
      write_answer(out, value);
    });
    out.end_object();
  } else {
    out.value(it);
  }
}

/// How to answer one query.
struct query_entry {
  std::string_view name;
  result<std::string> (*answer)(const realm& world, const boost::json::object& with, const asking& who);
};

template <class Query>
result<std::string> answer_one(const realm& world, const boost::json::object& with, const asking& who) {
  Query query;
  if (auto no = read_members(query, with, json_path{})) return tl::make_unexpected(std::move(*no));
  const auto answered = queries::answer(world, who, query);
  if (!answered) return tl::make_unexpected(answered.error());
  std::string text;
  json_writer out(text);
  write_answer(out, *answered);
  return text;
}

template <class Queries>
struct query_table;
template <message... Queries>
struct query_table<std::tuple<Queries...>> {
  static constexpr std::array<query_entry, sizeof...(Queries)> rows = {
      {{Queries::message_name, &answer_one<Queries>}...}};
};

}  // namespace
}  // namespace codec

result<std::string> answer_query(const realm& world, std::string_view query, std::string_view with,
                                 const asking& who) {
  for (const auto& row : codec::query_table<queries::all_queries>::rows) {
    if (row.name != query) continue;
    const auto document = codec::parse_strict(with.empty() ? "{}" : with);
    if (!document) return tl::make_unexpected(codec::refusal_of(document.error()));
    if (!document->is_object())
      return tl::make_unexpected(codec::malformed(codec::json_path{}, "must be an object"));
    return row.answer(world, document->get_object(), who);
  }
  return tl::make_unexpected(queries::malformed("query", "This names no query; see the list of queries."));
}

}  // namespace charter::inline v0
