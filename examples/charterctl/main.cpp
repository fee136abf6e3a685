// SPDX-License-Identifier: Apache-2.0
// charterctl: charter from the command line. `charterctl --help` lists the commands.
#include <fmt/format.h>

#include <algorithm>
#include <charter/version.hpp>
#include <utility>

#include "commands.hpp"

namespace charterctl {

namespace {

constexpr auto purpose =
    "A realm in one file: who works with whom, who may do what, and a log of all that was done.";

constexpr auto footer =
    R"(A realm lives in a SQLite file. Names are keys, e-mail addresses (of users) or ids; where several kinds
of thing have a name, write workspace:study or job:study. `charterctl COMMAND --help` has an example.

Exit codes:
  0  yes; done; nothing differs
  1  no: refused, denied, damaged, different, a failed test, a serious finding
  2  the command line, a file or a document cannot be understood; nothing was done
  3  the file of the realm is missing, no realm, in use, damaged, or the disk is full

With --json standard output is JSON, also when the answer is no: {"refused": SLUG, "message": …} where the
rules say no, {"failed": SLUG, "message": …} where something else does. CHARTERCTL_TIME in the environment
stands for --time. Colour: only on a terminal, and not where NO_COLOR is set.)";

/// Like any other complaint: a slug, and a sentence that says what to do.
std::string complaint_about(const CLI::App* app, const CLI::Error& wrong) {
  const auto used = app->get_subcommands();
  const auto name = used.empty() ? std::string() : " " + used.front()->get_name();
  return std::string("usage: ") + wrong.what() + "; see charterctl" + name + " --help\n";
}

/// CLI11 would only say that a command is missing.
bool names_no_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().starts_with("-")) return false;
  const auto all = app.get_subcommands([](const CLI::App*) { return true; });
  return std::none_of(all.begin(), all.end(),
                      [&](const CLI::App* each) { return each->get_name() == arguments.front(); });
}

}  // namespace

int run(std::vector<std::string> arguments) {
  CLI::App app(purpose, "charterctl");
  app.footer(footer);
  app.set_version_flag("--version", "charterctl " + std::string(charter::version_text));
  app.get_formatter()->label("REQUIRED", "");
  app.get_formatter()->label("TEXT", "");
  app.failure_message(complaint_about);
  app.require_subcommand(1);
  int exit_code = done;
  const program all{app, exit_code};
  for (const auto add : {add_init, add_do, add_what_if, add_check, add_explain, add_who, add_where, add_show,
                         add_log, add_audit, add_verify, add_snapshot, add_as_of, add_rulebook, add_lifecycle,
                         add_analyze, add_explore, add_test, add_completion})
    add(all);
  if (names_no_command(app, arguments)) {
    fmt::print(stderr, "usage: there is no command {}; see charterctl --help\n", arguments.front());
    return bad_input;
  }
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? done : bad_input;  // 0: help was asked for
  }
  return exit_code;
}

}  // namespace charterctl

int main(int argc, char** argv) { return charterctl::run({argv + 1, argv + argc}); }
