// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"

#include <charconv>
#include <charter/codec/json_writer.hpp>
#include <charter/codec/query_json.hpp>

#include "sessions.hpp"

namespace embedded_service {

namespace {

/// From "Authorization: Bearer …", as programs send it, or the cookie that browsers got at sign-in.
std::string token_in(const httplib::Request& request) {
  for (const auto& [header, before] :
       {std::pair{"Authorization", "Bearer "}, std::pair{"Cookie", "session="}})
    if (const auto value = request.get_header_value(header); value.starts_with(before))
      return value.substr(std::string_view(before).size());
  return {};
}

}  // namespace

std::int64_t call::number(const char* name) const {
  const auto text = field(name);
  std::int64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

answer call::execute(const charter::command& what) const {
  return answered(at, at.realm.execute({.as = who}, what));
}

answer call::ask(std::string_view query) const {
  const auto now = at.realm.now();
  return answered(charter::answer_query(now.realm(), query, json_of({{"user", who}}), {.as = who}));
}

void send(httplib::Response& to, const answer& what) {
  to.status = what.status;
  to.set_content(what.json, "application/json");
}

std::string json_of(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
  std::string json;
  charter::json_writer out(json);
  out.begin_object();
  for (const auto& [name, value] : members) out.member(name, value);
  out.end_object();
  return json;
}

httplib::Server::Handler signed_in(const service& at, std::function<answer(const call&)> handle) {
  return [at, handle = std::move(handle)](const httplib::Request& request, httplib::Response& response) {
    const auto who = account_of(at, token_in(request));
    send(response, who ? handle({at, *who, request}) : refused(401, "not_signed_in", "Sign in first."));
  };
}

}  // namespace embedded_service
