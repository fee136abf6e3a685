// SPDX-License-Identifier: Apache-2.0
#include "charter/codec/record_json.hpp"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "charter/base/fields.hpp"
#include "message_table.hpp"
#include "read_described.hpp"
#include "record_fields.hpp"
#include "record_readers.hpp"
#include "rulebook_value.hpp"
#include "strict_json.hpp"

namespace charter::inline v0 {
namespace codec {

/// A number, a text or a list of texts.
static objection read_value(decltype(detail_value::value)& out, const boost::json::value& in,
                            const json_path& at) {
  if (in.is_int64()) return read_value(out.emplace<std::int64_t>(), in, at);
  if (in.is_string()) return read_value(out.emplace<std::string>(), in, at);
  if (in.is_array()) return read_value(out.emplace<std::vector<std::string>>(), in, at);
  return malformed(at, "must be a whole number, text or a list of texts");
}

static objection read_value(warning& out, const boost::json::value& in, const json_path& at) {
  if (!in.is_object()) return malformed(at, "must be an object");
  for (const auto& member : in.get_object()) {
    const auto name = text_of(member.key());
    const json_path place(at, name);
    auto no = name == "warning"
                  ? read_value(out.slug, member.value(), place)
                  : read_value(out.details.emplace_back(detail_value{std::string(name), {}}).value,
                               member.value(), place);
    if (no) return no;
  }
  if (!in.get_object().contains("warning")) return malformed(json_path(at, "warning"), "is missing");
  return {};
}

template <class T>
static objection read_as(event& out, const boost::json::object& in, const json_path& at) {
  T one{};
  if (auto no = read_members(one, in, at, "event")) return no;
  out = std::move(one);
  return {};
}
template <class... Ts>
static constexpr auto event_readers(type_list<Ts...>) {
  return sorted_by_name(
      std::array<message_reader<event>, sizeof...(Ts)>{{{Ts::message_name, &read_as<Ts>}...}});
}
static constexpr auto event_table = event_readers(detail::all_events_list{});

/// A log must not depend on what a name stands for today, nor on a rulebook that was never valid.
static objection check_rulebook(const event& it, const json_path& at) {
  return visit_event(it, [&](const auto& one) -> objection {
    if constexpr (requires { one.rulebook; }) {
      const json_path place(at, "rulebook");
      if (!one.rulebook.errors.empty())
        return malformed(place, "holds no rulebook: " + one.rulebook.errors[0].entry + " " +
                                    one.rulebook.errors[0].reason);
      if (!one.rulebook.book) return malformed(place, "must be the whole rulebook");
    }
    return {};
  });
}

static objection read_value(event& out, const boost::json::value& in, const json_path& at) {
  if (!in.is_object()) return malformed(at, "must be an object");
  const json_path tag(at, "event");
  const auto* named = in.get_object().if_contains("event");
  if (!named) return malformed(tag, "is missing");
  std::string name;
  if (auto no = read_value(name, *named, tag)) return no;
  const auto* found = find_reader(event_table, name);
  if (!found) return malformed(tag, "names no event");
  if (auto no = found->read(out, in.get_object(), at)) return no;
  return check_rulebook(out, at);
}

static constexpr auto record_table = readers_of<record>(record_fields);

/// What is wrong with the version, in words; nothing for a record that this release reads.
static std::string check_version(const boost::json::value& in) {
  const auto* found = in.is_object() ? in.get_object().if_contains(version_name) : nullptr;
  std::int64_t version = 0;
  if (found && !read_value(version, *found, json_path{}) && version > record::format_version)
    return std::string(newer_record) + "the record has version " + std::to_string(version) +
           ", this release of charter reads up to " + std::to_string(record::format_version) +
           "; use a newer one";
  if (version < 1) return std::string("`") + version_name + "` must be the version of the record, 1";
  return {};
}

}  // namespace codec

void write_value(json_writer& out, const event& it) {
  visit_event(it, [&](const auto& one) {
    out.begin_object();
    out.member("event", std::remove_cvref_t<decltype(one)>::message_name);
    write_members(out, one);
    out.end_object();
  });
}

void append_record(std::string& text, const record& it) {
  json_writer out(text);
  out.begin_object();
  out.member(codec::version_name, record::format_version);
  codec::record_fields.for_each(
      [&](auto each) { write_field(out, each.name, each.when, it.*(each.member)); });
  out.end_object();
}

std::string write_record(const record& it) {
  std::string out;
  out.reserve(512);
  append_record(out, it);
  return out;
}

tl::expected<record, std::string> codec::read_strict_record(std::string_view json) {
  // Most records fit; what does not asks for more.
  std::array<unsigned char, 8192> buffer;
  boost::json::monotonic_resource memory(buffer.data(), buffer.size());
  const auto document = codec::parse_strict(json, {.bytes = max_record_bytes}, &memory);
  if (!document) {
    const auto& no = document.error();
    return tl::make_unexpected((no.path.empty() ? "the record" : "`" + no.path + "`") + ": " + no.sentence);
  }
  if (auto no = codec::check_version(*document); !no.empty()) return tl::make_unexpected(std::move(no));
  record out;
  if (auto no = codec::read_fields(&out, codec::record_table, document->get_object(), codec::json_path{},
                                   codec::version_name))
    return tl::make_unexpected(std::move(no->message));
  return out;
}

tl::expected<record, std::string> read_record(std::string_view json) {
  if (auto out = codec::read_canonical_record(json)) return std::move(*out);
  return codec::read_strict_record(json);
}

}  // namespace charter::inline v0
