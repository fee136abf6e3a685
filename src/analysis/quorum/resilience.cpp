// SPDX-License-Identifier: Apache-2.0
// What departures break. Groups that count are independent of each other; those that compete for people are
// weakest where one of them can be given the fewest seats more (Hall's theorem).
#include <algorithm>
#include <optional>

#include "charter/analysis/quorum.hpp"
#include "seating.hpp"
#include "seats.hpp"

namespace charter::inline v0::analysis {

namespace {

/// Whether the policy can be met now; where people compete, `full` is how.
bool is_met_now(const seat_plan& plan, std::optional<seating>& full) {
  const auto is_void = [](const seat_group& each) { return each.need < 1; };
  if (plan.groups.empty() || std::any_of(plan.groups.begin(), plan.groups.end(), is_void)) return false;
  if (!plan.distinct)
    return std::all_of(plan.groups.begin(), plan.groups.end(), [](const seat_group& each) {
      return static_cast<std::int64_t>(each.people.size()) >= each.need;
    });
  full.emplace(plan);
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    if (!full->is_filled(g)) return false;
  return true;
}

class departures {
 public:
  departures(const electorate& it, std::size_t leaving, const search_bound& bound)
      : it_(it), plan_(plan_seats(it)), bound_(bound) {
    out_.leaving = leaving;
    out_.of = plan_.groups.size();
  }

  resilience judge() {
    if (plan_.exempt) {
      look_at_the_last_one();
    } else if (std::optional<seating> full; !is_met_now(plan_, full)) {
      out_.breaking = breakage{};
      out_.examined = out_.of;
    } else {
      full ? look_where_they_compete(*full) : look_at_each_group();
      spare_the_exempt();
    }
    return std::move(out_);
  }

 private:
  bool leaves_the_list() const { return it_.on_leaving == departure::unlisted; }
  std::size_t most() const { return out_.breaking ? out_.breaking->people.size() - 1 : out_.leaving; }

  bool may_go_on() {
    if (bound_.stop && bound_.stop())
      out_.end = search_end::stopped;
    else if (out_.examined >= bound_.steps)
      out_.end = search_end::out_of_steps;
    return out_.end == search_end::complete;
  }

  /// Who is exempt stays so unless nobody is listed any more.
  void look_at_the_last_one() {
    out_.examined = out_.of;
    if (!leaves_the_list() || out_.leaving < 1) return;
    breakage last{{it_.members.front().user}, {}};
    for (const auto& each : plan_.groups) last.groups.push_back(each.name);
    out_.breaking = std::move(last);
  }

  void look_at_each_group() {
    for (std::size_t g = 0; g < plan_.groups.size() && may_go_on(); ++g, ++out_.examined) {
      const auto& group = plan_.groups[g];
      // Where everybody is asked and the list shrinks with them, one who stays is enough.
      const auto need =
          plan_.asks_everybody && leaves_the_list() ? std::size_t{1} : static_cast<std::size_t>(group.need);
      const auto breaks = group.people.size() - need + 1;
      if (breaks <= most()) break_with(group.people, breaks, {g});
    }
  }

  void look_where_they_compete(const seating& full) {
    const auto tight = full.tight();
    for (std::size_t g = 0; g < plan_.groups.size() && may_go_on(); ++g, ++out_.examined) {
      if (most() == 0) continue;
      if (tight[g]) {
        break_competing(full, g, 1);
        continue;
      }
      auto fuller = full;
      std::size_t spare = 0;
      while (spare < most() && fuller.seat_one_more(g)) ++spare;
      if (spare < most()) break_competing(fuller, g, spare + 1);
    }
  }
  /// Takes `count` of those whom the group and its rivals have.
  void break_competing(const seating& fuller, std::size_t group, std::size_t count) {
    const auto groups = fuller.competing_with(group);
    std::vector<std::size_t> people;
    for (const auto each : groups)
      people.insert(people.end(), plan_.groups[each].people.begin(), plan_.groups[each].people.end());
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    break_with(people, count, groups);
  }

