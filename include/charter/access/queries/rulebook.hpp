// SPDX-License-Identifier: Apache-2.0
#pragma once
/// `rulebook`: the rules in force. `lifecycle`: the states of a thing and what moves it, from the machines'
/// own tables.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "charter/access/queries/answer.hpp"

namespace charter::inline v0::queries {

/// Anybody may read the rules. Answers the rule set; its `book()` is the document.
struct get_rulebook {
  static constexpr std::string_view message_name = "rulebook";
  static constexpr auto fields = described_by<>();
};

inline result<rules_ptr> reply(const inquiry& asked, const get_rulebook&) { return asked.world.rules; }

enum class machine : std::uint8_t { workspace, invitation, job, run, user };

struct lifecycle {
  queries::machine machine = queries::machine::workspace;

  static constexpr std::string_view message_name = "lifecycle";
  static constexpr auto fields = described_by<&lifecycle::machine>("machine");
};

struct transition_row {
  std::string from = {};
  std::string on = {};  ///< the command or event that moves it
  std::string to = {};

  static constexpr auto fields =
      described_by<&transition_row::from, &transition_row::on, &transition_row::to>("from", "on", "to");
};

struct lifecycle_table {
  std::vector<std::string> states = {};
  std::vector<transition_row> transitions = {};

  static constexpr auto fields =
      described_by<&lifecycle_table::states, &lifecycle_table::transitions>("states", "transitions");
};

template <class Status, std::size_t N>
lifecycle_table describe(const transition<Status> (&table)[N]) {
  lifecycle_table out;
  out.states.assign(enum_names<Status>::names.begin(), enum_names<Status>::names.end());
  for (const auto& row : table)
    out.transitions.push_back(
        {std::string(to_text(row.from)), std::string(row.on), std::string(to_text(row.to))});
  return out;
}

inline lifecycle_table describe(queries::machine which) {
  switch (which) {
    case machine::workspace:
      return describe(workspace::lifecycle);
    case machine::invitation:
      return describe(invitation::lifecycle);
    case machine::job:
      return describe(job::lifecycle);
    case machine::run:
      return describe(run::lifecycle);
    case machine::user:
      break;
  }
  return describe(user::lifecycle);
}

inline result<lifecycle_table> reply(const inquiry&, const lifecycle& q) { return describe(q.machine); }

}  // namespace charter::inline v0::queries

namespace charter::inline v0 {

template <>
struct enum_names<queries::machine> {
  static constexpr std::array<std::string_view, 5> names = {"workspace", "invitation", "job", "run", "user"};
};

}  // namespace charter::inline v0
