// SPDX-License-Identifier: Apache-2.0
// `charterctl rulebook diff OLD NEW`: which role gains or loses what, and which settings differ.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charter/codec/rulebook_json.hpp>
#include <tuple>
#include <utility>

#include "../commands.hpp"
#include "../shared/ask.hpp"
#include "../shared/grants.hpp"
#include "../shared/rulebooks.hpp"
#include "../shared/table.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;

struct diff_options : output_options {
  std::string from, to;
};

struct setting {
  std::string entry;
  json::value before, after;
};

std::vector<grant_line> only_in(const std::vector<grant_line>& these, const std::vector<grant_line>& those) {
  std::vector<grant_line> out;
  for (const auto& each : these)
    if (std::find(those.begin(), those.end(), each) == those.end()) out.push_back(each);
  return out;
}

/// Objects member by member; anything else is one setting.
void compare(const std::string& entry, const json::value& before, const json::value& after,
             std::vector<setting>& out) {
  if (before == after) return;
  if (!before.is_object() || !after.is_object()) return out.push_back({entry, before, after});
  auto both = before.as_object();
  for (const auto& each : after.as_object()) both.emplace(each.key(), nullptr);
  for (const auto& each : both) {
    const auto of = [&](const json::value& it) {
      const auto* found = it.as_object().if_contains(each.key());
      return found ? *found : json::value();
    };
    const std::string name(each.key().data(), each.key().size());
    compare(entry.empty() ? name : entry + "." + name, of(before), of(after), out);
  }
}

/// Everything but the grants, which are told as what roles gain and lose.
std::vector<setting> settings_between(const charter::rules::rulebook& a, const charter::rules::rulebook& b) {
  const auto document = [](const charter::rules::rulebook& it) {
    auto out = json::parse(charter::write_rulebook(it));
    for (const auto* apart : {"grants", "name", "about"}) out.as_object().erase(apart);
    return out;
  };
  std::vector<setting> out;
  compare("", document(a), document(b), out);
  return out;
}

json::array as_json(const std::vector<grant_line>& lines) {
  json::array out;
  for (const auto& each : lines)
    out.push_back(json::object{{"role", each.role}, {"permission", each.permission}, {"when", each.when}});
  return out;
}

/// With whether it is gained; what replaces something stands behind it.
std::vector<std::pair<grant_line, bool>> by_role(const std::vector<grant_line>& gained,
                                                 const std::vector<grant_line>& lost) {
  std::vector<std::pair<grant_line, bool>> out;
  for (const auto& each : lost) out.emplace_back(each, false);
  for (const auto& each : gained) out.emplace_back(each, true);
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.role, a.first.permission) < std::tie(b.first.role, b.first.permission);
  });
  return out;
}

void print(const std::vector<grant_line>& gained, const std::vector<grant_line>& lost,
           const std::vector<setting>& settings) {
  table grants({"role", "", "permission", "when"});
  for (const auto& [line, gains] : by_role(gained, lost))
    grants.row({line.role, gains ? "gains" : "loses", line.permission, line.when},
               gains ? ink::green : ink::red);
  if (!grants.empty()) grants.print();
  table others({"setting", "before", "after"});
  for (const auto& each : settings)
    others.row({each.entry, json::serialize(each.before), json::serialize(each.after)});
  if (!grants.empty() && !others.empty()) fmt::print("\n");
  if (!others.empty()) others.print();
  if (grants.empty() && others.empty()) fmt::print("They say the same.\n");
}

int diff(const diff_options& options) {
  const auto before = valid_rulebook(options.from), after = valid_rulebook(options.to);
  const auto old_grants = grants_of(before), new_grants = grants_of(after);
  const auto gained = only_in(new_grants, old_grants), lost = only_in(old_grants, new_grants);
  const auto settings = settings_between(before, after);
  const bool same = gained.empty() && lost.empty() && settings.empty();
  if (options.json) {
    json::array others;
    for (const auto& each : settings)
      others.push_back(json::object{{"entry", each.entry}, {"before", each.before}, {"after", each.after}});
    print_json(json::object{
        {"same", same}, {"gains", as_json(gained)}, {"loses", as_json(lost)}, {"settings", others}});
  } else {
    print(gained, lost, settings);
  }
  return same ? done : said_no;
}

}  // namespace

void add_rulebook_diff(program to) {
  auto* sub = add_command(to.app, "diff", "What differs between two rulebooks",
                          "Which role gains or loses which permission under which conditions, inherited\n"
                          "ones included, and which settings differ. Exit code 0: they say the same; 1:\n"
                          "they differ.",
                          "charterctl rulebook diff opaque_open mine.json");
  auto options = std::make_shared<diff_options>();
  sub->add_option("RULEBOOK", options->from, "The old one: one that ships, or a JSON document")->required();
  sub->add_option("NEW", options->to, "The new one")->required();
  add_json(*sub, *options);
  on_run(sub, to, options, diff);
}

}  // namespace charterctl