  void break_with(const std::vector<std::size_t>& people, std::size_t count,
                  const std::vector<std::size_t>& groups) {
    breakage found;
    for (std::size_t i = 0; i < count; ++i) found.people.push_back(plan_.people[people[i]].user);
    for (const auto each : groups) found.groups.push_back(plan_.groups[each].name);
    out_.breaking = std::move(found);
  }

  /// One who is left alone is exempt. Then only the leaving of everybody breaks it: a set of another size
  /// that breaks it would hold one more person than the smallest, and that is everybody.
  void spare_the_exempt() {
    if (!it_.rules.single_party_exempt || !leaves_the_list() || !out_.breaking ||
        out_.breaking->people.size() + 1 != plan_.listed)
      return;
    if (out_.leaving < plan_.listed) {
      out_.breaking.reset();
      return;
    }
    auto& people = out_.breaking->people;
    for (const auto& each : it_.members)
      if (std::find(people.begin(), people.end(), each.user) == people.end()) people.push_back(each.user);
  }

  const electorate& it_;
  seat_plan plan_;
  const search_bound& bound_;
  resilience out_;
};

/// The groups that cannot all be met without a certain person, for everybody who is critical to some.
class critical_search {
 public:
  critical_search(const electorate& it, const seat_plan& plan)
      : it_(it), plan_(plan), groups_of_(plan.people.size()) {}

  std::vector<critical_person> run(const std::optional<seating>& full) {
    full ? look_where_they_compete(*full) : look_at_each_group();
    std::vector<critical_person> out;
    for (const auto person : order_) {
      critical_person found{plan_.people[person].user};
      for (const auto group : groups_of_[person]) found.groups.push_back(plan_.groups[group].name);
      out.push_back(std::move(found));
    }
    return out;
  }

 private:
  void look_at_each_group() {
    const bool one_is_enough = plan_.asks_everybody && it_.on_leaving == departure::unlisted;
    for (std::size_t g = 0; g < plan_.groups.size(); ++g) {
      const auto& group = plan_.groups[g];
      const auto need = one_is_enough ? 1 : group.need;
      if (static_cast<std::int64_t>(group.people.size()) > need) continue;
      for (const auto person : group.people) add(person, {g});
    }
  }
  /// The people of a tight set of groups all sit in it.
  void look_where_they_compete(const seating& full) {
    const auto tight = full.tight();
    for (std::size_t g = 0; g < plan_.groups.size(); ++g) {
      if (!tight[g]) continue;
      const auto rivals = full.competing_with(g);
      for (const auto person : plan_.groups[g].people)
        if (full.seat_of(person) == g) add(person, rivals);
    }
  }
  void add(std::size_t person, const std::vector<std::size_t>& groups) {
    auto& known = groups_of_[person];
    if (known.empty()) order_.push_back(person);
    known.insert(known.end(), groups.begin(), groups.end());
  }

  const electorate& it_;
  const seat_plan& plan_;
  std::vector<std::vector<std::size_t>> groups_of_;
  std::vector<std::size_t> order_;
};

}  // namespace

resilience after_leaving(const electorate& it, std::size_t leaving, const search_bound& bound) {
  return departures(it, leaving, bound).judge();
}

std::vector<critical_person> single_points_of_failure(const electorate& it) {
  const auto plan = plan_seats(it);
  const bool leaves_the_list = it.on_leaving == departure::unlisted;
  if (plan.exempt) {
    if (!leaves_the_list) return {};
    const auto alone = after_leaving(it, 1);
    return {{alone.breaking->people.front(), alone.breaking->groups}};
  }
  const bool rest_is_exempt = it.rules.single_party_exempt && leaves_the_list && plan.listed == 2;
  std::optional<seating> full;
  if (rest_is_exempt || !is_met_now(plan, full)) return {};
  return critical_search(it, plan).run(full);
}

}  // namespace charter::inline v0::analysis
