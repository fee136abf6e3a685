// SPDX-License-Identifier: Apache-2.0
// The search bites: with any one guard of decide taken away, it reaches the goal that watches over that
// guard.
#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "charter/analysis/cast.hpp"
#include "charter/analysis/explore.hpp"
#include "charter/rules/rulebooks/shipped.hpp"
#include "mutant.hpp"

TEST_SUITE("analysis/mutants/mutants") {

using namespace charter;
using namespace charter::analysis;

namespace {

struct mutant {
  int number;
  std::vector<std::string> goals;
  std::string book, file, after, guard;
  std::vector<area> areas;
};

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> out(1);
  for (const char c : line)
    if (c == at)
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

std::vector<mutant> read_mutants() {
  std::ifstream in(CHARTER_SOURCE_DIR "/tests/analysis/mutants/mutants.tsv");
  std::vector<mutant> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = split(line, '\t');
    REQUIRE(fields.size() == 7);
    mutant it{static_cast<int>(out.size()) + 1,
              split(fields[0], ','),
              fields[1],
              fields[2],
              fields[3],
              fields[4],
              {}};
    if (!fields[6].empty())
      for (const auto& each : split(fields[6], ',')) it.areas.push_back(parse_enum<area>(each).value());
    out.push_back(std::move(it));
  }
  return out;
}

/// The shipped rulebooks, and some that make a guard matter which those never come to.
rules::rulebook book_named(const std::string& name) {
  if (const auto* shipped = rulebooks::find_shipped(name)) return *shipped;
  auto out = rulebooks::opaque_open();
  static const std::map<std::string, std::function<void(rules::rulebook&)>> changes = {
      {"no_leave", [](auto& it) { it.membership.self_leave = false; }},
      {"no_own_approval", [](auto& it) { it.approval.creator_approves = false; }},
      {"distinct", [](auto& it) { it.approval.distinct_approvers = true; }},
      {"small", [](auto& it) { it.limits.members_per_workspace = 2; }},
      {"invites",
       [](auto& it) {
         it.membership.direct = false;
         it.membership.by_invitation = true;
         it.membership.existing_accounts = rules::existing_accounts::invite;
       }},
      {"sealed_leave",
       [](auto& it) {
         it = rulebooks::opaque_sealed();
         it.membership.self_leave = true;
       }},
      // Nobody may break the guard of the last workspace admin.
      {"members_only", [](auto& it) { it.guards.last_workspace_admin.except.clear(); }},
      {"self_admin",
       [](auto& it) {
         it.roles.front().self_assign = true;
         it.roles.front().assigned_by->push_back(it.roles.front().name);
       }},
      {"sealed_rename",
       [](auto& it) {
         it = rulebooks::opaque_sealed();
         it.grants.front().grants.push_back({"workspace.edit_details", {{}}});
       }},
      // The grant asks for no approval; decide still does.
      {"free_runs",
       [](auto& it) {
         for (auto& role : it.grants)
           for (auto& grant : role.grants)
             for (auto& way : grant.alternatives)
               if (grant.permission == "run.start") std::erase(way.if_, condition::approved);
       }},
  };
  changes.at(name)(out);
  return out;
}

struct stage {
  analysis::cast cast;
  search_scope scope;
};

stage stage_for(const mutant& it, const goal& what) {
  const auto slash = it.book.find('/');
  const auto rules = std::make_shared<const rule_set>(book_named(it.book.substr(0, slash)));
  auto made = make_usual_cast(
      rules, slash == std::string::npos ? std::optional<std::string>() : it.book.substr(slash + 1));
  REQUIRE(made);
  search_scope scope{.areas = it.areas.empty() ? what.areas : it.areas, .states = 4000};
  const auto& areas = scope.areas;
  if (std::find(areas.begin(), areas.end(), area::workspaces) != areas.end()) scope.new_workspaces = 1;
  return {*made, scope};
}

}  // namespace

TEST_CASE("without its guard, each goal is reached") {
  const auto all = read_mutants();
  REQUIRE(all.size() >= 40);
  std::set<std::string> reached;
  for (const auto& each : all)
    for (const auto& name : each.goals) {
      const auto* goal = find_goal(name);
      REQUIRE_MESSAGE(goal, name);
      const auto it = stage_for(each, *goal);
      charter_living_mutant = each.number;
      const auto found = explore(it.cast.start, *goal, it.scope);
      charter_living_mutant = 0;
      REQUIRE(found);
      CHECK_MESSAGE(found->end == search_outcome::reached, each.number, ". ", each.file, " after `",
                    each.after, "`: ", each.guard);
      std::printf("%3d  %-30s %zu steps, %zu states  %s: %s\n", each.number, name.c_str(),
                  found->steps.size(), found->seen.states, each.file.c_str(), each.guard.c_str());
      if (found->end == search_outcome::reached) reached.insert(name);
    }
  std::printf("%zu mutants, %zu goals of %zu\n", all.size(), reached.size(), goals().size());
  for (const auto& each : goals()) CHECK_MESSAGE(reached.count(each.name) == 1, each.name);
}

TEST_CASE("with all guards in place, none is") {
  charter_living_mutant = 0;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& each : read_mutants())
    for (const auto& name : each.goals) {
      if (!seen.emplace(name, each.book).second) continue;
      const auto& goal = *find_goal(name);
      const auto it = stage_for(each, goal);
      const auto found = explore(it.cast.start, goal, it.scope);
      REQUIRE(found);
      CHECK_MESSAGE(found->end != search_outcome::reached, name, " in ", each.book);
    }
}

}  // TEST_SUITE("analysis/mutants/mutants")
