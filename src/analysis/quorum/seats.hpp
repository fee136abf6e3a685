// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An electorate as every search over it wants it: people and groups by number, each once.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "charter/analysis/electorate.hpp"

namespace charter::inline v0::analysis {

/// Somebody who has approved, or may.
struct candidate {
  user_id user;
  bool has_approved = false;
};

struct seat_group {
  std::string name;
  std::int64_t need = 0;                 ///< as the policy has it, be it less than one
  std::vector<std::size_t> people = {};  ///< candidates, in order
};

struct seat_plan {
  std::vector<candidate> people = {};  ///< in the order of the members
  std::vector<seat_group> groups = {};
  bool distinct = false;   ///< each person fills one seat
  std::size_t listed = 0;  ///< members
  bool exempt = false;     ///< approved without anybody (D25)
  /// In mode all the one group asks for everybody listed who may decide, and for at least one.
  bool asks_everybody = false;
};

/// Cost: O(n log n) in members and ballots, O(log members) for each person of a group.
seat_plan plan_seats(const electorate& it);

/// Seats of several groups; the policy of a stranger may ask for numbers that have no sum.
inline std::int64_t add_seats(std::int64_t some, std::int64_t more) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  return more > 0 && some > most - more ? most : some + more;
}

}  // namespace charter::inline v0::analysis
