// SPDX-License-Identifier: Apache-2.0
#include "charter/analysis/lifecycles.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "charter/machines/invitation/state.hpp"
#include "charter/machines/job/state.hpp"
#include "charter/machines/run/state.hpp"
#include "charter/machines/workspace/state.hpp"
#include "charter/realm/message.hpp"

namespace charter::inline v0::analysis {

namespace {

using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

std::optional<std::size_t> place(const std::vector<std::string>& states, const std::string& name) {
  const auto found = std::find(states.begin(), states.end(), name);
  if (found == states.end()) return {};
  return static_cast<std::size_t>(found - states.begin());
}

/// Transitions between states that are not listed are left out.
graph graph_of(const queries::lifecycle_table& it) {
  graph out(it.states.size());
  for (const auto& row : it.transitions) {
    const auto from = place(it.states, row.from), to = place(it.states, row.to);
    if (from && to) add_edge(*from, *to, out);
  }
  return out;
}

std::vector<bool> reached(const graph& states) {
  std::vector<bool> out(num_vertices(states));
  if (out.empty()) return out;
  std::vector<boost::default_color_type> colors(out.size());
  boost::breadth_first_visit(
      states, 0,
      boost::visitor(boost::default_bfs_visitor())
          .color_map(boost::make_iterator_property_map(colors.begin(), get(boost::vertex_index, states))));
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = colors[i] == boost::black_color;
  return out;
}

template <class... Ts>
bool names_one(std::string_view name, type_list<Ts...>) {
  return ((Ts::message_name == name) || ...);
}
bool is_message(std::string_view name) {
  return names_one(name, charter::detail::all_commands_list{}) ||
         names_one(name, charter::detail::all_events_list{});
}

std::string in_words(const queries::transition_row& row) {
  return row.from + " -- " + row.on + " -> " + row.to;
}

class inspection {
 public:
  explicit inspection(const named_lifecycle& it) : it_(it) {}

  std::vector<finding> run() {
    for (std::size_t i = 0; i < rows().size(); ++i) check(i);
    const auto states = graph_of(it_.table);
    const auto is_reached = reached(states);
    for (std::size_t i = 0; i < is_reached.size(); ++i) {
      if (!is_reached[i])
        add(severity::serious, "unreachable_state", it_.table.states[i],
            "Nothing leads to this state from " + it_.table.states[0] + ", where things begin.", {},
            "Add a transition to it, or take the state out.");
      else if (out_degree(i, states) == 0)
        add(severity::note, "final_state", it_.table.states[i], "Nothing leads out of this state.", {}, "");
    }
    return std::move(out_);
  }

 private:
  const std::vector<queries::transition_row>& rows() const { return it_.table.transitions; }

  void check(std::size_t at) {
    const auto& row = rows()[at];
    for (const auto* state : {&row.from, &row.to})
      if (!place(it_.table.states, *state))
        add(severity::serious, "unknown_state", *state, "A transition names a state that is not listed.",
            {in_words(row)}, "List the state, or correct the transition.");
    if (!is_message(row.on) && row.on != row.to)
      add(severity::serious, "unknown_trigger", row.on, "No command and no event has that name.",
          {in_words(row)}, "Name the command or event that makes this transition.");
    for (std::size_t i = 0; i < at; ++i) {
      const auto& other = rows()[i];
      if (other.from != row.from || other.on != row.on) continue;
      if (other.to == row.to)
        add(severity::warning, "duplicate_transition", row.on, "The transition stands twice.",
            {in_words(row)}, "Keep one.");
      else
        add(severity::serious, "ambiguous_transition", row.on,
            "From one state the same trigger leads to two.", {in_words(other), in_words(row)},
            "Keep one, or tell the triggers apart.");
    }
  }
  void add(severity how_bad, const char* slug, const std::string& about, std::string message,
           std::vector<std::string> witness, std::string fix) {
    out_.push_back(
        {how_bad, slug, it_.name + "." + about, std::move(message), std::move(witness), std::move(fix)});
  }

  const named_lifecycle& it_;
  std::vector<finding> out_;
};

}  // namespace

std::vector<named_lifecycle> lifecycles() {
  return {{"workspace", queries::describe(workspace::lifecycle)},
          {"invitation", queries::describe(invitation::lifecycle)},
          {"job", queries::describe(job::lifecycle)},
          {"run", queries::describe(run::lifecycle)},
          {"user", queries::describe(user::lifecycle)}};
}

std::vector<finding> check_lifecycle(const named_lifecycle& it) { return inspection(it).run(); }

diagram draw_lifecycle(const named_lifecycle& it) {
  const auto states = graph_of(it.table);
  const auto is_reached = reached(states);
  diagram out{"Lifecycle of a " + it.name};
  for (std::size_t i = 0; i < it.table.states.size(); ++i)
    out.nodes.push_back({it.table.states[i],
                         {},
                         !is_reached[i]               ? stroke::marked
                         : out_degree(i, states) == 0 ? stroke::faint
                                                      : stroke::plain});
  for (const auto& row : it.table.transitions) {
    const auto from = place(it.table.states, row.from), to = place(it.table.states, row.to);
    if (from && to) out.edges.push_back({*from, *to, row.on});
  }
  return out;
}

}  // namespace charter::inline v0::analysis
