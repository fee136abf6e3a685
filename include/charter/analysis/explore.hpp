// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A bounded exhaustive search over the real decide: can these people, whatever they do, bring something
/// about? It answers with a shortest sequence of commands that does, or with how much it has seen without.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "charter/analysis/goal.hpp"
#include "charter/analysis/order.hpp"
#include "charter/base/enum_text.hpp"
#include "charter/base/result.hpp"
#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// How far a search goes. People are those of the realm it starts from; nobody comes in from outside.
struct search_scope {
  std::vector<area> areas = {};                                                  ///< none: those of the goal
  std::uint32_t new_workspaces = 0, new_jobs = 1, new_runs = 1, new_assets = 1;  ///< at most so many begin
  std::size_t states = 1'000'000;
  std::size_t depth = 100;
  bool symmetry = true;  ///< take people who stand alike for one another
};

struct search_progress {
  std::size_t states = 0;       ///< distinct
  std::size_t transitions = 0;  ///< commands that were accepted
  std::size_t attempts = 0;     ///< commands that were decided
  std::size_t depth = 0;
};

/// `exhausted`: every state was seen that the moves within the scope lead to, so that these do not reach the
/// goal. The moves are some of each command (src/analysis/explore/moves_*.cpp): a few policies and names, not
/// all. The others but `reached` say which bound ended the search, and prove nothing.
enum class search_outcome : std::uint8_t { reached, exhausted, states, depth, stopped };

struct search_result {
  search_outcome end = search_outcome::exhausted;
  std::vector<order> steps = {};  ///< reached: a shortest way to the goal, things named by key
  search_progress seen = {};
};

/// Called now and then; false stops the search.
using search_watch = std::function<bool(const search_progress&)>;

/// Searches from `start`, breadth first. Time stands still. States are told apart by 64 bits of hash over all
/// that decide reads, so that one in about 10^19 pairs of states is mistaken for another.
///
/// REQUIRES: `start` has a rulebook. Threads: any; `goal` and `watch` are called on this one.
/// Fails: `bounds_too_small` (fewer than two states, no step, no area, nobody there), `too_many_moves` (more
/// than 65,535: fewer people or areas). Memory: about 60 bytes a state, and as many for each way to exchange
/// people until its turn comes.
tl::expected<search_result, refusal> explore(const realm& start, const goal& what, const search_scope& within,
                                             const search_watch& watch = {});

}  // namespace charter::inline v0::analysis

namespace charter::inline v0 {

template <>
struct enum_names<analysis::search_outcome> {
  static constexpr std::array<std::string_view, 5> names = {"reached", "exhausted", "states", "depth",
                                                            "stopped"};
};

}  // namespace charter::inline v0
