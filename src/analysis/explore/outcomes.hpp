// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What came of moves: those with the same footprint are tried together, once for each state of what they
/// read.

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "alphabet.hpp"
#include "state_key.hpp"

namespace charter::inline v0::analysis {

class outcomes {
 public:
  using move_number = std::uint16_t;

  /// A move that was accepted. One that is not confined has to be made again to see where it leads.
  struct accepted {
    move_number by;
    bool is_known;       ///< where it leads
    std::size_t at = 0;  ///< of the hashes that it leads to, in `hashes_`
  };

  explicit outcomes(part_set of) : reads(of) {}

  part_set reads;
  std::vector<move_number> moves;

  /// Null if moves were not tried on that yet.
  const std::vector<accepted>* find(std::uint64_t key) const {
    const auto found = known_.find(key);
    return found == known_.end() ? nullptr : &found->second;
  }
  void keep(std::uint64_t key, std::vector<accepted> found) {
    if (reads != part_set::all()) known_.emplace(key, std::move(found));
  }
  accepted remember(move_number by, bool is_confined, const part_hashes& after) {
    if (!is_confined || reads == part_set::all()) return {by, false};
    const accepted out{by, true, hashes_.size()};
    for (std::size_t i = 0; i < part_count; ++i)
      if (reads.has(i))
        for (const auto& way : after) hashes_.push_back(way[i]);
    return out;
  }
  /// Replaces the parts that the move read by what it made of them.
  void apply(const accepted& it, part_hashes& on) const {
    auto next = hashes_.begin() + static_cast<std::ptrdiff_t>(it.at);
    for (std::size_t i = 0; i < part_count; ++i)
      if (reads.has(i))
        for (auto& way : on) way[i] = *next++;
  }

 private:
  boost::unordered_flat_map<std::uint64_t, std::vector<accepted>> known_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace charter::inline v0::analysis
