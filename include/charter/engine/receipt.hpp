// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What `execute` answers when the command was accepted.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

}  // namespace charter::inline v0
