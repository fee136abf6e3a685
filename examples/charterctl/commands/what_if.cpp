// SPDX-License-Identifier: Apache-2.0
// `charterctl what-if FILE COMMANDS`: what would change if these commands were carried out.
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/carry_out.hpp"
#include "../shared/effects.hpp"
#include "../shared/realm_file.hpp"
#include "../shared/review.hpp"
#include "../shared/table.hpp"
#include "../shared/trial_store.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;

/// `job.edit*` where the answer is neither yes nor no without a job, a run or an asset.
std::vector<std::string> names(const changed_rights& all, bool gained) {
  std::vector<std::string> out;
  for (const auto& each : all.rights) {
    const bool gains = each.after == "ok" || (each.after == "depends_on_resource" && each.before != "ok");
    const auto& better = gains ? each.after : each.before;
    if (gains == gained) out.push_back(each.permission + (better == "depends_on_resource" ? "*" : ""));
  }
  return out;
}

void print_rights(const std::vector<changed_rights>& all) {
  if (all.empty()) return fmt::print("\nNobody gains or loses a permission.\n");
  bool any_star = false;
  for (const auto& each : all) {
    const auto gains = names(each, true), loses = names(each, false);
    fmt::print("\n{}\n", paint(stdout, ink::bold, printable(each.user + " in " + each.place)));
    if (!gains.empty()) print_words("  gains ", gains);
    if (!loses.empty()) print_words("  loses ", loses);
    for (const auto* list : {&gains, &loses})
      for (const auto& name : *list) any_star = any_star || name.ends_with('*');
  }
  if (any_star) fmt::print("\n* depends on which job, run or asset\n");
}

std::string standing(const std::optional<json::object>& review) {
  return review ? std::string(text_of(review->at("status"))) + ", " + standing_in_words(*review)
                : "not there";
}

void print_reviews(const std::vector<changed_review>& all) {
  if (all.empty()) return;
  fmt::print("\n{}\n", paint(stdout, ink::bold, "Reviews"));
  table rows({"", "", ""});
  for (const auto& each : all) {
    rows.row({each.job, "was", standing(each.before)});
    rows.row({"", "is", standing(each.after)});
  }
  rows.print("  ");
}

json::value as_json(const std::optional<json::object>& review) {
  return review ? json::value(*review) : json::value();
}

void print_as_json(const std::vector<changed_rights>& rights, const std::vector<changed_review>& reviews) {
  json::array all_rights, all_reviews;
  for (const auto& each : rights) {
    json::array changes;
    for (const auto& one : each.rights)
      changes.push_back(
          json::object{{"permission", one.permission}, {"before", one.before}, {"after", one.after}});
    all_rights.push_back(json::object{{"user", each.user}, {each.kind, each.place}, {"changes", changes}});
  }
  for (const auto& each : reviews)
    all_reviews.push_back(
        json::object{{"job", each.job}, {"before", as_json(each.before)}, {"after", as_json(each.after)}});
  print_json(json::object{{"rights", all_rights}, {"reviews", all_reviews}});
}

int what_if(const ordering_options& options) {
  const auto orders = read_orders(options.commands, options.as);
  auto realm = open_realm(options, std::make_unique<trial_store>(open_log(options.file)));
  const auto before = realm.now();
  const auto sum = carry_out(realm, orders, {.keep_going = true, .json = options.json});
  const auto after = realm.now();
  const auto rights = rights_between(before, after);
  const auto reviews = reviews_between(before, after);
  if (options.json) {
    print_as_json(rights, reviews);
  } else {
    print_rights(rights);
    print_reviews(reviews);
    fmt::print("\nNothing of this was done.\n");
  }
  return sum.refused > 0 ? said_no : done;
}

}  // namespace

void add_what_if(program to) {
  auto* sub = add_command(to.app, "what-if", "Tell what commands would change, and do nothing",
                          "Decides the commands as `do` would, beside the log, and tells who gains or\n"
                          "loses which permission where, and which reviews become satisfied or hopeless.\n"
                          "Refused commands are told and passed by. With --json it prints a receipt or a\n"
                          "refusal a line, then an object with rights and reviews.",
                          "charterctl what-if realm.db changes.jsonl");
  auto options = std::make_shared<ordering_options>();
  add_ordering(*sub, *options);
  on_run(sub, to, options, what_if);
}

}  // namespace charterctl
