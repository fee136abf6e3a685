// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which realms a search takes for the same, part by part.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "charter/realm/realm.hpp"

namespace charter::inline v0::analysis {

/// The parts of a realm that a move may read or change. `workspaces` holds their members, policies and
/// invitations, `assets` the data policies, `runs` also whose and where the job of each is.
enum class part : std::uint8_t { people, workspaces, assets, jobs, runs, number_of_runs };
inline constexpr std::size_t part_count = 6;

/// A bit a part.
class part_set {
 public:
  constexpr part_set() = default;
  template <class... Parts>
  explicit constexpr part_set(Parts... all) : bits_(((1U << static_cast<unsigned>(all)) | ...)) {}
  static constexpr part_set all() {
    return part_set(part::people, part::workspaces, part::assets, part::jobs, part::runs,
                    part::number_of_runs);
  }

  constexpr bool has(std::size_t which) const { return (bits_ >> which) & 1U; }
  friend constexpr bool operator==(part_set, part_set) = default;

 private:
  unsigned bits_ = 0;
};

/// The hashes of all parts of one realm, once for each way to exchange people.
using part_hashes = std::vector<std::array<std::uint64_t, part_count>>;

/// Hashes all that decide reads and that can change while nobody new comes: standings, members, policies,
/// invitations, assets, jobs, runs, and when things end, counted from now. Left out is what only grows or is
/// only read by people: positions, times, revisions, digests, names and the other settings, comments,
/// notices, the log.
///
/// People who cannot be told apart at the start are exchanged for one another, and the least hash counts.
class state_keys {
 public:
  state_keys(const realm& start, bool symmetry);

  /// Cost: O(realm) times the ways to exchange people, of which there are at most 24.
  void take(const realm& world, part_hashes& out) const;
  static std::uint64_t key_of(const part_hashes& all);
  /// Of those parts alone, people left in place.
  static std::uint64_t key_of(const part_hashes& all, part_set some);

  std::size_t ways() const { return exchanges_.size(); }

 private:
  using exchange = std::vector<std::uint32_t>;  ///< by user: whose place it takes

  std::vector<exchange> exchanges_;
};

}  // namespace charter::inline v0::analysis
