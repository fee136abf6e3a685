// SPDX-License-Identifier: Apache-2.0
// `charterctl audit FILE`: the audit log of a workspace or an organization, to take away. What a person takes
// away is itself recorded.
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <charter/codec/command_json.hpp>
#include <optional>
#include <utility>

#include "../commands.hpp"
#include "../shared/answer.hpp"
#include "../shared/ask.hpp"
#include "../shared/csv.hpp"
#include "../shared/realm_file.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;

struct audit_options : realm_options {
  std::optional<std::string> as, workspace, organization;
  std::optional<std::string> actor, command, from, to;
  bool csv = false, jsonl = false;
};

template <class Put>
void for_each_filter(const audit_options& options, Put&& put) {
  if (options.actor) put("actor", *options.actor);
  if (options.command) put("command", *options.command);
  if (options.from) put("from", *options.from);
  if (options.to) put("to", *options.to);
}

json::object audit_query(const audit_options& options) {
  json::object with;
  if (options.workspace) with["workspace"] = *options.workspace;
  if (options.organization) with["organization"] = *options.organization;
  json::object filter;
  for_each_filter(options, [&](const char* name, const std::string& value) { filter[name] = value; });
  if (!filter.empty()) with["filter"] = std::move(filter);
  return with;
}

/// Asks leave for the person, in the log. The host takes nothing away: it has the file.
void record_extract(charter::engine& realm, const audit_options& options, const json::object& query) {
  const json::object document{{"as", *options.as}, {"do", "audit.extract"}, {"with", query}};
  const auto command = charter::read_command(json::serialize(document));
  if (!command) give_up(command.error());
  const auto done = realm.execute(command->with, command->what);
  if (done) return;
  if (const auto* why = done.error().as_refusal()) give_up(*why);
  give_up(*done.error().as_failure());
}

void print_csv(const json::array& rows) {
  const std::vector<std::string> names = {"position", "at", "actor", "command", "events", "workspace"};
  fmt::print("{}", csv_line(names));
  for (const auto& each : rows) {
    std::vector<std::string> cells;
    for (const auto& name : names) cells.push_back(in_words(each.as_object().at(name)));
    fmt::print("{}", csv_line(cells));
  }
}

int audit(const audit_options& options) {
  auto realm = open_realm(options);
  const auto query = audit_query(options);
  reading from{realm.now(), {}};
  if (options.as) from.who.as = *options.as;
  from.who.at = time_of(options);
  const auto answer = ask_all(from, "audit_log", query);
  if (options.as) record_extract(realm, options, query);
  const auto& rows = answer.at("items");
  if (options.csv)
    print_csv(rows.as_array());
  else if (options.jsonl)
    for (const auto& each : rows.as_array()) print_json(each);
  else if (options.json)
    print_json(answer);
  else
    print_items(rows);
  return done;
}

}  // namespace

void add_audit(program to) {
  auto* sub = add_command(to.app, "audit", "Take the audit log away",
                          "With --as it holds what that person may take away, and that it was taken is\n"
                          "recorded (audit.extract). CSV follows RFC 4180; a cell that a spreadsheet\n"
                          "would run as a formula (it begins with = + - or @) gets an apostrophe in\n"
                          "front.",
                          "charterctl audit realm.db --as alice --workspace study --csv > study.csv");
  auto options = std::make_shared<audit_options>();
  add_file(*sub, *options);
  sub->add_option("--as", options->as, "Who takes it away (absent: the host, who has the file anyway)")
      ->type_name("USER");
  auto* where = sub->add_option_group("whose", "Whose log");
  where->add_option("--workspace", options->workspace, "Of a workspace")->type_name("WORKSPACE");
  where->add_option("--organization", options->organization, "Of an organization and the workspaces it owns")
      ->type_name("ORGANIZATION");
  where->require_option(1);
  auto* form = sub->add_option_group("form", "As what (absent: a table)");
  form->add_flag("--csv", options->csv, "Comma-separated values");
  form->add_flag("--jsonl", options->jsonl, "A JSON object a line");
  form->require_option(0, 1);
  sub->add_option("--actor", options->actor, "Only what this user, operator or host did")->type_name("ACTOR");
  sub->add_option("--command", options->command, "Only this command, such as job.create")
      ->type_name("COMMAND");
  sub->add_option("--from", options->from, "Only from this time on")->type_name("TIME")->check(time_in_utc());
  sub->add_option("--to", options->to, "Only before this time")->type_name("TIME")->check(time_in_utc());
  on_run(sub, to, options, audit);
}

}  // namespace charterctl
