// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which entries of the log an audit query or extract wants.

#include <optional>
#include <string>
#include <tuple>

#include "charter/base/fields.hpp"
#include "charter/base/instant.hpp"

namespace charter::inline v0::audit {

/// All that are given must hold. `from` is inclusive, `to` exclusive.
struct filter {
  std::optional<std::string> actor = {};    ///< a user reference, "operator" or "host"
  std::optional<std::string> command = {};  ///< "job.create"
  std::optional<instant> from = {};
  std::optional<instant> to = {};

  static constexpr auto fields = described_by<&filter::actor, &filter::command, &filter::from, &filter::to>(
      "actor", "command", "from", "to");
  friend bool operator==(const filter&, const filter&) = default;
};

}  // namespace charter::inline v0::audit
