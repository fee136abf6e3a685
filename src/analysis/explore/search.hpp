// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Breadth-first search over realms. A state is kept as the move that led to it. Where a move has to be tried
/// on it, its realm is made again from the realms on the way there, which its neighbours in the queue mostly
/// share; most states need none, since what comes of each move is known from others.

#include <boost/unordered/unordered_flat_set.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

#include "alphabet.hpp"
#include "charter/analysis/explore.hpp"
#include "outcomes.hpp"
#include "state_key.hpp"

namespace charter::inline v0::analysis {

class search {
 public:
  /// REQUIRES: all arguments outlive it.
  search(const realm& start, const goal& what, const search_scope& within, const std::vector<move>& moves,
         const search_watch& watch);
  /// Makes every move in every state, however often it was made on the same. For tests of footprints.
  void forget_outcomes() { remembers_ = false; }

  search_result run();

 private:
  using state_number = std::uint32_t;
  using move_number = std::uint16_t;

  struct state {
    state_number before;
    move_number by;
  };
  struct station {
    state_number at;
    realm world;
  };

  /// A state being left. The realms are empty until a move is made.
  struct standpoint {
    state_number number;
    part_hashes parts, parts_after;
    const realm* before = nullptr;
    std::optional<realm> after;  ///< to try moves on
  };

  const realm& realm_of(state_number it);
  const realm& stand_in(standpoint& from);
  bool expand(state_number it);
  bool try_all(standpoint& from, outcomes& of, std::uint64_t key);
  bool repeat(standpoint& from, const outcomes& of, const std::vector<outcomes::accepted>& known);
  bool make(standpoint& from, move_number by, bool& is_accepted);
  bool arrive(const standpoint& from, move_number by);
  bool is_reached(const realm& before, const move& by, const command& what, std::span<const event> events,
                  const realm& after) const;
  bool goes_on() const;
  command said(const move& it, const realm& world) const;
  std::vector<state_number> way_to(state_number it) const;
  std::vector<order> steps_to(state_number it, move_number last);

  const realm& start_;
  const goal& goal_;
  const search_scope& within_;
  const std::vector<move>& moves_;
  const search_watch& watch_;
  const state_keys keys_;
  const naming by_id_, by_key_;

  std::vector<state> states_;
  std::queue<part_hashes> ahead_;  ///< of the states that were not expanded yet, in order
  boost::unordered_flat_set<std::uint64_t> seen_keys_;
  std::vector<outcomes> outcomes_;  ///< by footprint
  bool remembers_ = true;
  std::vector<station> stations_;  ///< from the start to the state expanded last
  search_result result_;
};

}  // namespace charter::inline v0::analysis
