// SPDX-License-Identifier: Apache-2.0
#include "subject_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <charter/realm/lookup.hpp>
#include <charter/rules/words.hpp>
#include <map>
#include <utility>

#include "answer.hpp"
#include "table.hpp"

namespace charterctl {

namespace analysis = charter::analysis;
namespace json = boost::json;

namespace {

constexpr std::size_t most_rows = 200;

/// Longer tables say how much they leave out.
void add_table(analysis::report& to, analysis::data_table table) {
  if (table.rows.empty()) return;
  if (table.rows.size() > most_rows) {
    to.notes.push_back(
        fmt::format("The table \"{}\" has the first {} of {}.", table.title, most_rows, table.rows.size()));
    table.rows.resize(most_rows);
  }
  to.tables.push_back(std::move(table));
}

/// "approval_policy" is "Approval policy".
std::string heading_of(std::string_view field) {
  auto out = title_of(field);
  if (charter::is_ascii_lower(out.front())) out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

/// Without columns in which nobody has a value.
analysis::data_table table_of(std::string title, const json::value& items,
                              const std::vector<std::string_view>& names) {
  analysis::data_table out{std::move(title), {}, {}};
  out.rows.resize(items.as_array().size());
  for (const auto name : names) {
    std::vector<std::string> cells;
    for (const auto& each : items.as_array()) cells.push_back(in_words(each.as_object().at(name)));
    const auto is_empty = [](const std::string& it) { return it.empty(); };
    if (std::all_of(cells.begin(), cells.end(), is_empty)) continue;
    out.columns.push_back(heading_of(name));
    for (std::size_t i = 0; i < cells.size(); ++i) out.rows[i].push_back(std::move(cells[i]));
  }
  return out;
}

/// Who comes from where, and by which role.
analysis::diagram draw_members(const std::string& workspace, const json::value& members) {
  analysis::diagram out{"Members by organization", true, {{workspace}}, {}};
  for (const auto& each : members.as_array()) {
    const auto& it = each.as_object();
    const bool is_active = text_of(it.at("status")) == "active";
    const auto how = is_active ? analysis::stroke::plain : analysis::stroke::faint;
    out.edges.push_back({out.nodes.size(), 0, in_words(it.at("role")), how});
    out.nodes.push_back({in_words(it.at("user")), in_words(it.at("organizations")), how});
  }
  return out;
}

/// "12: 3 pending, 9 active"; where all are alike, "12 active".
template <class Registry>
std::string counted_by_status(const Registry& all) {
  std::map<std::string_view, std::size_t> by_status;
  for (std::size_t i = 0; i < all.all.size(); ++i) ++by_status[charter::to_text(all.all[i].status)];
  std::vector<std::string> parts;
  for (const auto& [status, number] : by_status) parts.push_back(fmt::format("{} {}", number, status));
  if (parts.size() < 2) return parts.empty() ? "none" : parts.front();
  return fmt::format("{}: {}", all.all.size(), fmt::join(parts, ", "));
}

}  // namespace

std::vector<analysis::fact> facts_of(const charter::rules::rulebook& book) {
  std::vector<std::string> roles, kinds;
  for (const auto& each : book.roles) roles.push_back(each.name);
  for (const auto& each : book.kinds) kinds.push_back(each.name);
  return {{"About", book.about},
          {"Membership", std::string(charter::to_text(book.membership.mode))},
          {"Policies", fmt::format("{} after creation", charter::to_text(book.policies.after_creation))},
          {"Roles", fmt::format("{}", fmt::join(roles, ", "))},
          {"Kinds of workspace", fmt::format("{}", fmt::join(kinds, ", "))}};
}

analysis::report describe_workspace(const reading& from, const std::string& name) {
  const json::object with{{"workspace", name}};
  const auto it = ask(from, "workspace", with).as_object();
  const auto members = ask_all(from, "list_members", with).at("items");
  const auto jobs = ask_all(from, "list_jobs", with).at("items");
  analysis::report out{in_words(it.at("name")), "Workspace"};
  for (const std::string_view each :
       {"key", "status", "kind", "mode", "organization", "creator", "approval_policy", "run_policy"})
    out.facts.push_back({heading_of(each), in_words(it.at(each))});
  out.facts.push_back({"As of", fmt::format("record {}", from.then.at_position())});
  out.diagrams = {draw_members(out.title, members)};
  add_table(out, table_of("Members", members, {"user", "email", "organizations", "role", "status"}));
  add_table(out, table_of("Jobs", jobs, {"job", "name", "creator", "status", "revision"}));
  return out;
}

analysis::report describe_realm(const world_then& it, const std::string& file) {
  const auto& world = it.world;
  analysis::report out{file, "Realm"};
  out.facts = {{"Rulebook", world.book().name},
               {"As of", fmt::format("record {}, {}", world.head, charter::to_text(it.at))},
               {"Organizations", std::to_string(world.organizations.all.size())},
               {"Users", counted_by_status(world.users)},
               {"Workspaces", counted_by_status(world.workspaces)},
               {"Jobs", counted_by_status(world.jobs)},
               {"Runs", counted_by_status(world.runs)}};
  analysis::data_table workspaces{
      "Workspaces", {"Workspace", "Name", "Organization", "Status", "Members"}, {}};
  for (charter::workspace_id which{0}; world.workspaces.has(which); ++which.value) {
    const auto& each = world.workspaces[which];
    workspaces.rows.push_back({charter::label(world, which), each.details->name,
                               charter::label(world, each.owner), std::string(charter::to_text(each.status)),
                               std::to_string(each.listed)});
  }
  add_table(out, std::move(workspaces));
  return out;
}

}  // namespace charterctl
