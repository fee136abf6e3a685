// SPDX-License-Identifier: Apache-2.0
#include "charter/codec/command_json.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include "charter/codec/json_writer.hpp"
#include "message_table.hpp"
#include "read_described.hpp"
#include "rulebook_value.hpp"
#include "strict_json.hpp"

namespace charter::inline v0 {
namespace codec {
namespace {

/// A command as it stands in a document or in a batch, before `do` is understood.
struct call_text {
  std::string do_ = {};
  const boost::json::object* with = nullptr;

  static constexpr auto fields = described_by<&call_text::do_, &call_text::with>("do", "with?");
};

struct envelope_text {
  std::string as = {};
  std::optional<instant> at = {};
  std::optional<std::string> id = {};
  std::string do_ = {};
  const boost::json::object* with = nullptr;

  static constexpr auto fields =
      described_by<&envelope_text::as, &envelope_text::at, &envelope_text::id, &envelope_text::do_,
                   &envelope_text::with>("as", "at", "id", "do", "with?");
};

struct batch_text {
  const boost::json::array* commands = nullptr;

  static constexpr auto fields = described_by<&batch_text::commands>("commands");
};

const boost::json::object& fields_of(const boost::json::object* with) {
  static const boost::json::object none;
  return with ? *with : none;
}

template <class T>
objection read_as(command& out, const boost::json::object& in, const json_path& at) {
  T one{};
  if (auto no = read_members(one, in, at)) return no;
  out = std::move(one);
  return {};
}
template <class... Ts>
constexpr auto all_but_batch(type_list<batch, Ts...>) {
  return sorted_by_name(
      std::array<message_reader<command>, sizeof...(Ts)>{{{Ts::message_name, &read_as<Ts>}...}});
}
constexpr auto command_table = all_but_batch(detail::all_commands_list{});

/// A command other than a batch. `around` is where `do` stands, `at` where the fields are dotted from.
objection read_single(command& out, std::string_view name, const boost::json::object& in,
                      const json_path& around, const json_path& at) {
  const auto* found = find_reader(command_table, name);
  if (!found) return malformed(json_path(around, "do"), "names no command; see the list of commands");
  return found->read(out, in, at);
}

objection read_in_batch(command& out, const boost::json::value& in, const json_path& at) {
  call_text call;
  if (auto no = read_value(call, in, at)) return no;
  if (call.do_ == batch::message_name)
    return malformed(json_path(at, "do"), "must not be another batch; list its commands here");
  return read_single(out, call.do_, fields_of(call.with), at, json_path(at, "with"));
}

objection read_batch(command& out, const boost::json::object& in, const json_path& at) {
  batch_text text;
  if (auto no = read_members(text, in, at)) return no;
  const json_path list(at, "commands");
  if (text.commands->size() > max_batch)
    return malformed(list, "must have at most " + std::to_string(max_batch) + " commands; split it");
  batch whole;
  whole.commands.reserve(text.commands->size());
  for (const auto& each : *text.commands) {
    const auto index = whole.commands.size();
    if (auto no = read_in_batch(whole.commands.emplace_back(), each, json_path(list, index)))
      return std::move(*no).with("index", static_cast<std::int64_t>(index));
  }
  out = std::move(whole);
  return {};
}

objection read_envelope(envelope& out, const boost::json::value& in) {
  const json_path root;
  envelope_text text;
  if (auto no = read_value(text, in, root)) return no;
  out.with = {actor(std::move(text.as)), text.at, std::move(text.id)};
  const auto& with = fields_of(text.with);
  if (text.do_ == batch::message_name) return read_batch(out.what, with, root);
  return read_single(out.what, text.do_, with, root, root);
}

/// The members `do` and `with`.
void write_call(json_writer& out, const command& what) {
  out.member("do", what.name());
  out.key("with");
  out.begin_object();
  what.visit([&](const auto& one) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(one)>, batch>) {
      out.key("commands");
      out.begin_array();
      for (const auto& each : one.commands) {
        out.begin_object();
        write_call(out, each);
        out.end_object();
      }
      out.end_array();
    } else {
      write_members(out, one);
    }
  });
  out.end_object();
}

}  // namespace
}  // namespace codec

result<envelope> read_command(std::string_view json) {
  const auto document = codec::parse_strict(json, {.bytes = max_command_bytes});
  if (!document) return tl::make_unexpected(codec::refusal_of(document.error(), "with."));
  envelope out;
  if (auto no = codec::read_envelope(out, *document)) return tl::make_unexpected(std::move(*no));
  return out;
}

std::string write_command(const context& with, const command& what) {
  std::string text;
  json_writer out(text);
  out.begin_object();
  out.member("as", with.as);
  if (with.at) out.member("at", *with.at);
  if (with.id) out.member("id", *with.id);
  codec::write_call(out, what);
  out.end_object();
  return text;
}

std::string write_payload(const command& what) {
  std::string text;
  json_writer out(text);
  out.begin_object();
  codec::write_call(out, what);
  out.end_object();
  return text;
}

}  // namespace charter::inline v0
