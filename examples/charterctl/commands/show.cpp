// SPDX-License-Identifier: Apache-2.0
// `charterctl show FILE WHAT NAME`: one thing, or the list of what belongs to it. A row of the table below is
// one question of the vocabulary.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "../commands.hpp"
#include "../shared/answer.hpp"
#include "../shared/ask.hpp"
#include "../shared/completed_by.hpp"
#include "../shared/review.hpp"

namespace charterctl {

namespace {

namespace json = boost::json;

struct show_options : reading_options {
  std::string what, name;
};

struct question_row {
  std::string_view what;
  std::string_view query;
  std::string_view of;  ///< which field NAME goes into
  std::vector<std::string_view> columns = {};
};

const std::vector<question_row>& questions() {
  static const std::vector<question_row> all = {
      {"workspace", "workspace", "workspace"},
      {"members", "list_members", "workspace"},
      {"invitations", "list_invitations", "workspace"},
      {"assets", "list_assets", "workspace"},
      {"jobs", "list_jobs", "workspace", {"job", "name", "creator", "status", "revision", "uses"}},
      {"job", "job", "job"},
      {"runs", "list_runs", "job"},
      {"run", "run", "run"},
      {"user", "user", "user"},
      {"workspaces", "list_workspaces", "user"},
      {"organizations", "list_organizations", "user"},
      {"notices", "list_notices", "user"},
      {"invited",
       "list_my_invitations",
       "user",
       {"invitation", "workspace", "name", "role", "sent_at", "until"}},
      {"users", "list_users", "organization"},
      {"guests", "list_guests", "organization"},
      {"attestations", "list_attestations", "organization"},
      {"data-policies", "list_data_policies", "dataset"},
  };
  return all;
}

/// People who were invited may have no account yet: an address stands for them.
bool may_lack_account(const question_row& asked) {
  return asked.what == "notices" || asked.what == "invited";
}

json::object fields_of(const question_row& asked, const std::string& name) {
  const bool by_address = may_lack_account(asked) && name.find('@') != name.npos;
  const auto field = by_address ? "email" : asked.of;
  json::object with{{json::string_view(field.data(), field.size()), name}};
  if (asked.what == "workspaces") with["include_archived"] = true;
  if (asked.what == "users") with["include_unsigned"] = true;
  return with;
}

int show_job(const reading& from, const show_options& options) {
  const json::object with{{"job", options.name}};
  const auto job = ask(from, "job", with);
  const auto review = ask(from, "review_status", with);
  const auto completed_by = who_completes(from, options.name, review.as_object());
  if (options.json) {
    print_json(json::object{{"job", job}, {"review", review}, {"completed_by", completed_by}});
    return done;
  }
  print_members(job.as_object());
  fmt::print("\n");
  print_review(review.as_object(), completed_by);
  return done;
}

int show(const show_options& options) {
  const auto from = read_realm(options);
  if (options.what == "job") return show_job(from, options);
  const auto& all = questions();
  const auto asked =
      *std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.what == options.what; });
  const auto with = fields_of(asked, options.name);
  const bool is_list = asked.query.starts_with("list_");
  const json::value answer =
      is_list ? json::value(ask_all(from, asked.query, with)) : ask(from, asked.query, with);
  if (options.json)
    print_json(answer);
  else if (is_list)
    print_items(answer.as_object().at("items"), asked.columns);
  else
    print_members(answer.as_object(), asked.columns);
  return done;
}

}  // namespace

std::vector<std::string> things_to_show() {
  std::vector<std::string> out;
  for (const auto& each : questions()) out.emplace_back(each.what);
  return out;
}

void add_show(program to) {
  auto* sub = add_command(
      to.app, "show", "Show one thing, or a list",
      "What there is to show, and what NAME is then:\n"
      "  of a workspace: workspace, members, invitations, assets, jobs\n"
      "  of a job: job (with its review: who approved, who is awaited, who could complete it), runs\n"
      "  of a run: run\n"
      "  of a user: user, workspaces, organizations, notices, invited (its open invitations)\n"
      "  of an organization: users, guests, attestations\n"
      "  of a dataset: data-policies",
      "charterctl show realm.db job readmission");
  auto options = std::make_shared<show_options>();
  add_reading(*sub, *options);
  sub->add_option("WHAT", options->what, "See above")->required()->check(one_of(things_to_show()));
  sub->add_option("NAME", options->name, "Of which one; an address too where there may be no account yet")
      ->required();
  on_run(sub, to, options, show);
}

}  // namespace charterctl
