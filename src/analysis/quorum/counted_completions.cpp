// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "completion_search.hpp"

namespace charter::inline v0::analysis {

namespace {

class cover_search {
 public:
  cover_search(const seat_plan& plan, std::size_t most_sets, const search_bound& bound)
      : left_(what_is_left(plan)),
        kinds_(kinds_of(plan, is_open(left_))),
        steps_(bound),
        found_(plan, kinds_, most_sets),
        greedy_(plan, kinds_, most_sets),
        taken_(kinds_.size(), 0) {
    available_.resize(kinds_.size() + 1, std::vector<std::size_t>(left_.size(), 0));
    for (std::size_t k = kinds_.size(); k-- > 0;) {
      available_[k] = available_[k + 1];
      for (const auto group : kinds_[k].groups) available_[k][group] += kinds_[k].people.size();
    }
  }

  completions run() {
    completions out;
    for (std::size_t g = 0; g < left_.size(); ++g)
      if (left_[g] > available_[0][g]) return out;
    out.possible = true;
    const auto enough = take_greedily();
    for (out.size = fewest(0); out.size < enough; ++out.size) {
      explore(0, out.size);
      if (!found_.is_empty() || steps_.end() != search_end::complete) break;
    }
    // At the size that the greedy choice has, nothing smaller is left to be found.
    out.is_smallest = !found_.is_empty() || steps_.end() == search_end::complete;
    if (out.size == enough) explore(0, enough);
    if (found_.is_empty()) out.size = enough;
    (found_.is_empty() ? greedy_ : found_).report(out, steps_.end());
    return out;
  }

 private:
  /// How many approvals each group still asks for. A group that can never be met asks for more than all.
  static std::vector<std::size_t> what_is_left(const seat_plan& plan) {
    std::vector<std::size_t> out;
    for (const auto& each : plan.groups) {
      const auto have = std::count_if(each.people.begin(), each.people.end(),
                                      [&](std::size_t p) { return plan.people[p].has_approved; });
      const auto most = static_cast<std::int64_t>(plan.people.size()) + 1;
      const auto need = each.need < 1 ? most : std::min(each.need - have, most);
      out.push_back(static_cast<std::size_t>(std::max<std::int64_t>(need, 0)));
    }
    return out;
  }
  static std::vector<bool> is_open(const std::vector<std::size_t>& left) {
    std::vector<bool> out;
    for (const auto each : left) out.push_back(each > 0);
    return out;
  }

  /// No set of fewer people of the kinds from `kind` on can be enough. Those come by falling number of
  /// groups.
  std::size_t fewest(std::size_t kind) const {
    const auto largest = *std::max_element(left_.begin(), left_.end());
    if (largest == 0 || kind == kinds_.size()) return largest;
    const auto sum = std::accumulate(left_.begin(), left_.end(), std::size_t{0});
    const auto at_once = kinds_[kind].groups.size();
    return std::max(largest, (sum + at_once - 1) / at_once);
  }

  void take(std::size_t kind, std::size_t count) {
    for (const auto group : kinds_[kind].groups) left_[group] -= std::min(left_[group], count);
  }

  /// A set that is enough, and of which nobody is superfluous, so that there is always one to show.
  std::size_t take_greedily() {
    const auto all_left = left_;
    std::vector<std::size_t> chosen(kinds_.size(), 0);
    const auto helps = [&](std::size_t kind) {
      const auto& groups = kinds_[kind].groups;
      return chosen[kind] == kinds_[kind].people.size()
                 ? 0
                 : std::count_if(groups.begin(), groups.end(), [&](std::size_t g) { return left_[g] > 0; });
    };
    while (*std::max_element(left_.begin(), left_.end()) > 0) {
      std::size_t best = 0;
      for (std::size_t k = 1; k < kinds_.size(); ++k)
        if (helps(k) > helps(best)) best = k;
      ++chosen[best];
      take(best, 1);
    }
    std::vector<std::size_t> have(left_.size(), 0);
    for (std::size_t k = 0; k < kinds_.size(); ++k)
      for (const auto group : kinds_[k].groups) have[group] += chosen[k];
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      const auto is_spare = [&](std::size_t g) { return have[g] > all_left[g]; };
      const auto& groups = kinds_[k].groups;
      while (chosen[k] > 0 && std::all_of(groups.begin(), groups.end(), is_spare)) {
        --chosen[k];
        for (const auto group : groups) --have[group];
      }
    }
    left_ = all_left;
    greedy_.add(chosen);
    return std::accumulate(chosen.begin(), chosen.end(), std::size_t{0});
  }

  /// Finds every way to fill what is left with exactly `people` of the kinds from `kind` on.
  void explore(std::size_t kind, std::size_t people) {
    if (!steps_.may_take(1) || people < fewest(kind)) return;
    if (kind == kinds_.size()) {
      if (people == 0) found_.add(taken_);
      return;
    }
    std::size_t least = 0, useful = 0;
    for (const auto group : kinds_[kind].groups) {
      const auto others = available_[kind + 1][group];
      if (left_[group] > others) least = std::max(least, left_[group] - others);
      useful = std::max(useful, left_[group]);
    }
    const auto most = std::min({kinds_[kind].people.size(), people, useful});
    const auto before = left_;
    for (auto count = most + 1; count-- > least;) {
      take(kind, count);
      taken_[kind] = count;
      explore(kind + 1, people - count);
      left_ = before;
    }
    taken_[kind] = 0;
  }

  std::vector<std::size_t> left_;  ///< by group
  std::vector<person_kind> kinds_;
  step_counter steps_;
  set_collector found_, greedy_;
  std::vector<std::size_t> taken_;                   ///< by kind
  std::vector<std::vector<std::size_t>> available_;  ///< by kind and group: people of that kind or later ones
};

}  // namespace

completions complete_by_counting(const seat_plan& plan, std::size_t most_sets, const search_bound& bound) {
  return cover_search(plan, most_sets, bound).run();
}

}  // namespace charter::inline v0::analysis
