// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One step of a scenario: what is done, asked or waited for, and what should come of it.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "charter/base/instant.hpp"
#include "charter/base/position.hpp"

namespace charter::inline v0::testing {

enum class step_kind { command, check, query, advance };

struct scenario_step {
  step_kind kind = step_kind::command;
  std::string place;                 ///< "given[0]", "steps[3]"
  boost::json::object command = {};  ///< of a command: the document, perhaps without a time
  std::string query = {};            ///< of a check or a query: its name
  boost::json::object with = {};     ///< and its fields
  std::optional<std::string> as = {};
  std::optional<instant> at = {};
  std::optional<position> as_of = {};
  duration by{};  ///< of an advance
  boost::json::value expect = "ok";
  std::vector<std::string> tags = {};

  bool is_command() const { return kind == step_kind::command || kind == step_kind::advance; }
};

/// Reads a step that stands at `step.place`. What a command says is not judged here: a scenario may well
/// expect it to be refused as malformed. Answers what is wrong, with its path.
std::optional<std::string> read_step(const boost::json::value& it, scenario_step& step);

}  // namespace charter::inline v0::testing
