// SPDX-License-Identifier: Apache-2.0
// `charterctl analyze …`: what a rulebook, a workspace or a realm means, and what is wrong with it.
#include <fmt/format.h>

#include <charter/analysis/report.hpp>
#include <fstream>

#include "../commands.hpp"
#include "../shared/analyses.hpp"
#include "../shared/diagram_form.hpp"
#include "../shared/finding_text.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

namespace analysis = charter::analysis;

struct form_options : diagram_form {
  std::optional<std::string> html;
};
struct book_options : output_options, form_options {
  std::string rulebook;
};
struct realm_form_options : reading_options, form_options {
  std::string workspace;
};

void keep_page(const analysis::report& it, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  out << analysis::to_html(it);
  if (!out.flush()) give_up(bad_input, "unwritable", file + " cannot be written; name another file.");
}

int tell(const analysis::report& it, const form_options& form, bool as_json) {
  if (form.html) keep_page(it, *form.html);
  if (form.asked())
    print_diagrams(it.diagrams, form);
  else if (as_json)
    fmt::print("{}\n", report_as_json(it));
  else if (form.html)
    fmt::print("{}: {}\n", *form.html, in_words(count(it.findings)));
  else
    print_report(it);
  return count(it.findings).serious == 0 ? done : said_no;
}

int of_rulebook(const book_options& options) {
  return tell(analyze_rulebook(options.rulebook), options, options.json);
}
int of_workspace(const realm_form_options& options) {
  return tell(analyze_workspace(read_realm(options), options.workspace), options, options.json);
}
int of_realm(const realm_form_options& options) {
  return tell(analyze_realm(read_realm(options), options.file), options, options.json);
}

void add_form(CLI::App& sub, form_options& form) {
  sub.add_option("--html", form.html, "Write a page for a browser, which stands alone")->type_name("PAGE");
  add_diagram_form(sub, form);
}

void add_rulebook_analysis(program to) {
  auto* sub = add_command(to.app, "rulebook", "What the rules come to", "",
                          "charterctl analyze rulebook mine.json --html review.html");
  auto options = std::make_shared<book_options>();
  sub->add_option("RULEBOOK", options->rulebook, "One that ships, or a JSON document")->required();
  add_json(*sub, *options);
  add_form(*sub, *options);
  on_run(sub, to, options, of_rulebook);
}

void add_workspace_analysis(program to) {
  auto* sub = add_command(to.app, "workspace", "How one workspace stands", "",
                          "charterctl analyze workspace realm.db study");
  auto options = std::make_shared<realm_form_options>();
  add_file(*sub, *options);
  add_as_of(*sub, *options);
  sub->add_option("WORKSPACE", options->workspace, "Its key or id")->required();
  add_form(*sub, *options);
  on_run(sub, to, options, of_workspace);
}

void add_realm_analysis(program to) {
  auto* sub = add_command(to.app, "realm", "How all of a realm stands", "",
                          "charterctl analyze realm realm.db --html review.html");
  auto options = std::make_shared<realm_form_options>();
  add_file(*sub, *options);
  add_as_of(*sub, *options);
  add_form(*sub, *options);
  on_run(sub, to, options, of_realm);
}

}  // namespace

void add_analyze(program to) {
  auto* sub = add_command(to.app, "analyze", "What rules and policies mean, and what is wrong with them",
                          "Of a rulebook, a workspace or all of a realm: findings by severity, each with\n"
                          "what shows it and what to do. Exit code 1: a serious finding.",
                          "charterctl analyze rulebook mine.json --html review.html");
  sub->require_subcommand(1);
  const program below{*sub, to.exit_code};
  add_rulebook_analysis(below);
  add_workspace_analysis(below);
  add_realm_analysis(below);
}

}  // namespace charterctl
