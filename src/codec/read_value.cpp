// SPDX-License-Identifier: Apache-2.0
#include "read_value.hpp"

#include "rulebook_reader.hpp"

namespace charter::inline v0::codec {

namespace json = boost::json;

objection read_value(bool& out, const json::value& in, const json_path& at) {
  if (!in.is_bool()) return malformed(at, "must be true or false");
  out = in.get_bool();
  return {};
}

objection read_value(std::int64_t& out, const json::value& in, const json_path& at) {
  if (!in.is_int64()) return malformed(at, "must be a whole number of at most 64 bits");
  out = in.get_int64();
  return {};
}

objection read_value(std::uint64_t& out, const json::value& in, const json_path& at) {
  if (in.is_uint64())
    out = in.get_uint64();
  else if (in.is_int64() && in.get_int64() >= 0)
    out = static_cast<std::uint64_t>(in.get_int64());
  else
    return malformed(at, "must be a whole number from 0");
  return {};
}

objection read_value(std::string& out, const json::value& in, const json_path& at) {
  if (!in.is_string()) return malformed(at, "must be text");
  out = text_of(in.get_string());
  return {};
}

objection read_value(instant& out, const json::value& in, const json_path& at) {
  const auto read = in.is_string() ? parse_instant(text_of(in.get_string())) : std::nullopt;
  if (!read) return malformed(at, "must be a time in UTC such as 2026-11-21T10:00:00Z");
  out = *read;
  return {};
}

objection read_value(acting& out, const json::value& in, const json_path& at) {
  const auto text = in.is_string() ? text_of(in.get_string()) : std::string_view{};
  if (text == "operator" || text == "host") {
    out = {text == "host" ? actor_kind::host : actor_kind::platform, {}};
    return {};
  }
  const auto user = parse_id<user_id>(text);
  if (!user) return malformed(at, "must be `operator`, `host` or the id of a user");
  out = {actor_kind::user, *user};
  return {};
}

/// A whole number past 64 bits is a double, as for most readers of JSON.
objection read_value(workspace::property_value& out, const json::value& in, const json_path& at) {
  if (in.is_bool())
    out = in.get_bool();
  else if (in.is_int64())
    out = in.get_int64();
  else if (in.is_uint64())
    out = static_cast<double>(in.get_uint64());
  else if (in.is_double())
    out = in.get_double();
  else if (in.is_string())
    out = std::string(text_of(in.get_string()));
  else
    return malformed(at, "must be text, a number, true or false");
  return {};
}

objection read_value(column_set& out, const json::value& in, const json_path& at) {
  out.names.reset();
  if (in.is_string() && text_of(in.get_string()) == "all") return {};
  if (!in.is_array()) return malformed(at, "must be \"all\" or a list of columns");
  return read_value(out.names.emplace(), in, at);
}

objection read_value(realms::rulebook_document& out, const json::value& in, const json_path& at) {
  out = {};
  if (in.is_string()) return read_value(out.name, in, at);
  if (!in.is_object()) return malformed(at, "must be the name of a rulebook or a rulebook");
  if (auto read = read_rulebook(in))
    out = realms::rulebook_document(std::move(*read));
  else
    out.errors = std::move(read.error());
  return {};
}

objection read_value(const json::object*& out, const json::value& in, const json_path& at) {
  if (!in.is_object()) return malformed(at, "must be an object");
  out = &in.get_object();
  return {};
}

objection read_value(const json::array*& out, const json::value& in, const json_path& at) {
  if (!in.is_array()) return malformed(at, "must be a list");
  out = &in.get_array();
  return {};
}

objection read_word(std::size_t& out, std::span<const std::string_view> names, const json::value& in,
                    const json_path& at) {
  const auto text = in.is_string() ? text_of(in.get_string()) : std::string_view{};
  for (out = 0; out < names.size(); ++out)
    if (names[out] == text) return {};
  std::string must = "must be one of";
  for (const auto name : names) must.append(name == names.front() ? " `" : ", `").append(name).append("`");
  return malformed(at, must);
}

}  // namespace charter::inline v0::codec
