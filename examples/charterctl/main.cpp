// SPDX-License-Identifier: Apache-2.0
// charterctl: charter from the command line. `charterctl --help` lists the commands.
#include "commands.hpp"

int main(int argc, char** argv) {
  CLI::App app("charter from the command line");
  app.require_subcommand(1);
  int exit_code = 0;
  charterctl::add_test(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? 0 : 2;  // 0: help was asked for
  }
  return exit_code;
}
