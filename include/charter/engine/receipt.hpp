// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `execute` answers: a receipt, or a rejection that is a refusal or a failure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/creates.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0 {

/// Proof that a command was accepted: where it stands in the log, and what it did.
struct receipt {
  position at_position = 0;
  instant at{};
  std::string command;
  std::vector<warning> warnings;
  std::vector<event> events;  ///< what was due first, then the command's own

  /// The first thing of that kind that the command created. REQUIRES: it created one.
  template <class Id>
  Id as() const {
    return find<Id>().value_or(Id{});
  }
  /// The same, or nothing.
  template <class Id>
  std::optional<Id> find() const {
    std::optional<Id> out;
    for (const auto& each : events)
      visit_event(each, [&](const auto& one) {
        using type = std::remove_cvref_t<decltype(one)>;
        if constexpr (detail::creates<type>::value)
          if constexpr (std::same_as<std::remove_cvref_t<decltype(one.*detail::creates<type>::id)>, Id>)
            if (!out) out = one.*detail::creates<type>::id;
      });
    return out;
  }
};

/// Why a command was not accepted: the rules said no, or the machinery did.
class rejection {
 public:
  rejection(refusal why) : why_(std::move(why)) {}
  rejection(failure why) : why_(std::move(why)) {}

  const refusal* as_refusal() const { return std::get_if<refusal>(&why_); }
  const failure* as_failure() const { return std::get_if<failure>(&why_); }
  std::string_view slug() const {
    return as_refusal() ? std::string_view(as_refusal()->slug) : as_failure()->slug();
  }
  const std::string& message() const {
    return as_refusal() ? as_refusal()->message : as_failure()->message();
  }

 private:
  std::variant<refusal, failure> why_;
};

}  // namespace charter::inline v0
