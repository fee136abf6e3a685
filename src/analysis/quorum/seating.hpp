// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who sits where when each person fills one seat: a maximum flow (Boost.Graph), and the changes to it that
/// need no new one.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "seats.hpp"

namespace charter::inline v0::analysis {

/// People of whom it does not matter which of them sits: `size` of them, each may sit in any of `groups`.
struct sitters {
  std::vector<std::size_t> groups;
  std::size_t size = 1;
};

/// How many of each of `people` sit in each of their groups at best: a row of `people[i].groups.size()`
/// numbers for each i. Group g has `seats[g]`.
std::vector<std::vector<std::size_t>> fill(const std::vector<std::size_t>& seats,
                                           const std::vector<sitters>& people);

/// The number of seats that are filled at best.
std::size_t count_filled(const std::vector<std::size_t>& seats, const std::vector<sitters>& people);

/// A best seating of the people of a plan, one by one. Holds a reference to the plan.
class seating {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  enum class whom { everybody, approvers };
  explicit seating(const seat_plan& plan, whom seated = whom::everybody);

  std::size_t seat_of(std::size_t person) const { return seat_of_[person]; }
  bool is_filled(std::size_t group) const { return filled_[group] >= seats_[group]; }

  /// Seats more people until every group is filled or cannot be. Whoever sits keeps a seat.
  void fill_up();

  /// Gives the group a seat beyond those it asks for, and somebody for it, moving others along. False if
  /// that cannot be done; then nothing was changed.
  bool seat_one_more(std::size_t group);

  /// The group, and every group from which somebody could be moved to it, in order. If nobody is free in any
  /// of them, the people of all these are the people who sit in them.
  std::vector<std::size_t> competing_with(std::size_t group) const;

  /// The minimum cut: the groups that are not filled and those that compete with them, in parts that share
  /// nobody. Which best seating was found does not matter to it.
  std::vector<std::vector<std::size_t>> cut() const;

  /// The groups from which no seat could be given to one more group: if somebody of theirs goes, one of
  /// them falls short. True by group. REQUIRES: every group is filled.
  std::vector<bool> tight() const;

 private:
  struct search {
    std::vector<std::size_t> from;   ///< by group: the group that was looked at before; none: not reached
    std::vector<std::size_t> by;     ///< by group: who would move there from it
    std::vector<std::size_t> order;  ///< groups in the order of being reached
    std::size_t free = none, last = none;  ///< somebody without a seat, and for which group
  };
  search search_from(std::size_t group) const;
  bool bring_one(std::size_t group);

  const seat_plan& plan_;
  std::vector<std::size_t> seats_, filled_, seat_of_;
};

}  // namespace charter::inline v0::analysis
