// SPDX-License-Identifier: Apache-2.0
// `charterctl who FILE PERMISSION TARGET`: everybody who may do that in a workspace or with a job.
#include "../commands.hpp"
#include "../shared/answer.hpp"
#include "../shared/ask.hpp"
#include "../shared/names.hpp"

namespace charterctl {

namespace {

struct who_options : reading_options {
  std::string permission, target;
};

int who(const who_options& options) {
  const auto from = read_realm(options);
  auto with = find_thing(from.then.realm(), options.target, {"workspace", "job"}).with;
  with["permission"] = options.permission;
  const auto answer = ask_all(from, "who_may", std::move(with));
  if (options.json)
    print_json(answer);
  else
    print_items(answer.at("items"), {}, "nobody");
  return done;
}

}  // namespace

void add_who(program to) {
  auto* sub = add_command(to.app, "who", "Who may do that there", "",
                          "charterctl who realm.db job.decide readmission");
  auto options = std::make_shared<who_options>();
  add_reading(*sub, *options);
  sub->add_option("PERMISSION", options->permission, "As the rulebook names it, such as job.decide")
      ->required();
  sub->add_option("TARGET", options->target, "A workspace or a job")->required();
  on_run(sub, to, options, who);
}

}  // namespace charterctl
