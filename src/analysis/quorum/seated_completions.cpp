// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "completion_search.hpp"
#include "seating.hpp"

namespace charter::inline v0::analysis {

namespace {

class seat_search {
 public:
  seat_search(const seat_plan& plan, std::size_t most_sets, const search_bound& bound)
      : plan_(plan),
        kinds_(kinds_of(plan, std::vector<bool>(plan.groups.size(), true))),
        steps_(bound),
        found_(plan, kinds_, most_sets),
        taken_(kinds_.size(), 0) {}

  completions run() {
    completions out;
    seating with_more(plan_, seating::whom::approvers);
    with_more.fill_up();
    for (std::size_t g = 0; g < plan_.groups.size(); ++g)
      if (plan_.groups[g].need < 1 || !with_more.is_filled(g)) return out;
    out.possible = out.is_smallest = true;
    set_up();
    explore(0, 0);
    out.size = all_seats_ - by_approvers_;
    if (!found_.is_empty())
      found_.report(out, steps_.end());
    else
      report_one(with_more, out);
    return out;
  }

 private:
  /// The kinds come first in the network; those who have approved sit by themselves.
  void set_up() {
    for (const auto& each : plan_.groups) seats_.push_back(static_cast<std::size_t>(each.need));
    all_seats_ = std::accumulate(seats_.begin(), seats_.end(), std::size_t{0});
    for (const auto& each : kinds_) people_.push_back({each.groups, 0});
    std::vector<std::vector<std::size_t>> groups_of(plan_.people.size());
    for (std::size_t g = 0; g < plan_.groups.size(); ++g)
      for (const auto person : plan_.groups[g].people) groups_of[person].push_back(g);
    for (std::size_t i = 0; i < plan_.people.size(); ++i)
      if (plan_.people[i].has_approved) people_.push_back({groups_of[i], 1});
    by_approvers_ = count_filled(seats_, people_);
    for (std::size_t k = 0; k < kinds_.size(); ++k) people_[k].size = kinds_[k].people.size();
  }

  /// Whether all who were taken, of the kinds before `kind`, find a seat beside the approvers.
  bool all_sit(std::size_t kind, std::size_t taken) {
    auto people = people_;
    for (std::size_t k = kind; k < kinds_.size(); ++k) people[k].size = 0;
    return count_filled(seats_, people) == by_approvers_ + taken;
  }

  /// `people_` has the kinds before `kind` as they were taken, and the others whole.
  void explore(std::size_t kind, std::size_t taken) {
    if (kind == kinds_.size()) return found_.add(taken_);
    const auto whole = people_[kind].size;
    for (std::size_t count = 0; count <= whole; ++count) {
      if (!steps_.may_take(1 + people_.size())) break;
      people_[kind].size = taken_[kind] = count;
      if (!all_sit(kind + 1, taken + count)) break;
      if (count_filled(seats_, people_) == all_seats_) explore(kind + 1, taken + count);
    }
    people_[kind].size = whole;
    taken_[kind] = 0;
  }

  void report_one(const seating& with_more, completions& out) {
    auto& people = out.sets.emplace_back();
    for (std::size_t i = 0; i < plan_.people.size(); ++i)
      if (!plan_.people[i].has_approved && with_more.seat_of(i) != seating::none)
        people.push_back(plan_.people[i].user);
    out.count = 1;
    out.end = steps_.end();
  }

  const seat_plan& plan_;
  std::vector<person_kind> kinds_;
  step_counter steps_;
  set_collector found_;
  std::vector<std::size_t> taken_;  ///< by kind
  std::vector<std::size_t> seats_;
  std::vector<sitters> people_;
  std::size_t all_seats_ = 0, by_approvers_ = 0;
};

}  // namespace

completions complete_by_seating(const seat_plan& plan, std::size_t most_sets, const search_bound& bound) {
  return seat_search(plan, most_sets, bound).run();
}

}  // namespace charter::inline v0::analysis
