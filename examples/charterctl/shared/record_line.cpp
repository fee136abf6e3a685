// SPDX-License-Identifier: Apache-2.0
#include "record_line.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "answer.hpp"
#include "ask.hpp"
#include "names.hpp"
#include "table.hpp"

namespace charterctl {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_value = 60;

std::string in_quotes_if_needed(std::string text) {
  const bool plain = !text.empty() && text.find_first_of(" \"=") == text.npos;
  return plain ? text : json::serialize(json::string(text));
}

std::string members_of(const charter::realm& world, const json::object& it);

/// The value with names for ids; large ones are cut, since a line is to be read.
std::string short_value(const charter::realm& world, const json::value& it) {
  if (it.is_string()) return in_quotes_if_needed(label_of(world, text_of(it)));
  if (it.is_array()) {
    std::string out;
    for (const auto& each : it.get_array()) out += (out.empty() ? "" : ",") + short_value(world, each);
    return out.size() <= longest_value ? "[" + out + "]" : fmt::format("[{} of them]", it.get_array().size());
  }
  if (!it.is_object()) return json::serialize(it);
  auto out = "{" + members_of(world, it.get_object()) + "}";
  if (out.size() <= longest_value) return out;
  const auto* name = it.get_object().if_contains("name");  // of a rulebook
  return name != nullptr ? in_quotes_if_needed(in_words(*name)) : "{…}";
}

/// Without the key: the thing is named by it.
std::string members_of(const charter::realm& world, const json::object& it) {
  std::string out;
  for (const auto& each : it)
    if (each.key() != "event" && each.key() != "key")
      out.append(out.empty() ? "" : " ")
          .append(each.key().data(), each.key().size())
          .append("=" + short_value(world, each.value()));
  return out;
}

}  // namespace

std::string record_line(const charter::realm& world, std::string_view text) {
  const auto record = json::parse(text).as_object();
  const auto& events = record.at("events").as_array();
  auto out = fmt::format("{:>6}  {:<20}  {:<10}  {:<20}", record.at("position").to_number<std::uint64_t>(),
                         text_of(record.at("time")), label_of(world, text_of(record.at("actor"))),
                         text_of(record.at("command")));
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto& event = events[i].as_object();
    // The first event says what the command was about; of the others the name will do.
    out += i == 0 ? "  " + members_of(world, event) : " +" + std::string(text_of(event.at("event")));
  }
  return printable(out);
}

}  // namespace charterctl
