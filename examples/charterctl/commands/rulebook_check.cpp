// SPDX-License-Identifier: Apache-2.0
// `charterctl rulebook check RULEBOOK`: may it be used? Every objection, not only the first.
#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/rulebooks.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;

struct check_options : output_options {
  std::string rulebook;
};

int check(const check_options& options) {
  const auto book = read_rulebook(options.rulebook);
  const auto objected = book ? objections{} : book.error();
  if (options.json) {
    json::array all;
    for (const auto& each : objected)
      all.push_back(json::object{{"entry", each.entry}, {"reason", each.reason}});
    print_json(json::object{{"ok", all.empty()}, {"objections", all}});
  } else if (book) {
    fmt::print("{} {} may be used\n", paint(stdout, ink::green, "yes:"), book->name);
  } else {
    fmt::print("{} {} to correct\n", paint(stdout, ink::red, "no:"),
               objected.size() == 1 ? "one entry" : fmt::format("{} entries", objected.size()));
    table rows({"", ""});
    for (const auto& each : objected) rows.row({each.entry, each.reason});
    rows.print("  ");
  }
  return book ? done : said_no;
}

}  // namespace

void add_rulebook_check(program to) {
  auto* sub = add_command(to.app, "check", "May this rulebook be used?",
                          "Prints all objections, each with the entry that it is about.",
                          "charterctl rulebook check mine.json");
  auto options = std::make_shared<check_options>();
  sub->add_option("RULEBOOK", options->rulebook, "One that ships, or a JSON document")->required();
  add_json(*sub, *options);
  on_run(sub, to, options, check);
}

}  // namespace charterctl
