// SPDX-License-Identifier: Apache-2.0
// `charterctl init FILE`: makes a realm, with a rulebook, in a new file.
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <charter/stores/sqlite.hpp>
#include <utility>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/realm_file.hpp"
#include "../shared/rulebooks.hpp"

namespace charterctl {

namespace {

struct init_options : realm_options {
  std::string rulebook = "opaque_open";
};

int init(const init_options& options) {
  auto rules = valid_rulebook(options.rulebook);  // first: a bad rulebook leaves no file behind
  auto log = charter::open_sqlite(options.file);
  if (!log) give_up(log.error());
  const auto head = (*log)->head();
  if (!head) give_up(head.error());
  if (head->last > 0)
    give_up(said_no, "already_exists",
            "The file " + options.file + " holds a realm already; choose another name.");
  const auto name = rules.name;
  charter::engine_options how{.rules = std::move(rules)};
  how.clock = [now = time_of(options)] { return now; };
  const auto made = charter::engine::open(std::move(*log), std::move(how));
  if (!made) give_up(made.error());
  if (options.json)
    print_json(
        boost::json::object{{"ok", true}, {"file", options.file}, {"rulebook", name}, {"position", 1}});
  else
    fmt::print("{} holds a realm with the rulebook {}\n", options.file, name);
  return done;
}

}  // namespace

void add_init(program to) {
  auto* sub = add_command(to.app, "init", "Make a realm in a new file",
                          "Without --rulebook the rules are those of opaque_open. A rulebook of your own\n"
                          "may extend one that ships: see docs/rulebooks.md.",
                          "charterctl init realm.db --rulebook opaque_sealed");
  auto options = std::make_shared<init_options>();
  add_file(*sub, *options);
  sub->add_option("--rulebook", options->rulebook, "One that ships, or a JSON document")
      ->type_name("RULEBOOK")
      ->capture_default_str();
  on_run(sub, to, options, init);
}

}  // namespace charterctl
