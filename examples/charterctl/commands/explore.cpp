// SPDX-License-Identifier: Apache-2.0
// `charterctl explore RULEBOOK`: can people under these rules, whatever they do, bring about what should not
// happen?
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charter/analysis/cast.hpp>
#include <charter/analysis/explore.hpp>
#include <charter/analysis/scenario_text.hpp>
#include <charter/analysis/story_diagram.hpp>
#include <charter/codec/command_json.hpp>
#include <fstream>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/diagram_form.hpp"
#include "../shared/interrupt.hpp"
#include "../shared/orders.hpp"
#include "../shared/rulebooks.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;
namespace analysis = charter::analysis;

struct explore_options : output_options, diagram_form {
  std::string rulebook;
  std::vector<std::string> goals, areas;
  std::optional<std::string> kind, given, scenario;
  analysis::search_scope scope;
  bool list = false;
};

int print_goals(bool as_json) {
  json::array all;
  for (const auto& each : analysis::goals()) {
    if (!as_json) print_words(fmt::format("{:<30}", each.name), {each.message});
    all.push_back(json::object{{"goal", each.name}, {"message", each.message}});
  }
  if (as_json) print_json(json::object{{"goals", all}});
  return done;
}

analysis::cast cast_for(const explore_options& options, const charter::rules_ptr& rules) {
  if (!options.given) {
    auto usual = analysis::make_usual_cast(rules, options.kind);
    if (!usual) {
      const auto& no = usual.error();
      const bool is_kind = no.slug == "unknown_kind";
      give_up(bad_input, no.slug,
              no.message + (is_kind ? "" : " Make a cast that these rules allow, with --given."));
    }
    return std::move(*usual);
  }
  std::vector<analysis::order> given;
  const auto orders = read_orders(*options.given, "host");
  for (const auto& each : orders) given.push_back({each.what.with.as, each.what.what});
  auto own = analysis::make_cast(rules, std::move(given));
  if (own) return std::move(*own);
  const auto* index = std::get_if<std::int64_t>(&own.error().details.back().value);
  give_up(bad_input, own.error().slug,
          fmt::format("line {}: {}", orders[static_cast<std::size_t>(index ? *index : 0)].line,
                      own.error().message));
}

std::string counted(std::size_t number) {
  auto out = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3)
    out.insert(static_cast<std::size_t>(at), 1, ',');
  return out;
}

/// How much was seen, and what that proves.
std::string in_words(const analysis::search_result& it) {
  const auto states = counted(it.seen.states);
  switch (it.end) {
    case analysis::search_outcome::reached:
      return fmt::format("{} {}, after looking at {} states", it.steps.size(),
                         it.steps.size() == 1 ? "step" : "steps", states);
    case analysis::search_outcome::exhausted:
      return fmt::format("out of reach: all {} states were seen", states);
    case analysis::search_outcome::depth:
      return fmt::format("not within {} steps; that proves no more", it.seen.depth);
    case analysis::search_outcome::stopped:
      return fmt::format("stopped after {} states; that proves nothing", states);
    case analysis::search_outcome::states:
      break;
  }
  return fmt::format("not among {} states, up to {} steps deep; allow more with --states", states,
                     it.seen.depth);
}

json::object step_as_json(const analysis::order& it) {
  return json::parse(charter::write_command({.as = it.as}, it.what)).as_object();
}

void print(const analysis::goal& what, const analysis::search_result& it) {
  const bool reached = it.end == analysis::search_outcome::reached;
  fmt::print("{} {}: {}\n", paint(stdout, reached ? ink::red : ink::green, reached ? "reached" : "no     "),
             paint(stdout, ink::bold, what.name), in_words(it));
  if (!reached) return;
  fmt::print("  {}\n", what.message);
  table rows({"", "", "", ""});
  std::size_t number = 0;
  for (const auto& each : it.steps)
    rows.row({std::to_string(++number), each.as.user().text(), std::string(each.what.name()),
              json::serialize(step_as_json(each).at("with"))});
  rows.print("  ");
}

json::object as_json(const analysis::goal& what, const analysis::search_result& it) {
  json::array steps;
  for (const auto& each : it.steps) steps.push_back(step_as_json(each));
  return {{"goal", what.name},
          {"message", what.message},
          {"end", charter::to_text(it.end)},
          {"states", it.seen.states},
          {"transitions", it.seen.transitions},
          {"attempts", it.seen.attempts},
          {"depth", it.seen.depth},
          {"steps", steps}};
}

void keep_scenario(const std::string& file, const analysis::goal& what, const analysis::cast& there,
                   const analysis::search_result& found) {
  std::ofstream out(file, std::ios::binary);
  out << analysis::write_scenario(what.name, what.message, there.start.book(), there.given, found.steps);
  if (!out.flush()) give_up(bad_input, "unwritable", file + " cannot be written; name another file.");
}

