// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the realm says when it is asked: the queries of a host, turned into lines for a person.

#include <charter/fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace clean_room {

using lines = std::vector<std::string>;

/// Everything that must still be there after the database was closed and opened again.
struct findings {
  lines members;
  lines job;
  lines notices;
  lines audit_trail;

  friend bool operator==(const findings&, const findings&) = default;
};

/// `who` asks for all but the notices, which are each person's own.
findings look_around(const charter::engine& realm, std::string_view who);

/// How far a job's review has come: a line a group.
lines review_progress(const charter::engine& realm, std::string_view who, std::string_view job);

}  // namespace clean_room
