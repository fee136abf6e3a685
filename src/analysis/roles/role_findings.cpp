// SPDX-License-Identifier: Apache-2.0
#include "role_findings.hpp"

#include <algorithm>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <cstdint>
#include <iterator>
#include <utility>

#include "charter/analysis/roles.hpp"

namespace charter::inline v0::analysis {

finding_list::~finding_list() {
  if (count_ <= most) return;
  last_.message = "There are " + std::to_string(count_) + " findings of this kind; the first " +
                  std::to_string(most) + " are told.";
  last_.about = "roles";
  last_.witness.clear();
  to_.push_back(std::move(last_));
}

void finding_list::add(finding it) {
  if (++count_ <= most) to_.push_back(it);
  last_ = std::move(it);
}

std::vector<std::string> names_of(const role_graph& roles, const std::vector<role_graph::role>& some) {
  std::vector<std::string> out;
  for (const auto each : some) out.push_back(roles.name(each));
  return out;
}

std::string entry_of(const role_graph& roles, role_graph::role it, const std::string& field) {
  return "roles." + roles.name(it) + "." + field;
}

/// One cycle for each set of roles that all inherit one another: the shortest through its first role.
void find_cycles(const role_graph& roles, std::vector<finding>& out) {
  if (roles.size() == 0) return;
  std::vector<std::size_t> component(roles.size());
  const auto count = boost::strong_components(
      roles.edges(),
      boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, roles.edges())));
  std::vector<std::size_t> members(count);
  for (const auto each : component) ++members[each];
  std::vector<bool> told(count);
  finding_list cycles(out);
  for (role_graph::role it = 0; it < roles.size(); ++it) {
    const bool inherits_itself = edge(it, it, roles.edges()).second;
    if ((members[component[it]] < 2 && !inherits_itself) || told[component[it]]) continue;
    told[component[it]] = true;
    const auto round = roles.path(it, it);
    const auto& last = roles.name(round[round.size() - 2]);
    cycles.add({severity::serious, "inheritance_cycle", entry_of(roles, it, "inherits"),
                "The inheritance goes round, so that these roles are one and the same.",
                names_of(roles, round),
                "Take " + roles.name(it) + " out of what " + last + " inherits, or another of these."});
  }
}

namespace {

/// A bit a role: what each role reaches in one step or more.
class closure {
 public:
  explicit closure(std::size_t size) : words_((size + 63) / 64), bits_(size * words_) {}

  bool has(std::size_t from, std::size_t to) const {
    return (bits_[from * words_ + to / 64] >> (to % 64)) & 1U;
  }
  void add(std::size_t from, std::size_t to) {
    bits_[from * words_ + to / 64] |= std::uint64_t{1} << (to % 64);
  }
  void add_all(std::size_t from, std::size_t of) {
    for (std::size_t i = 0; i < words_; ++i) bits_[from * words_ + i] |= bits_[of * words_ + i];
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

/// From `from` to `to` by way of other roles. REQUIRES: there is such a way, and nothing goes round.
std::vector<role_graph::role> long_way(const role_graph& roles, const closure& reached, role_graph::role from,
                                       role_graph::role to) {
  std::vector<role_graph::role> out{from};
  bool is_first = true;
  for (auto here = from; here != to; is_first = false) {
    auto [next, end] = adjacent_vertices(here, roles.edges());
    next = std::find_if(
        next, end, [&](role_graph::role each) { return reached.has(each, to) || (!is_first && each == to); });
    here = *next;
    out.push_back(here);
  }
  return out;
}

}  // namespace

void find_redundant_inheritance(const role_graph& roles, std::vector<finding>& out) {
  std::vector<role_graph::role> order;  // what is inherited comes first
  try {
    boost::topological_sort(roles.edges(), std::back_inserter(order));
  } catch (const boost::not_a_dag&) {
    return;  // everything in a cycle is redundant; the cycle is the finding
  }
  std::vector<std::size_t> place(roles.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  closure reached(roles.size());
  finding_list redundant(out);
  for (const auto it : order) {
    const auto [begin, end] = adjacent_vertices(it, roles.edges());
    std::vector<role_graph::role> direct(begin, end);
    // The ones that inherit most first: an edge to what they reach is not needed.
    std::sort(direct.begin(), direct.end(), [&](auto a, auto b) { return place[a] > place[b]; });
    for (std::size_t i = 0; i < direct.size(); ++i) {
      const auto each = direct[i];
      const bool is_repeated = i > 0 && direct[i - 1] == each;
      const bool is_implied = reached.has(it, each);
      reached.add(it, each);
      reached.add_all(it, each);
      if (!is_implied) continue;
      if (redundant.is_full()) {
        redundant.count();
        continue;
      }
      redundant.add({severity::note, "redundant_inheritance", entry_of(roles, it, "inherits"),
                     roles.name(it) + " inherits " + roles.name(each) +
                         (is_repeated ? " twice." : " by another role already."),
                     is_repeated ? std::vector{roles.name(it), roles.name(each)}
                                 : names_of(roles, long_way(roles, reached, it, each)),
                     is_repeated
                         ? "Name " + roles.name(each) + " once."
                         : "Leave " + roles.name(each) + " out, unless it shall stay when the other goes."});
    }
  }
}

std::vector<finding> check_roles(const rules::rulebook& book) {
  std::vector<finding> out;
  const role_reach reach(book);
  const auto& roles = reach.roles();
  {
    finding_list unknown(out);
    for (const auto& [by, name] : roles.unknown_names())
      unknown.add({severity::serious,
                   "unknown_role",
                   entry_of(roles, by, "inherits"),
                   roles.name(by) + " inherits " + name + ", which is not declared.",
                   {},
                   "Declare " + name + " in roles, or leave it out."});
  }
  find_cycles(roles, out);
  find_redundant_inheritance(roles, out);
  find_idle_grants(reach, book, out);
  find_unused(reach, book, out);
  return out;
}

}  // namespace charter::inline v0::analysis
