// SPDX-License-Identifier: Apache-2.0
// `charterctl explain FILE USER PERMISSION TARGET`: why, or why not, and what would help.
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <charter/access/explain.hpp>
#include <optional>

#include "../commands.hpp"
#include "../shared/answer.hpp"
#include "../shared/rights.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;

/// The sentence, if it says what the asker was answered: masking can make a `not_found` of any answer.
std::string sentence(const reading& from, const rights_options& options, const named_thing& about,
                     const json::object& answer) {
  const auto user = *from.then.find_user(options.user);
  const auto what = *from.then.find_permission(options.permission);
  const auto explained = charter::explain(from.then.realm(), {user, what, about.on, from.who.at});
  const auto reason = answer.at("allowed").as_bool() ? "ok" : text_of(answer.at("reason"));
  const auto why = to_text(explained.verdict.why);
  return why == reason ? explained.text : "no: there is no such thing, or you may not see it";
}

int explain(const rights_options& options) {
  const auto from = read_realm(options);
  const auto about = about_rights(from, options);
  auto answer = ask(from, "explain", about.with).as_object();
  const auto text = sentence(from, options, about, answer);
  const bool allowed = answer.at("allowed").as_bool();
  answer["text"] = text;
  if (options.json) {
    print_json(answer);
  } else {
    fmt::print("{}\n", paint(stdout, allowed ? ink::green : ink::red, printable(text)));
    print_members(answer, {"reason", "missing", "role", "grant"});
  }
  return allowed ? done : said_no;
}

}  // namespace

void add_explain(program to) {
  auto* sub = add_command(
      to.app, "explain", "Why a user may do that there, or why not",
      "Says which grant allows it, or what is missing and what would help. Exit code as of check.",
      "charterctl explain realm.db bob run.start readmission");
  auto options = std::make_shared<rights_options>();
  add_rights(*sub, *options);
  on_run(sub, to, options, explain);
}

}  // namespace charterctl
