// SPDX-License-Identifier: Apache-2.0
// `charterctl as-of FILE POSITION COMMAND …`: another spelling of `COMMAND FILE … --as-of POSITION`.
#include <iterator>

#include "../commands.hpp"

namespace charterctl {

void add_as_of(program to) {
  struct as_of_options {
    std::string file, position;
  };
  auto* sub = add_command(
      to.app, "as-of", "Ask of an earlier moment",
      "Another spelling of COMMAND FILE ... --as-of POSITION, for check, explain, who, where and show.",
      "charterctl as-of realm.db 17 check bob run.start readmission");
  auto options = std::make_shared<as_of_options>();
  sub->add_option("FILE", options->file, "The file of the realm")->required();
  sub->add_option("POSITION", options->position, "The last record that counts")
      ->required()
      ->check(positive_number());
  sub->prefix_command();
  sub->callback([sub, options, &exit_code = to.exit_code] {
    auto rest = sub->remaining();
    if (rest.empty()) throw CLI::RequiredError("COMMAND");
    const auto wrong = one_of({"check", "explain", "who", "where", "show"})(rest.front());
    if (!wrong.empty()) throw CLI::ValidationError("COMMAND", wrong);
    std::vector<std::string> arguments{rest.front(), options->file};
    arguments.insert(arguments.end(), std::next(rest.begin()), rest.end());
    arguments.insert(arguments.end(), {"--as-of", options->position});
    exit_code = run(std::move(arguments));
  });
}

}  // namespace charterctl
