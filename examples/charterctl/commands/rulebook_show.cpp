// SPDX-License-Identifier: Apache-2.0
// `charterctl rulebook show RULEBOOK`: its roles, its kinds of workspace, and who may do what.
#include <fmt/format.h>

#include <algorithm>
#include <charter/codec/rulebook_json.hpp>
#include <charter/rules/words.hpp>

#include "../commands.hpp"
#include "../shared/grants.hpp"
#include "../shared/rulebooks.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

namespace rules = charter::rules;

struct rulebook_show_options : output_options {
  std::string rulebook;
};

std::string listed(const std::vector<std::string>& all) { return fmt::format("{}", fmt::join(all, ", ")); }

void print_roles(const rules::rulebook& book) {
  table out({"role", "held in", "inherits", "assigned by"});
  for (const auto& each : book.roles) {
    const bool in_workspace = each.scope == rules::role_scope::workspace;
    const auto assigned = each.default_      ? "everyone holds it"
                          : each.assigned_by ? listed(*each.assigned_by)
                                             : "who manages members";
    out.row({each.name, in_workspace ? "workspace" : "organization", listed(each.inherits), assigned});
  }
  if (!out.empty()) out.print();
}

void print_kinds(const rules::rulebook& book) {
  table out({"kind", "work", "approval", "run policy", "templates", "data policies"});
  const auto yes = [](bool it) { return std::string(it ? "yes" : ""); };
  for (const auto& each : book.kinds)
    out.row({each.name, std::string(charter::to_text(each.work)), yes(each.approval), yes(each.run_policy),
             yes(each.templates), yes(each.data_policies)});
  fmt::print("\n");
  out.print();
}

/// A row a permission, a column a role; alternatives with "or".
void print_grants(const rules::rulebook& book) {
  std::vector<std::string> titles{"permission"};
  for (const auto& each : book.roles) titles.push_back(each.name);
  std::vector<std::vector<std::string>> rows;
  for (const auto& each : grants_of(book)) {
    if (rows.empty() || rows.back().front() != each.permission) {
      rows.emplace_back(titles.size());
      rows.back().front() = each.permission;
    }
    const auto column = std::find(titles.begin() + 1, titles.end(), each.role) - titles.begin();
    auto& cell = rows.back()[static_cast<std::size_t>(column)];
    cell += (cell.empty() ? "" : "; or ") + each.when;
  }
  table out(std::move(titles));
  for (auto& each : rows) out.row(std::move(each));
  fmt::print("\n");
  out.print();
}

int show_book(const rulebook_show_options& options) {
  const auto book = valid_rulebook(options.rulebook);
  if (options.json) {
    fmt::print("{}\n", charter::write_rulebook(book, charter::json_layout::one_line));
    return done;
  }
  fmt::print("{}\n", paint(stdout, ink::bold, book.name));
  if (!book.about.empty()) fmt::print("{}\n", printable_lines(book.about));
  fmt::print("membership {}, policies {} after creation\n\n", charter::to_text(book.membership.mode),
             charter::to_text(book.policies.after_creation));
  print_roles(book);
  print_kinds(book);
  print_grants(book);
  return done;
}

}  // namespace

void add_rulebook_show(program to) {
  auto* sub = add_command(to.app, "show", "Roles, kinds of workspace, and who may do what",
                          "Which role is granted which permission under which conditions, inherited ones\n"
                          "included. With --json the whole document.",
                          "charterctl rulebook show opaque_sealed");
  auto options = std::make_shared<rulebook_show_options>();
  sub->add_option("RULEBOOK", options->rulebook, "One that ships, or a JSON document")->required();
  add_json(*sub, *options);
  on_run(sub, to, options, show_book);
}

}  // namespace charterctl
