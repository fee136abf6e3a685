// SPDX-License-Identifier: Apache-2.0
#include "completion_search.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace charter::inline v0::analysis {

namespace {

constexpr auto most = std::numeric_limits<std::uint64_t>::max();

/// A number of sets, or a number that it is no less than.
struct tally {
  std::uint64_t value = 1;
  bool is_exact = true;

  void multiply(std::uint64_t by) {
    if (is_exact && value > most / by)
      is_exact = false;
    else if (is_exact)
      value *= by;
  }
};

/// How many sets of `chosen` there are. The products on the way only grow, so any of them is a lower bound.
tally choose(std::size_t from, std::size_t chosen) {
  tally out;
  for (std::size_t i = 1; i <= chosen && out.is_exact; ++i) {
    const auto before = out.value;
    out.multiply(from - chosen + i);
    out.value = out.is_exact ? out.value / i : before;
  }
  return out;
}

}  // namespace

std::vector<person_kind> kinds_of(const seat_plan& plan, const std::vector<bool>& open) {
  std::vector<std::vector<std::size_t>> groups_of(plan.people.size());
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    if (open[g])
      for (const auto person : plan.groups[g].people) groups_of[person].push_back(g);
  std::map<std::vector<std::size_t>, std::size_t> known;
  std::vector<person_kind> out;
  for (std::size_t i = 0; i < plan.people.size(); ++i) {
    if (plan.people[i].has_approved || groups_of[i].empty()) continue;
    const auto at = known.try_emplace(groups_of[i], out.size()).first->second;
    if (at == out.size()) out.push_back({groups_of[i], {}});
    out[at].people.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [](const person_kind& a, const person_kind& b) {
    return a.groups.size() > b.groups.size();
  });
  return out;
}

bool step_counter::may_take(std::uint64_t steps) {
  if (end_ != search_end::complete) return false;
  if (bound_.stop && bound_.stop())
    end_ = search_end::stopped;
  else if (steps > bound_.steps - taken_)
    end_ = search_end::out_of_steps;
  else
    taken_ += steps;
  return end_ == search_end::complete;
}

void set_collector::add(const std::vector<std::size_t>& of_each_kind) {
  tally sets;
  for (std::size_t k = 0; k < kinds_.size() && sets.is_exact; ++k) {
    const auto ways = choose(kinds_[k].people.size(), of_each_kind[k]);
    sets.multiply(ways.value);
    sets.is_exact = sets.is_exact && ways.is_exact;
  }
  is_exact_ = is_exact_ && sets.is_exact && count_ <= most - sets.value;
  count_ = count_ > most - sets.value ? most : count_ + sets.value;
  std::vector<std::size_t> chosen;
  list(of_each_kind, 0, 0, of_each_kind.empty() ? 0 : of_each_kind[0], chosen);
}

/// Every way to take so many of each kind, until enough sets are listed.
void set_collector::list(const std::vector<std::size_t>& of_each_kind, std::size_t kind, std::size_t from,
                         std::size_t left, std::vector<std::size_t>& chosen) {
  if (sets_.size() >= most_sets_) return;
  while (kind < kinds_.size() && left == 0) {
    ++kind;
    from = 0;
    left = kind < kinds_.size() ? of_each_kind[kind] : 0;
  }
  if (kind == kinds_.size()) return sets_.push_back(chosen);
  const auto& people = kinds_[kind].people;
  for (std::size_t i = from; i + left <= people.size() && sets_.size() < most_sets_; ++i) {
    chosen.push_back(people[i]);
    list(of_each_kind, kind, i + 1, left - 1, chosen);
    chosen.pop_back();
  }
}

void set_collector::report(completions& out, search_end end) const {
  auto sets = sets_;
  for (auto& each : sets) std::sort(each.begin(), each.end());
  std::sort(sets.begin(), sets.end());
  for (const auto& each : sets) {
    auto& people = out.sets.emplace_back();
    for (const auto person : each) people.push_back(plan_.people[person].user);
  }
  out.count = count_;
  out.count_is_exact = is_exact_ && end == search_end::complete;
  out.end = end;
}

}  // namespace charter::inline v0::analysis
