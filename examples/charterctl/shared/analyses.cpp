// SPDX-License-Identifier: Apache-2.0
#include "analyses.hpp"

#include <charter/analysis/collaboration.hpp>
#include <charter/analysis/electorate.hpp>
#include <charter/analysis/lifecycles.hpp>
#include <charter/analysis/quorum_diagram.hpp>
#include <charter/analysis/quorum_findings.hpp>
#include <charter/analysis/roles.hpp>
#include <charter/realm/realm.hpp>
#include <utility>

#include "invitation_findings.hpp"
#include "reach_tables.hpp"
#include "rulebooks.hpp"
#include "subject_facts.hpp"

namespace charterctl {

namespace analysis = charter::analysis;
namespace rules = charter::rules;

namespace {

std::vector<analysis::finding> check_quorum(const place& it) {
  return analysis::check_quorum(it.in.world, it.which, it.in.at);
}

std::vector<analysis::diagram> draw_quorum(const place& it) {
  const auto people = analysis::electorate_of(it.in.world, it.which, it.in.at);
  if (!people) return {};
  auto out = analysis::draw_quorum(*people);
  out.title = "Approval policy; in red, who fills which seat, or which groups compete for whom";
  return {std::move(out)};
}

/// Those who are still to join a pending workspace may be the ones who approve.
std::vector<analysis::finding> check_all_quorums(const world_then& it) {
  std::vector<analysis::finding> out;
  for (charter::workspace_id which{0}; it.world.workspaces.has(which); ++which.value)
    if (it.world.workspaces[which].status == charter::workspace::status::active)
      for (auto& each : check_quorum({it, which})) out.push_back(std::move(each));
  return out;
}

/// That some states are final is seen in the pictures; nobody can change it in a rulebook.
std::vector<analysis::finding> check_lifecycles(const rules::rulebook&) {
  std::vector<analysis::finding> out;
  for (const auto& lifecycle : analysis::lifecycles())
    for (auto& each : analysis::check_lifecycle(lifecycle))
      if (each.slug != "final_state") out.push_back(std::move(each));
  return out;
}

std::vector<analysis::diagram> draw_lifecycles(const rules::rulebook&) {
  std::vector<analysis::diagram> out;
  for (const auto& each : analysis::lifecycles()) out.push_back(analysis::draw_lifecycle(each));
  return out;
}

std::vector<analysis::finding> check_collaboration(const world_then& it) {
  return analysis::check_collaboration(it.world);
}

std::vector<analysis::diagram> draw_collaboration(const world_then& it) {
  auto drawn = analysis::draw_collaboration(it.world);
  if (!drawn || drawn->nodes.empty()) return {};
  return {std::move(*drawn)};
}

/// What is null has nothing to say.
template <class Subject>
struct analysis_row {
  std::string looked_at;
  std::vector<analysis::finding> (*find)(const Subject&) = nullptr;
  std::vector<analysis::diagram> (*draw)(const Subject&) = nullptr;
  analysis::data_table (*tabulate)(const Subject&) = nullptr;
};

const std::vector<analysis_row<rules::rulebook>>& of_rulebooks() {
  static const std::vector<analysis_row<rules::rulebook>> all = {
      {"roles, what they inherit and what they are granted", analysis::check_roles,
       [](const rules::rulebook& it) { return std::vector{analysis::draw_roles(it)}; }, permission_table},
      {"lifecycles, which are the same under every rulebook", check_lifecycles, draw_lifecycles},
  };
  return all;
}

const std::vector<analysis_row<place>>& of_workspaces() {
  static const std::vector<analysis_row<place>> all = {
      {"invitations that it waits for", check_invitations},
      {"whether its approval policy can be met", check_quorum, draw_quorum},
  };
  return all;
}

const std::vector<analysis_row<world_then>>& of_realms() {
  static const std::vector<analysis_row<world_then>> all = {
      {"invitations that workspaces wait for", check_all_invitations},
      {"whether the approval policies of active workspaces can be met", check_all_quorums},
      {"who works with whom, and by whom alone organizations hang together", check_collaboration,
       draw_collaboration},
      {"which organizations see which datasets and integrations, now and after one more share", nullptr,
       nullptr, asset_table},
  };
  return all;
}

template <class Subject>
void run_all(const std::vector<analysis_row<Subject>>& rows, const Subject& subject, analysis::report& out) {
  for (const auto& each : rows) {
    out.looked_at.push_back(each.looked_at);
    if (each.find)
      for (auto& one : each.find(subject)) out.findings.push_back(std::move(one));
    if (each.draw)
      for (auto& one : each.draw(subject)) out.diagrams.push_back(std::move(one));
    if (each.tabulate)
      if (auto table = each.tabulate(subject); !table.rows.empty()) out.tables.push_back(std::move(table));
  }
}

analysis::finding as_finding(const rules::rulebook_error& it) {
  return {analysis::severity::serious,
          "invalid_rulebook",
          it.entry,
          it.entry + ": " + it.reason + ".",
          {},
          "Correct the entry; until then no realm opens with this rulebook."};
}

}  // namespace

analysis::report analyze_rulebook(const std::string& name_or_file) {
  const auto book = read_rulebook(name_or_file);
  const auto of_file = name_or_file == "-" ? "standard input" : name_or_file;
  analysis::report out{book ? book->name : of_file, "Rulebook"};
  out.looked_at = {"whether it may be used"};
  if (book) {
    out.facts = facts_of(*book);
    run_all(of_rulebooks(), *book, out);
    return out;
  }
  for (const auto& each : book.error()) out.findings.push_back(as_finding(each));
  out.notes = {"What else can be said of a rulebook is said once it may be used."};
  return out;
}

analysis::report analyze_workspace(const reading& from, const std::string& name) {
  const auto which = from.then.find_workspace(name);
  if (!which) give_up(bad_input, "not_found", "There is no workspace " + name + "; check its key or id.");
  auto out = describe_workspace(from, name);
  run_all(of_workspaces(), place{then(from), *which}, out);
  return out;
}

analysis::report analyze_realm(const reading& from, const std::string& file) {
  auto out = describe_realm(then(from), file);
  run_all(of_realms(), then(from), out);
  return out;
}

}  // namespace charterctl
