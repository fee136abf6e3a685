// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Commands as JSON lines.

#include <charter/codec/command_json.hpp>
#include <cstddef>
#include <string>
#include <vector>

namespace charterctl {

/// One line: {"as": "alice", "do": "workspace.archive", "with": {"workspace": "study"}}.
struct order {
  std::size_t line = 0;
  charter::envelope what;
};

/// Reads all lines; empty ones are passed by. A line without `as` is by `actor`. Gives up with every line
/// that is no command, so that nothing is done where one cannot be understood.
std::vector<order> read_orders(const std::string& file, const std::string& actor);

/// " (at members[0].role)": where in a command the offence is, if the refusal says it.
std::string place_in_command(const charter::refusal& why);

}  // namespace charterctl
