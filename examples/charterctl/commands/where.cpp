// SPDX-License-Identifier: Apache-2.0
// `charterctl where FILE USER PERMISSION`: the organizations and workspaces in which a user may do that.
#include "../commands.hpp"
#include "../shared/answer.hpp"
#include "../shared/ask.hpp"

namespace charterctl {

namespace {

struct where_options : reading_options {
  std::string user, permission;
};

int where(const where_options& options) {
  const auto from = read_realm(options);
  const auto answer =
      ask_all(from, "where_may", {{"user", options.user}, {"permission", options.permission}});
  if (options.json)
    print_json(answer);
  else
    print_items(answer.at("items"), {}, "nowhere");
  return done;
}

}  // namespace

void add_where(program to) {
  auto* sub = add_command(to.app, "where", "Where a user may do that", "",
                          "charterctl where realm.db bob job.create");
  auto options = std::make_shared<where_options>();
  add_reading(*sub, *options);
  sub->add_option("USER", options->user, "A key or an e-mail address")->required();
  sub->add_option("PERMISSION", options->permission, "As the rulebook names it, such as job.create")
      ->required();
  on_run(sub, to, options, where);
}

}  // namespace charterctl
