// SPDX-License-Identifier: Apache-2.0
#include "seating.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <map>
#include <utility>

namespace charter::inline v0::analysis {

namespace {

using traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using edge_properties =
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, traits::edge_descriptor>>>;
using network =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, edge_properties>;
using arc = traits::edge_descriptor;

arc connect(network& net, std::size_t from, std::size_t to, std::size_t capacity) {
  const auto there = boost::add_edge(from, to, net).first;
  const auto back = boost::add_edge(to, from, net).first;
  boost::put(boost::edge_capacity, net, there, static_cast<long>(capacity));
  boost::put(boost::edge_capacity, net, back, 0L);
  boost::put(boost::edge_reverse, net, there, back);
  boost::put(boost::edge_reverse, net, back, there);
  return there;
}

/// From the source to the people, from them to their groups, from these to the sink.
struct seat_network {
  network net;
  std::vector<std::vector<arc>> seats_taken;  ///< by people, then as their groups
  std::size_t filled = 0;

  seat_network(const std::vector<std::size_t>& seats, const std::vector<sitters>& people)
      : net(people.size() + seats.size() + 2), seats_taken(people.size()) {
    const auto source = people.size() + seats.size(), sink = source + 1;
    for (std::size_t i = 0; i < people.size(); ++i) {
      connect(net, source, i, people[i].size);
      for (const auto group : people[i].groups)
        seats_taken[i].push_back(connect(net, i, people.size() + group, people[i].size));
    }
    for (std::size_t g = 0; g < seats.size(); ++g) connect(net, people.size() + g, sink, seats[g]);
    filled = static_cast<std::size_t>(boost::push_relabel_max_flow(net, source, sink));
  }
  std::size_t on(arc it) const {
    return static_cast<std::size_t>(boost::get(boost::edge_capacity, net, it) -
                                    boost::get(boost::edge_residual_capacity, net, it));
  }
};

/// One more than there are people stands for any number that cannot be reached.
std::vector<std::size_t> seats_of(const seat_plan& plan) {
  std::vector<std::size_t> out;
  const auto most = static_cast<std::int64_t>(plan.people.size()) + 1;
  for (const auto& each : plan.groups)
    out.push_back(static_cast<std::size_t>(std::clamp<std::int64_t>(each.need, 0, most)));
  return out;
}

}  // namespace

std::vector<std::vector<std::size_t>> fill(const std::vector<std::size_t>& seats,
                                           const std::vector<sitters>& people) {
  const seat_network flow(seats, people);
  std::vector<std::vector<std::size_t>> out(people.size());
  for (std::size_t i = 0; i < people.size(); ++i)
    for (const auto& each : flow.seats_taken[i]) out[i].push_back(flow.on(each));
  return out;
}

std::size_t count_filled(const std::vector<std::size_t>& seats, const std::vector<sitters>& people) {
  return seat_network(seats, people).filled;
}

seating::seating(const seat_plan& plan, whom seated)
    : plan_(plan), seats_(seats_of(plan)), filled_(plan.groups.size()), seat_of_(plan.people.size(), none) {
  std::vector<sitters> people(plan.people.size());
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    for (const auto person : plan.groups[g].people)
      if (seated == whom::everybody || plan.people[person].has_approved) people[person].groups.push_back(g);
  const auto taken = fill(seats_, people);
  for (std::size_t i = 0; i < people.size(); ++i)
    for (std::size_t g = 0; g < taken[i].size(); ++g)
      if (taken[i][g] > 0) {
        seat_of_[i] = people[i].groups[g];
        ++filled_[seat_of_[i]];
      }
}

seating::search seating::search_from(std::size_t group) const {
  const auto groups = plan_.groups.size();
  search out{std::vector<std::size_t>(groups, none), std::vector<std::size_t>(groups, none), {group}};
  out.from[group] = group;
  for (std::size_t i = 0; i < out.order.size(); ++i) {
    const auto at = out.order[i];
    for (const auto person : plan_.groups[at].people) {
      const auto sits = seat_of_[person];
      if (sits == none) {
        out.free = person;
        out.last = at;
        return out;
      }
      if (out.from[sits] != none) continue;
      out.from[sits] = at;
      out.by[sits] = person;
      out.order.push_back(sits);
    }
  }
  return out;
}

bool seating::bring_one(std::size_t group) {
  const auto found = search_from(group);
  if (found.free == none) return false;
  ++filled_[group];
  auto mover = found.free;
  for (auto at = found.last;; at = found.from[at]) {
    seat_of_[mover] = at;
    if (at == group) return true;
    mover = found.by[at];
  }
}

bool seating::seat_one_more(std::size_t group) {
  if (!bring_one(group)) return false;
  ++seats_[group];
  return true;
}

void seating::fill_up() {
  for (std::size_t g = 0; g < seats_.size(); ++g)
    while (!is_filled(g) && bring_one(g)) continue;
}

std::vector<std::size_t> seating::competing_with(std::size_t group) const {
  auto out = search_from(group).order;
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::vector<std::size_t>> seating::cut() const {
  std::vector<bool> is_cut(seats_.size());
  for (std::size_t g = 0; g < seats_.size(); ++g)
    if (!is_filled(g))
      for (const auto each : search_from(g).order) is_cut[each] = true;
  boost::disjoint_sets_with_storage<> parts(seats_.size());
  std::vector<std::size_t> first_group(seat_of_.size(), none);
  for (std::size_t g = 0; g < seats_.size(); ++g) {
    if (!is_cut[g]) continue;
    for (const auto person : plan_.groups[g].people) {
      auto& first = first_group[person];
      if (first == none)
        first = g;
      else
        parts.union_set(first, g);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> by_part;
  for (std::size_t g = 0; g < seats_.size(); ++g)
    if (is_cut[g]) by_part[parts.find_set(g)].push_back(g);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [part, groups] : by_part) out.push_back(std::move(groups));
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<bool> seating::tight() const {
  std::vector<std::vector<std::size_t>> groups_of(plan_.people.size());
  for (std::size_t g = 0; g < plan_.groups.size(); ++g)
    for (const auto person : plan_.groups[g].people) groups_of[person].push_back(g);
  std::vector<std::vector<std::size_t>> sit_in(plan_.groups.size());
  std::vector<bool> out(plan_.groups.size(), true);
  std::vector<std::size_t> next;
  const auto loosen = [&](std::size_t person) {
    for (const auto group : groups_of[person])
      if (out[group]) {
        out[group] = false;
        next.push_back(group);
      }
  };
  for (std::size_t i = 0; i < seat_of_.size(); ++i) {
    if (seat_of_[i] == none)
      loosen(i);
    else
      sit_in[seat_of_[i]].push_back(i);
  }
  while (!next.empty()) {
    const auto group = next.back();
    next.pop_back();
    for (const auto person : sit_in[group]) loosen(person);
  }
  return out;
}

}  // namespace charter::inline v0::analysis
