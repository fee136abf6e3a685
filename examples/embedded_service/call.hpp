// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A request of somebody who is signed in, and the ways to answer it.

#include <httplib.h>

#include <charter/engine/engine.hpp>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "answers.hpp"
#include "buttons.hpp"
#include "service.hpp"

namespace embedded_service {

struct call {
  const service& at;
  std::string who;
  const httplib::Request& request;

  /// What the path names: "wsp_0" in "/workspaces/wsp_0/buttons".
  std::string named() const { return request.matches[1].str(); }
  std::string field(const char* name) const { return request.get_param_value(name); }
  std::int64_t number(const char* name) const;

  /// A command of charter's that brings no row.
  answer execute(const charter::command& what) const;
  /// A query about oneself.
  answer ask(std::string_view query) const;
  template <class Id>
  answer buttons(std::optional<Id> on, std::span<const button> all) const {
    const auto found = on ? list_buttons(at, who, *on, all) : std::nullopt;
    return found ? answer{200, *found}
                 : refused(404, "not_found", "There is no such thing, or you may not see it.");
  }
};

void send(httplib::Response& to, const answer& what);
std::string json_of(std::initializer_list<std::pair<std::string_view, std::string_view>> members);

/// Lets nobody in who is not signed in. `at` is copied.
httplib::Server::Handler signed_in(const service& at, std::function<answer(const call&)> handle);

}  // namespace embedded_service
