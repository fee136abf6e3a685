// SPDX-License-Identifier: Apache-2.0
// `charterctl lifecycle [WHAT]`: the states of a thing and what moves it, from the machines' own tables.
#include <fmt/format.h>

#include <charter/access/queries/rulebook.hpp>
#include <charter/codec/json_writer.hpp>

#include "../commands.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

namespace queries = charter::queries;

struct lifecycle_options : output_options {
  std::string machine;
};

queries::lifecycle_table table_of(const std::string& machine) {
  if (machine == "workspace") return queries::describe(charter::workspace::lifecycle);
  if (machine == "invitation") return queries::describe(charter::invitation::lifecycle);
  if (machine == "job") return queries::describe(charter::job::lifecycle);
  if (machine == "run") return queries::describe(charter::run::lifecycle);
  return queries::describe(charter::user::lifecycle);
}

void print(const std::string& machine, const queries::lifecycle_table& it) {
  print_words(machine + ": ", it.states);
  table rows({"from", "on", "to"});
  for (const auto& each : it.transitions) rows.row({each.from, each.on, each.to});
  rows.print("  ");
}

int lifecycle(const lifecycle_options& options) {
  const auto all = options.machine.empty() ? machines() : std::vector{options.machine};
  std::string text;
  charter::json_writer out(text);
  out.begin_object();
  for (const auto& each : all) {
    const auto it = table_of(each);
    out.member(each, it);
    if (options.json) continue;
    if (&each != &all.front()) fmt::print("\n");
    print(each, it);
  }
  out.end_object();
  if (options.json) fmt::print("{}\n", text);
  return done;
}

}  // namespace

std::vector<std::string> machines() {
  const auto& names = charter::enum_names<queries::machine>::names;
  return {names.begin(), names.end()};
}

void add_lifecycle(program to) {
  auto* sub = add_command(to.app, "lifecycle", "The states of things, and what moves them",
                          "From the same tables that commands are judged by.", "charterctl lifecycle job");
  auto options = std::make_shared<lifecycle_options>();
  sub->add_option("MACHINE", options->machine, "Of what (absent: all)")->check(one_of(machines()));
  add_json(*sub, *options);
  on_run(sub, to, options, lifecycle);
}

}  // namespace charterctl
