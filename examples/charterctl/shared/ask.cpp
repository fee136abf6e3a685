// SPDX-License-Identifier: Apache-2.0
#include "ask.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charter/codec/query_json.hpp>
#include <utility>

#include "realm_file.hpp"

namespace charterctl {

namespace json = boost::json;

reading read_realm(const reading_options& options) {
  reading out{look_at(options), {}};
  if (options.as) out.who.as = *options.as;
  // Of an earlier moment, what was due then counts, not what is due now.
  if (!options.as_of || options.time) out.who.at = time_of(options);
  return out;
}

charter::result<json::value> try_to_ask(const reading& from, std::string_view query,
                                        const json::object& with) {
  const auto answer = charter::answer_query(from.then.realm(), query, json::serialize(with), from.who);
  if (!answer) return tl::make_unexpected(answer.error());
  return json::parse(*answer);
}

json::value ask(const reading& from, std::string_view query, const json::object& with) {
  auto answer = try_to_ask(from, query, with);
  if (!answer) give_up(answer.error());
  return std::move(*answer);
}

json::object ask_all(const reading& from, std::string_view query, json::object with) {
  with["limit"] = 1000;
  json::array items;
  for (;;) {
    auto page = ask(from, query, with).as_object();
    for (auto& each : page["items"].as_array()) items.push_back(std::move(each));
    if (page["next"].is_null()) break;
    with["after"] = page["next"];
  }
  return {{"items", std::move(items)}, {"next", nullptr}};
}

std::string_view text_of(const json::value& it) {
  const auto& text = it.as_string();
  return {text.data(), text.size()};
}

void print_json(const json::value& it) { fmt::print("{}\n", json::serialize(it)); }

}  // namespace charterctl
