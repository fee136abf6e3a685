// SPDX-License-Identifier: Apache-2.0
// `charterctl rulebook …`: rulebooks as documents, without a realm.
#include "../commands.hpp"

namespace charterctl {

void add_rulebook(program to) {
  auto* sub = add_command(to.app, "rulebook", "Show, check and compare rulebooks",
                          "Those that ship (opaque_sealed, opaque_open, openhexa), and your own as JSON\n"
                          "documents.",
                          "charterctl rulebook diff opaque_open mine.json");
  sub->require_subcommand(1);
  const program below{*sub, to.exit_code};
  add_rulebook_show(below);
  add_rulebook_check(below);
  add_rulebook_diff(below);
}

}  // namespace charterctl
