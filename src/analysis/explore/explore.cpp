// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/explore.hpp"

#include <limits>

#include "alphabet.hpp"
#include "search.hpp"

namespace charter::inline v0::analysis {

namespace {

objection check(const realm& start, const search_scope& within, const std::vector<area>& areas) {
  const auto too_small = [](std::string_view message) {
    return refuse("bounds_too_small", std::string(message));
  };
  if (start.users.all.size() == 0)
    return too_small("Nobody is there who could do anything; begin with a realm that has users.");
  if (areas.empty()) return too_small("No area is to be searched; name at least one.");
  if (within.states < 2 || within.depth < 1)
    return too_small("Nothing can be said of less than two states and one step; allow more.");
  return {};
}

}  // namespace

tl::expected<search_result, refusal> explore(const realm& start, const goal& what, const search_scope& within,
                                             const search_watch& watch) {
  const auto& areas = within.areas.empty() ? what.areas : within.areas;
  if (auto no = check(start, within, areas)) return tl::unexpected(std::move(*no));
  const auto moves = make_alphabet(start, within, areas);
  if (moves.size() > std::numeric_limits<std::uint16_t>::max())
    return tl::unexpected(
        refuse("too_many_moves", "More than 65,535 moves are possible; take fewer people or areas."));
  return search(start, what, within, moves, watch).run();
}

}  // namespace charter::inline v0::analysis
