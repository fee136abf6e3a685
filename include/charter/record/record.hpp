// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A record: what the log holds for one accepted command, all of its events together.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "charter/base/actor.hpp"
#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0 {

/// PERSISTED: one JSON object, fields in this order, at most 1 MiB.
struct record {
  static constexpr std::int64_t format_version = 1;

  position at_position = 0;
  instant at{};
  acting by;
  std::string origin;   ///< which host wrote it, and its how-manieth (settles lost acknowledgements)
  std::string command;  ///< "workspace.create"
  std::optional<std::string> command_id;  ///< scoped to the actor
  std::string digest;                     ///< of the payload; empty without a command id
  std::vector<warning> warnings;
  std::vector<event> events;
};

inline constexpr std::size_t max_record_bytes = std::size_t{1} << 20;

}  // namespace charter::inline v0
