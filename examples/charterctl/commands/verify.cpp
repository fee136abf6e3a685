// SPDX-License-Identifier: Apache-2.0
// `charterctl verify FILE`: is the log, all of it, what was written?
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <charter/engine/verify.hpp>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/paint.hpp"
#include "../shared/realm_file.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

int verify(const realm_options& options) {
  const auto log = open_log(options.file);
  const auto found = charter::verify(*log);
  if (!found) give_up(found.error());
  if (options.json) {
    boost::json::object answer{
        {"ok", found->ok()}, {"records", found->records}, {"first_bad", nullptr}, {"why", nullptr}};
    if (!found->ok()) answer["first_bad"] = *found->first_bad;
    if (!found->ok()) answer["why"] = found->why;
    print_json(answer);
  } else if (found->ok()) {
    fmt::print("{} {} records, all of them as they were written\n", paint(stdout, ink::green, "yes:"),
               found->records);
  } else {
    fmt::print("{} record {} is the first that is not what was written: {}\n", paint(stdout, ink::red, "no:"),
               *found->first_bad, printable(found->why));
  }
  return found->ok() ? done : said_no;
}

}  // namespace

void add_verify(program to) {
  auto* sub = add_command(to.app, "verify", "Is the log what was written?",
                          "Reads all of it. Keep the number of records that it says: a log that was cut\n"
                          "short, and its end with it, is whole but has fewer.",
                          "charterctl verify realm.db");
  auto options = std::make_shared<realm_options>();
  add_file(*sub, *options);
  on_run(sub, to, options, verify);
}

}  // namespace charterctl
