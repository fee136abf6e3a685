// SPDX-License-Identifier: Apache-2.0
// `charterctl what-if FILE COMMANDS`: what would change if these commands were carried out.
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <charter/analysis/effects.hpp>
#include <charter/codec/json_writer.hpp>
#include <charter/realm/lookup.hpp>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/carry_out.hpp"
#include "../shared/diagram_form.hpp"
#include "../shared/finding_text.hpp"
#include "../shared/realm_file.hpp"
#include "../shared/review.hpp"
#include "../shared/table.hpp"
#include "../shared/trial_store.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;
using namespace charter;
using namespace charter::analysis;

/// `job.edit*` where the answer is neither yes nor no without a job, a run or an asset.
std::vector<std::string> names(const changed_rights& all, bool gained) {
  std::vector<std::string> out;
  for (const auto& each : all.rights) {
    if (each.gains() != gained) continue;
    const auto better = gained ? each.after : each.before;
    out.push_back(each.permission + (better == denial::depends_on_resource ? "*" : ""));
  }
  return out;
}

struct named_place {
  std::string kind, name;
};
named_place place_of(const realm& world, const changed_rights& it) {
  return std::visit(
      [&](auto id) {
        return named_place{std::string(decltype(id)::kind::noun), label(world, id)};
      },
      it.place);
}

void print_rights(const effects& all) {
  if (all.rights.empty()) return fmt::print("\nNobody gains or loses a permission.\n");
  const auto& world = all.after.realm();
  bool any_star = false;
  for (const auto& each : all.rights) {
    const auto gains = names(each, true), loses = names(each, false);
    fmt::print("\n{}\n", paint(stdout, ink::bold,
                               printable(label(world, each.user) + " in " + place_of(world, each).name)));
    if (!gains.empty()) print_words("  gains ", gains);
    if (!loses.empty()) print_words("  loses ", loses);
    for (const auto* list : {&gains, &loses})
      for (const auto& name : *list) any_star = any_star || name.ends_with('*');
  }
  if (any_star) fmt::print("\n* depends on which job, run or asset\n");
}

/// A changed review at both moments, as `review_status` answers; nothing where the job is not there.
struct shown_review {
  std::string job;
  std::optional<json::object> before, after;
};
std::optional<json::object> ask_for_review(const view& then, job_id it, instant at) {
  const auto answer = try_to_ask({then, {.at = at}}, "review_status", {{"job", to_text(it)}});
  return answer ? std::optional(answer->as_object()) : std::nullopt;
}
std::vector<shown_review> show_reviews(const view& before, const effects& all) {
  std::vector<shown_review> out;
  for (const auto& each : all.reviews)
    out.push_back({label(all.after.realm(), each.job), ask_for_review(before, each.job, all.after.time()),
                   ask_for_review(all.after, each.job, all.after.time())});
  return out;
}

std::string standing(const std::optional<json::object>& review) {
  return review ? std::string(text_of(review->at("status"))) + ", " + standing_in_words(*review)
                : "not there";
}

void print_reviews(const std::vector<shown_review>& all) {
  if (all.empty()) return;
  fmt::print("\n{}\n", paint(stdout, ink::bold, "Reviews"));
  table rows({"", "", ""});
  for (const auto& each : all) {
    rows.row({each.job, "was", standing(each.before)});
    rows.row({"", "is", standing(each.after)});
  }
  rows.print("  ");
}

json::value findings_as_json(const std::vector<finding>& all) {
  std::string text;
  json_writer(text).value(all);
  return json::parse(text);
}

json::value as_json(const std::optional<json::object>& review) {
  return review ? json::value(*review) : json::value();
}

void print_as_json(const effects& all, const std::vector<shown_review>& reviews) {
  const auto& world = all.after.realm();
  json::array all_rights, all_reviews;
  for (const auto& each : all.rights) {
    json::array changes;
    for (const auto& one : each.rights)
      changes.push_back(json::object{
          {"permission", one.permission}, {"before", one.slug_before()}, {"after", one.slug_after()}});
    const auto place = place_of(world, each);
    all_rights.push_back(
        json::object{{"user", label(world, each.user)}, {place.kind, place.name}, {"changes", changes}});
  }
  for (const auto& each : reviews)
    all_reviews.push_back(
        json::object{{"job", each.job}, {"before", as_json(each.before)}, {"after", as_json(each.after)}});
  print_json(json::object{
      {"rights", all_rights}, {"reviews", all_reviews}, {"findings", findings_as_json(all.findings)}});
}

struct what_if_options : ordering_options, diagram_form {};

int what_if(const what_if_options& options) {
  const auto orders = read_orders(options.commands, options.as);
  auto realm = open_realm(options, std::make_unique<trial_store>(open_log(options.file)));
  const auto before = realm.now();
  std::vector<record> written;
  const auto noting =
      realm.observe(before.at_position(), [&](const record& each) { written.push_back(each); });
  const auto sum =
      carry_out(realm, orders, {.keep_going = true, .json = options.json, .quiet = options.asked()});
  const auto changed = effects_of(before, written);
  const auto reviews = show_reviews(before, changed);
  if (options.asked()) {
    print_diagrams({draw_effects(changed)}, options);
  } else if (options.json) {
    print_as_json(changed, reviews);
  } else {
    print_rights(changed);
    print_reviews(reviews);
    print_findings(changed.findings);
    fmt::print("\nNothing of this was done.\n");
  }
  return sum.refused > 0 ? said_no : done;
}

}  // namespace

void add_what_if(program to) {
  auto* sub = add_command(to.app, "what-if", "Tell what commands would change, and do nothing",
                          "Decides the commands as `do` would, beside the log, and tells who gains or\n"
                          "loses which permission where, which reviews become satisfied or hopeless, and\n"
                          "what of it somebody should look at. Refused commands are told and passed by.\n"
                          "With --json it prints a receipt or a refusal a line, then an object with\n"
                          "rights, reviews and findings.",
                          "charterctl what-if realm.db changes.jsonl");
  auto options = std::make_shared<what_if_options>();
  add_ordering(*sub, *options);
  add_diagram_form(*sub, *options);
  on_run(sub, to, options, what_if);
}

}  // namespace charterctl
