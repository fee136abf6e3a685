// SPDX-License-Identifier: Apache-2.0
#include "visitor.hpp"

#include <stdexcept>

namespace embedded_service_test {

namespace {

reply read(const httplib::Result& result) {
  if (!result) return {};
  boost::json::error_code broken;
  return {result->status, boost::json::parse(result->body, broken)};
}

}  // namespace

std::string reply::text(std::string_view member) const {
  const auto* object = body.if_object();
  const auto* found = object ? object->if_contains(member) : nullptr;
  return found && found->is_string() ? std::string(found->get_string()) : "";
}

visitor::visitor(const std::string& address, const std::string& name) : visitor(address) {
  const auto answer = sign_in(name);
  if (answer.status != 200)
    throw std::runtime_error(name + " may not come in: " + std::to_string(answer.status) + ' ' +
                             answer.refused());
}

reply visitor::sign_in(const std::string& name) {
  auto answer = post("/sign-in", {{"name", name}, {"password", "password of " + name}});
  show(answer.text("token"));
  return answer;
}

reply visitor::get(const std::string& path) { return read(client_.Get(path)); }
reply visitor::post(const std::string& path, const httplib::Params& form) {
  return read(client_.Post(path, form));
}

}  // namespace embedded_service_test
