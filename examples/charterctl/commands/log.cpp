// SPDX-License-Identifier: Apache-2.0
// `charterctl log FILE`: the records, a line each.
#include <fmt/format.h>

#include <limits>

#include "../commands.hpp"
#include "../shared/realm_file.hpp"
#include "../shared/record_line.hpp"

namespace charterctl {

namespace {

struct log_options : realm_options {
  charter::position after = 0;
  std::size_t limit = std::numeric_limits<std::size_t>::max();
};

int log(const log_options& options) {
  const auto view = open_realm(options).now();  // whoever reads a log wants to know that it is whole
  auto log = open_log(options.file);
  auto left = options.limit;
  const auto reached =
      log->read(options.after, options.limit, [&](charter::position, std::string_view record) {
        if (options.json)
          fmt::print("{}\n", record);
        else
          fmt::print("{}\n", record_line(view.realm(), record));
        return --left > 0;
      });
  if (!reached) give_up(reached.error());
  return done;
}

}  // namespace

void add_log(program to) {
  auto* sub = add_command(to.app, "log", "The records of the log",
                          "A line each: position, time, actor, command, what was named, and which events\n"
                          "followed. With --json the records as they are stored.",
                          "charterctl log realm.db --after 100 --limit 20");
  auto options = std::make_shared<log_options>();
  add_file(*sub, *options);
  sub->add_option("--after", options->after, "Only records behind this position")->type_name("POSITION");
  sub->add_option("--limit", options->limit, "At most so many records")
      ->type_name("NUMBER")
      ->check(positive_number());
  on_run(sub, to, options, log);
}

}  // namespace charterctl
