// SPDX-License-Identifier: Apache-2.0
// `charterctl check FILE USER PERMISSION TARGET`: may this user do that there? The exit code says it.
#include <fmt/format.h>

#include "../commands.hpp"
#include "../shared/rights.hpp"

namespace charterctl {

namespace {

int check(const rights_options& options) {
  const auto from = read_realm(options);
  const auto about = about_rights(from, options);
  const auto answer = ask(from, "check", about.with);
  if (options.json)
    print_json(answer);
  else
    fmt::print("{}\n", paint(stdout, ink::green, "yes"));
  return done;
}

}  // namespace

void add_check(program to) {
  auto* sub =
      add_command(to.app, "check", "May this user do that there?", "Exit code 0: yes; 1: no, and the reason.",
                  "charterctl check realm.db bob run.start readmission && echo go");
  auto options = std::make_shared<rights_options>();
  add_rights(*sub, *options);
  on_run(sub, to, options, check);
}

}  // namespace charterctl