/// What is searched for, or the number of states so far, on a terminal.
class search_progress_line {
 public:
  explicit search_progress_line(std::string goal) : goal_(std::move(goal)) {}
  search_progress_line(const search_progress_line&) = delete;
  search_progress_line& operator=(const search_progress_line&) = delete;
  ~search_progress_line() {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
  }
  void at(const analysis::search_progress& now) const {
    if (shown_)
      fmt::print(stderr, "\r\x1b[K{}: {} states, {} steps deep", goal_, counted(now.states), now.depth);
  }

 private:
  std::string goal_;
  bool shown_ = is_terminal(stderr);
};

int explore(const explore_options& options) {
  if (options.list) return print_goals(options.json);
  if (options.rulebook.empty())
    give_up(bad_input, "usage", "Name a rulebook, or ask with --list for the goals.");
  if (options.scenario && options.goals.size() != 1)
    give_up(bad_input, "usage", "--scenario keeps one story; name one --goal.");
  if (options.asked() && options.goals.size() != 1)
    give_up(bad_input, "usage", "One story is drawn; name one --goal.");
  const auto rules = std::make_shared<const charter::rule_set>(valid_rulebook(options.rulebook));
  const auto there = cast_for(options, rules);
  auto scope = options.scope;
  for (const auto& each : options.areas) scope.areas.push_back(*charter::parse_enum<analysis::area>(each));

  const interrupt_watch interrupted;
  bool any_reached = false;
  json::array all;
  for (const auto& name : options.goals.empty() ? goals() : options.goals) {
    if (interrupted) break;
    const auto& goal = *analysis::find_goal(name);
    const auto found = [&] {
      const search_progress_line line(name);
      return analysis::explore(there.start, goal, scope, [&](const analysis::search_progress& now) {
        line.at(now);
        return !interrupted;
      });
    }();
    if (!found) give_up(bad_input, found.error().slug, found.error().message);
    if (options.json)
      all.push_back(as_json(goal, *found));
    else if (options.asked() && !found->steps.empty())
      print_diagrams({analysis::draw_story(found->steps)}, options);
    else
      print(goal, *found);
    if (found->end != analysis::search_outcome::reached) continue;
    any_reached = true;
    if (options.scenario) keep_scenario(*options.scenario, goal, there, *found);
  }
  if (options.json) print_json(json::object{{"rulebook", rules->book().name}, {"goals", all}});
  return any_reached ? said_no : done;
}

}  // namespace

std::vector<std::string> goals() {
  std::vector<std::string> out;
  for (const auto& each : analysis::goals()) out.push_back(each.name);
  return out;
}

std::vector<std::string> areas() {
  const auto& names = charter::enum_names<analysis::area>::names;
  return {names.begin(), names.end()};
}

void add_explore(program to) {
  auto* sub =
      add_command(to.app, "explore", "Can people bring about what should not happen?",
                  "Tries everything that a few people could do under a rulebook, with the real rules,\n"
                  "and tells the shortest story that reaches a goal, or how much it has seen without.\n"
                  "Without --goal it looks for all goals in turn. The cast is two organizations, four\n"
                  "people and a workspace, or what the commands of --given make. Time stands still.\n"
                  "Control-C stops the search. Exit code 1: a goal was reached.",
                  "charterctl explore mine.json --goal run_without_approval --scenario story.json");
  auto options = std::make_shared<explore_options>();
  auto& scope = options->scope;
  sub->add_option("RULEBOOK", options->rulebook, "One that ships, or a JSON document");
  sub->add_flag("--list", options->list, "Tell which goals there are");
  sub->add_option("--goal", options->goals, "What to look for; may be repeated")
      ->check(one_of(goals()))
      ->type_name("GOAL")
      ->take_all();
  sub->add_option("--kind", options->kind,
                  "Kind of the workspace (absent: the first that asks for approval)");
  sub->add_option("--given", options->given, "Commands, one a line, that make a cast of one's own")
      ->type_name("FILE");
  sub->add_option("--area", options->areas,
                  "What people may do (absent: what the goal needs); may be repeated")
      ->check(one_of(areas()))
      ->type_name("AREA")
      ->take_all();
  sub->add_option("--new-workspaces", scope.new_workspaces, "How many may begin")->capture_default_str();
  sub->add_option("--new-jobs", scope.new_jobs, "How many may begin")->capture_default_str();
  sub->add_option("--new-runs", scope.new_runs, "How many may begin")->capture_default_str();
  sub->add_option("--new-assets", scope.new_assets, "How many may begin")->capture_default_str();
  sub->add_option("--states", scope.states, "Look at no more for each goal")->capture_default_str();
  sub->add_option("--depth", scope.depth, "Take no more steps")->capture_default_str();
  sub->add_option("--scenario", options->scenario, "Write the story down as a scenario for `test`")
      ->type_name("FILE");
  add_json(*sub, *options);
  add_diagram_form(*sub, *options);
  on_run(sub, to, options, explore);
}

}  // namespace charterctl
